# Penolakan, satu kalimat untuk setiap kode kontrak: apa yang terjadi dan jalan keluarnya.

problem-malformed = Toko tidak bisa membaca ini. Muat ulang halaman, lalu coba sekali lagi.
problem-signed-out = Anda sudah keluar. Masuk untuk melanjutkan.
problem-no-owner = Toko ini belum punya pemilik. Buka tautan penyiapan yang ditampilkan saat toko dijalankan.
problem-invalid-credentials = Email dan kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.
problem-otp-required = Tulis kode dari aplikasi autentikator Anda, atau salah satu kode pemulihan.
problem-reauth-required = Tidak ada yang dilakukan karena Anda belum memastikan bahwa ini Anda. Coba lagi kapan saja.
problem-missing-permission = Anda tidak punya izin untuk melakukan ini. Tanyakan kepada pemilik toko jika Anda memerlukannya.
problem-owner-only = Hanya pemilik toko yang bisa melakukan ini.
problem-password-too-short = Kata sandi Anda benar, tetapi terlalu pendek karena masuk dua langkah sudah dimatikan. Pilih “Lupa kata sandi?” untuk mendapat tautan kata sandi yang lebih panjang.
problem-suspended = Akses Anda sedang dijeda. Minta pemilik toko untuk mengaktifkannya lagi.
problem-onboarding = Masih ada langkah sebelum akses Anda terbuka. Selesaikan dahulu.
problem-not-started = Akses Anda belum dimulai.
problem-ended = Akses Anda ke toko ini telah berakhir. Jika masih memerlukannya, tanyakan kepada pemilik.
problem-origin-mismatch = Toko menolak ini karena datang dari alamat lain. Buka toko di alamatnya yang biasa.
problem-not-found = Ini sudah tidak ada di sini. Mungkin sudah dihapus sementara itu.
problem-method-not-allowed = Toko tidak bisa melakukan ini. Muat ulang halaman: mungkin sudah diperbarui.
problem-email-taken = Seseorang dengan alamat email ini sudah ada di daftar. Cari di antara akun staf.
problem-staff-limit = { $limit ->
   *[other] Paket ini punya tempat untuk { $limit } orang, dan semuanya terisi. Pilih paket yang lebih besar, atau cabut akses seseorang dahulu.
}
problem-state = Ini tidak bisa lagi dilakukan karena ada yang berubah sementara itu. Muat ulang halaman untuk melihat keadaan sekarang.
problem-invitation-expired = Undangan ini sudah kedaluwarsa. Minta pemilik toko mengirim yang baru.
problem-invitation-replaced = Undangan yang lebih baru sudah dikirim. Cari pesan terbaru.
problem-invitation-used = Undangan ini sudah dipakai. Jika itu Anda, silakan masuk.
problem-invitation-cancelled = Undangan ini ditarik kembali. Jika menurut Anda ini keliru, tanyakan kepada pemilik toko.
problem-password-link-over = Tautan ini sudah dipakai, terlalu lama, atau sudah ada yang lebih baru. Mintalah yang baru.
problem-stale = Orang lain mengubah ini saat Anda bekerja. Bandingkan kedua versi sebelum menyimpan.
problem-too-large = Ini terlalu banyak sekaligus. Persingkat, lalu coba lagi.
problem-unsupported-media-type = Toko tidak bisa membaca ini. Muat ulang halaman, lalu coba sekali lagi.
problem-invalid = Sebagian isian Anda tidak bisa disimpan. Lihat kolom yang ditandai.
problem-idempotency-mismatch = Ini pernah dikirim dengan isi lain. Muat ulang halaman, lalu coba sekali lagi.
problem-precondition-required = Muat ulang halaman, lalu lakukan perubahan Anda sekali lagi.
problem-too-many-attempts = Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.
problem-internal = Ada yang tidak beres di toko. Ini bukan salah Anda; coba lagi sebentar lagi.
problem-unavailable = Toko sedang tidak bisa menyimpan apa pun. Yang Anda tulis tidak hilang; coba lagi sebentar lagi.
problem-unknown = Toko menolak ini dengan alasan yang tidak kami kenal. Muat ulang halaman, lalu coba sekali lagi.

problem-too-many-attempts-wait = Terlalu banyak percobaan. Tunggu { $seconds } detik, lalu coba lagi.

errors-title = { $count } hal perlu Anda perbaiki

field-required = Ini tidak boleh kosong.
field-too-short = Gunakan paling sedikit { $min } karakter.
field-too-long = Gunakan paling banyak { $max } karakter.
field-malformed = Penulisannya belum benar. Periksa apakah ada salah ketik.
field-below-minimum = Ini lebih kecil dari yang diperbolehkan.
field-above-maximum = Ini lebih besar dari yang diperbolehkan.
field-too-few = Jumlahnya terlalu sedikit.
field-too-many = Jumlahnya terlalu banyak.
field-wrong-type = Nilai ini bukan jenis yang diperlukan di sini.
field-taken = Sudah dipakai yang lain. Pilih yang lain.
field-unknown-value = Ini sudah tidak ada. Pilih yang lain.
field-unknown-member = Ini tidak bisa diatur di sini. Muat ulang halaman: mungkin sudah diperbarui.
field-ends-before-start = Akhirnya mendahului awalnya. Pilih akhir yang lebih kemudian.
field-mismatch = Ini tidak cocok.
field-other = Ini tidak bisa disimpan apa adanya.

field-email-required = Tulis alamat email.
field-email-malformed = Tulis alamat email lengkap, misalnya nama@example.com.
field-name-required = Tulis nama.
field-password-required = Tulis kata sandi Anda.
field-new-password-required = Pilih kata sandi.
field-password-too-short = Gunakan paling sedikit { $min } karakter. Sejauh ini baru { $count }.
field-current-password-too-short = Terlalu pendek bila hanya ini yang diminta. Ganti dulu dengan kata sandi paling sedikit { $min } karakter, lalu matikan masuk dua langkah.
field-new-password-too-short = Gunakan paling sedikit { $min } karakter, atau { $shorter } selama masuk dua langkah aktif.
field-current-password-mismatch = Itu bukan kata sandi Anda saat ini.
field-code-mismatch = Kode ini tidak berlaku, atau tidak berlaku lagi. Tunggu kode berikutnya.
field-store-name-required = Tulis nama toko Anda.
field-currency-malformed = Pilih mata uang.
