# Yang ada di sekeliling setiap halaman.

frame-skip = Langsung ke isi
frame-menu = Menu
frame-profile = Profil saya
frame-staff = Akun staf
frame-sign-out = Keluar
frame-language = Bahasa
frame-loading = Memuat…
frame-breadcrumb = Jalur halaman
frame-window-title = { $page } · { $store }
frame-window-title-alone = { $page } · Latchkey
frame-undo = Urungkan

menu-label = Menu toko
menu-owner = Untuk pemilik

# While somebody works here, the same person signed in elsewhere.
frame-signed-in-elsewhere = Seseorang masuk ke akun Anda dari perangkat baru. Jika bukan Anda, periksa “Profil saya” sekarang.
