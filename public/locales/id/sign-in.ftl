# Masuk, dan masuk lagi tanpa kehilangan yang sudah ditulis.

sign-in-title = Masuk
sign-in-email = Email
sign-in-password = Kata sandi
sign-in-show-password = Tampilkan
sign-in-hide-password = Sembunyikan
sign-in-code = Kode
sign-in-code-hint = Dari aplikasi autentikator Anda, atau salah satu kode pemulihan.
sign-in-submit = Masuk
sign-in-busy = Sedang masuk…
sign-in-forgotten = Lupa kata sandi?
sign-in-signed-out = Anda sudah keluar.
sign-in-access-ended = Anda telah dikeluarkan: sesi Anda berakhir atau akses Anda berubah.
sign-in-revoked = Anda dikeluarkan: pemilik toko telah mencabut akses Anda.
sign-in-kept = Yang Anda tulis masih ada di sini untuk disalin, tetapi tidak dapat disimpan lagi.

sign-in-again-title = Masuk lagi
sign-in-again-text = Anda dikeluarkan demi keamanan. Masuk dan lanjutkan: yang Anda tulis masih ada di sini.
sign-in-again-as = Anda masuk sebagai { $email }.
sign-in-again-other = Orang lain yang masuk. Yang Anda tulis disisihkan demi keamanan.
sign-in-again-done = Selamat datang kembali. Tidak ada yang hilang.
sign-in-again-leave = Tinggalkan tanpa menyimpan
