# Saat toko tidak bisa dihubungi.

connection-lost = Toko tidak bisa dihubungi. Mencoba lagi dalam { $seconds } detik.
connection-trying = Toko tidak bisa dihubungi. Sedang mencoba lagi…
connection-kept = Yang Anda tulis tetap tersimpan di sini.
connection-retry = Coba sekarang
connection-page-title = Toko tidak bisa dihubungi
connection-page-text = Halaman ini terbuka dengan sendirinya begitu toko menjawab.
connection-not-sent = Ini belum tersimpan karena toko tidak bisa dihubungi. Isinya tetap ada di sini; coba lagi setelah tersambung.
connection-trouble-title = Ada yang tidak beres
connection-unreadable = Jawaban toko tidak dapat dipahami halaman ini. Muat ulang halaman: mungkin sudah diperbarui.
