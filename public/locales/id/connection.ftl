# Saat toko tidak bisa dihubungi.

connection-lost = Toko tidak bisa dihubungi. Mencoba lagi dalam { $seconds } detik.
connection-trying = Toko tidak bisa dihubungi. Sedang mencoba lagi…
connection-kept = Yang Anda tulis tetap tersimpan di sini.
connection-retry = Coba sekarang
connection-back = Toko bisa dihubungi lagi.
connection-page-title = Toko tidak bisa dihubungi
connection-page-text = Halaman ini terbuka dengan sendirinya begitu toko menjawab.
connection-not-sent = Ini belum tersimpan karena toko tidak bisa dihubungi. Isinya tetap ada di sini; coba lagi setelah tersambung.
connection-uncertain = Sambungan terputus saat menyimpan. Periksa apakah sudah tersimpan sebelum mencoba lagi.
connection-trouble-title = Ada yang tidak beres
connection-trouble-text = Ini bukan salah Anda. Muat ulang halaman; jika terus terjadi, beri tahu pengelola toko.
connection-reload = Muat ulang
connection-unreadable = Jawaban toko tidak dapat dipahami halaman ini. Muat ulang halaman: mungkin sudah diperbarui.
