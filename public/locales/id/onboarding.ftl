# Langkah antara bergabung dan akses: halaman pendatang baru, dan halaman pemilik.

onboarding-lead = Sebelum { $store } terbuka untuk Anda.
onboarding-go = Selesaikan langkahnya
onboarding-kept = Ada langkah yang harus diselesaikan dahulu. Yang Anda ketik tetap di sini: selesaikan langkahnya di tab lain, lalu lanjutkan.
onboarding-steps = Langkah Anda
onboarding-progress = { NUMBER($done) } dari { NUMBER($total) } selesai
onboarding-progress-label = Langkah selesai
onboarding-done = Selesai
onboarding-now = Sekarang
onboarding-later = Nanti
onboarding-over = Semua langkah selesai
onboarding-welcome = Semua beres. Selamat datang di { $store }.
onboarding-password = Pilih kata sandi
onboarding-basics = Baca dan setujui dasar keamanan
onboarding-tour = Ikuti tur
onboarding-two-factor = Pemilik toko memintanya. Setiap kali masuk, selain kata sandi diminta kode dari aplikasi di ponsel Anda, sehingga orang yang hanya tahu kata sandi tidak bisa masuk. Perlu dua menit.
onboarding-two-factor-go = Siapkan masuk dua langkah

onboarding-basics-title = Dasar keamanan
onboarding-read = Saya sudah membacanya dan akan mematuhinya
onboarding-read-first = Baca teksnya, lalu centang kotaknya.
onboarding-accept = Setujui dan lanjutkan

onboarding-tour-title = Tur
onboarding-tour-lead = Inilah menu yang akan Anda miliki, dan apa yang dapat Anda lakukan di sana.
onboarding-tour-stop = Bagian { NUMBER($n) } dari { NUMBER($total) }.
onboarding-tour-nothing = Belum ada yang dibuka untuk Anda. Pemilik dapat melakukannya kapan saja; lalu muncul sendiri di menu.
onboarding-tour-back = Kembali
onboarding-tour-next = Berikutnya
onboarding-tour-finish = Selesai

# Halaman pemilik.
onboarding-settings-lead = Yang ada di antara bergabung dan akses. Sebelum selesai, akun itu tidak membuka apa pun.
onboarding-settings-steps = Langkah
onboarding-settings-password-hint = Selalu. Setiap orang memilih miliknya sendiri saat bergabung, dan tidak ada orang lain yang mengetahuinya.
onboarding-settings-basics-hint = Teks di bawah, dalam bahasa pembacanya.
onboarding-settings-tour-hint = Menunjukkan kepada setiap pendatang baru persis menu yang akan mereka miliki.
two-factor-lead = Siapa yang wajib memilikinya dan belum menyiapkannya, menyiapkannya dulu sebelum melanjutkan. Untuk orang tertentu, hal itu diminta di halaman mereka.
two-factor-optional = Siapa yang mau
two-factor-optional-hint = Setiap orang dapat menyiapkannya di “Profil saya”.
two-factor-sensitive = Siapa yang memegang hal sensitif
two-factor-sensitive-hint = Pengembalian dana, ekspor, metode pembayaran, dan sejenisnya, sekarang atau pada tanggal nanti.
two-factor-everybody = Semua staf
two-factor-everybody-hint = Pendatang baru menyiapkannya sebelum akses dimulai.
onboarding-settings-text-hint = Baris kosong memulai paragraf baru. Jika suatu bahasa kosong, teks bahasa Inggris yang ditampilkan.
onboarding-settings-version = Ini versi { NUMBER($version) }.
onboarding-settings-new-version = Menyimpan akan membuat versi baru.
onboarding-settings-everybody = Semua orang harus menyetujui teks ini
onboarding-settings-everybody-hint = Siapa pun yang memiliki akses dan belum menyetujuinya melakukannya sebelum melanjutkan; yang sedang diketik tetap ada. Jika tidak, teks ini untuk pendatang baru.
onboarding-settings-unsaved = Belum disimpan
onboarding-settings-saved = { $count ->
    [0] Tersimpan.
   *[other] Tersimpan. { $count } orang punya satu langkah sebelum melanjutkan.
}
onboarding-settings-conflict = Orang lain mengubahnya saat Anda bekerja
