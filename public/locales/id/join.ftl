# Menerima undangan.

join-title = Bergabung dengan { $store }
join-title-loading = Undangan Anda
join-lead = Anda diundang untuk bekerja di { $store }. Pilih kata sandi, dan Anda siap mulai.
join-email = Email
join-email-hint = Anda akan masuk dengan alamat ini.
join-name = Nama Anda
join-name-hint = Pemilik dan staf lain melihatnya.
join-password = Pilih kata sandi
join-password-hint = Paling sedikit { $min } karakter. Tiga atau empat kata yang mudah Anda ingat sudah baik.
join-show-password = Tampilkan
join-hide-password = Sembunyikan
join-sections = Yang akan Anda lihat
join-no-sections = Anda bisa masuk, tetapi belum ada yang dibuka untuk Anda. Pemilik bisa melakukannya kapan saja.
join-expires = Undangan ini berlaku sampai { $when }.
join-submit = Bergabung
join-busy = Sedang bergabung…
join-welcome = Selamat datang di { $store }.

join-expired-title = Undangan ini sudah kedaluwarsa
join-expired-text = Undangan berlaku untuk waktu terbatas. Minta pemilik toko mengirim yang baru.
join-replaced-title = Ada undangan yang lebih baru
join-replaced-text = Anda menerima undangan lain setelah yang ini. Cari pesan terbaru, atau minta pemilik toko mengirimnya lagi.
join-used-title = Undangan ini sudah dipakai
join-used-text = Seseorang sudah bergabung dengan undangan ini. Jika itu Anda, silakan masuk.
join-cancelled-title = Undangan ini ditarik kembali
join-cancelled-text = Undangan ini tidak bisa dipakai lagi. Jika menurut Anda ini keliru, tanyakan kepada pemilik toko.
join-unknown-title = Undangan ini tidak ditemukan
join-unknown-text = Tautannya mungkin terpotong. Salin seluruh tautan dari pesan, atau minta yang baru kepada pemilik toko.
join-sign-in = Masuk
join-signed-in-title = Anda sudah masuk
join-signed-in-text = Undangan ini untuk { $email }, sedangkan Anda masuk sebagai { $name }. Keluar dahulu untuk memakainya.
join-sign-out = Keluar dan lanjutkan

# Tautan mati, dan meminta yang baru kepada pemilik.
join-ask = Minta undangan baru
join-asking = Meminta…
join-asked-title = Permintaan Anda sedang dikirim
join-asked-text = Jika pemilik toko mengundang Anda lagi, tautan barunya datang lewat email. Anda tidak perlu meminta dua kali.
