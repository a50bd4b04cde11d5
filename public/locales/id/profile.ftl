# Akun sendiri. Tidak memerlukan izin apa pun.

profile-lead = Nama, bahasa, kata sandi Anda, dan di mana Anda sedang masuk.
profile-about = Tentang Anda
profile-name = Nama
profile-name-hint = Semua yang bekerja di toko ini melihatnya.
profile-email = Email
profile-email-hint = Anda masuk dengan alamat ini. Hanya pemilik yang bisa mengubahnya, dengan mengundang Anda lagi.
profile-email-hint-owner = Anda masuk dengan alamat ini.
profile-save = Simpan
profile-saved = Tersimpan.

profile-stale-title = Nama Anda diubah di tempat lain
profile-stale-text = Sekarang “{ $name }”. Yang Anda tulis tetap ada: simpan lagi untuk memakainya.
profile-stale-take = Pakai “{ $name }”

profile-preferences = Tampilan
profile-language = Bahasa
profile-language-browser = Seperti di peramban
profile-language-saved = Bahasa diubah.
profile-theme = Tema
profile-theme-system = Ikuti sistem
profile-theme-light = Terang
profile-theme-dark = Gelap
profile-density = Kerapatan
profile-density-comfortable = Lega
profile-density-compact = Rapat
profile-here-only = Tema dan kerapatan disimpan di peramban ini.

profile-password = Kata sandi
profile-password-text = Kata sandi baru mengeluarkan Anda dari semua perangkat lain.
profile-password-current = Kata sandi saat ini
profile-password-new = Kata sandi baru
profile-password-hint = Paling sedikit { $min } karakter, atau { $shorter } selama masuk dua langkah aktif. Tiga atau empat kata yang mudah Anda ingat sudah baik.
profile-password-show = Tampilkan
profile-password-hide = Sembunyikan
profile-password-save = Ganti kata sandi
profile-password-saved = Kata sandi diganti. Anda dikeluarkan dari semua perangkat lain.

profile-two-factor = Masuk dua langkah
profile-two-factor-off = Saat masuk hanya kata sandi yang diminta. Dengan aplikasi autentikator di ponsel, orang yang hanya tahu kata sandi tidak bisa masuk.
profile-two-factor-on = Saat masuk diminta kode dari aplikasi autentikator Anda.
profile-two-factor-left = { $count ->
    [0] Tidak ada kode pemulihan tersisa. Buat yang baru sebelum ponsel Anda hilang.
   *[other] { $count } kode pemulihan tersisa.
}
profile-two-factor-set-up = Siapkan
profile-two-factor-new-codes = Kode pemulihan baru
profile-two-factor-turn-off = Matikan
profile-two-factor-required = Pemilik toko mewajibkannya bagi Anda.
profile-two-factor-go-on = Lanjutkan
profile-two-factor-prove-set-up = Masukkan kata sandi Anda dulu.
profile-two-factor-prove-new-codes = Masukkan kata sandi Anda. Kode pemulihan yang sekarang tidak berlaku lagi.
profile-two-factor-prove-turn-off = Masukkan kata sandi Anda. Setelah itu hanya kata sandi yang diminta saat masuk.
profile-two-factor-scan = Pindai kode ini dengan aplikasi autentikator Anda, lalu masukkan kode yang ditampilkan aplikasi.
profile-two-factor-picture = Kode QR untuk aplikasi autentikator Anda
profile-two-factor-secret = Atau ketik kunci ini sendiri
profile-two-factor-code = Kode
profile-two-factor-code-hint = Enam angka, berganti setiap 30 detik
profile-two-factor-turn-on = Nyalakan
profile-two-factor-turned-on = Masuk dua langkah menyala. Anda dikeluarkan dari semua perangkat lain.
profile-two-factor-turned-off = Masuk dua langkah mati. Anda dikeluarkan dari semua perangkat lain.
profile-two-factor-copy = Salin
profile-two-factor-copied = Tersalin
profile-two-factor-codes = Kode pemulihan
profile-two-factor-codes-text = Simpan kode ini di tempat aman. Setiap kode bisa dipakai masuk satu kali saat ponsel tidak ada. Kode hanya ditampilkan sekarang.
profile-two-factor-codes-all = Semuanya, untuk disalin
profile-two-factor-download = Unduh sebagai teks
profile-two-factor-kept = Sudah saya simpan

profile-sessions = Di mana Anda sedang masuk
profile-sessions-text = Ada yang tidak Anda kenali? Keluarkan, lalu ganti kata sandi Anda.
profile-session-this = Perangkat ini
profile-session-unknown = Perangkat tidak dikenal
profile-session-since = Masuk { $when }
profile-session-seen = Terakhir terlihat { $when }
profile-session-new = Baru
profile-session-you = Apakah ini Anda?
profile-session-recognise = Ya, ini saya
profile-session-end = Keluarkan
profile-session-end-of = dari { $device }
profile-session-ended = Dikeluarkan dari { $device }.
profile-sessions-end-others = Keluarkan dari semua perangkat lain
profile-sessions-only = Anda hanya masuk di sini.
profile-sessions-ended = { $count ->
    [0] Tidak ada sesi lain yang terbuka.
   *[other] { $count } sesi lain diakhiri.
}

profile-access = Yang bisa Anda lakukan
profile-access-owner = Anda pemilik toko ini dan bisa melakukan semuanya.
profile-access-none = Belum ada yang dibuka untuk Anda.
profile-access-until = Sampai { $when }
# Single permissions that are held for a time.
profile-access-part-from = Mulai { $when }: { $permissions }
profile-access-part-until = Sampai { $when }: { $permissions }
profile-access-part-ended = Berakhir pada { $when }: { $permissions }
