# Menyerahkan toko.

ownership-title = Kepemilikan toko
ownership-offer-text = Apakah { $name } akan menjalankan toko ini menggantikan Anda? Anda dapat menawarkannya. Tidak ada yang berubah sebelum { $name } menerima.
ownership-offer = Tawarkan toko
ownership-other = Toko ditawarkan kepada { $name }, sampai { $when }. Tawaran baru menggantikannya.
ownership-offered = Anda menawarkan toko kepada { $name }. Tawaran berlaku sampai { $when }.
ownership-take-back = Tarik kembali
ownership-taken-back = Tawaran ditarik. Anda tetap pemilik.

ownership-ask-title = Tawarkan toko kepada { $name }?
ownership-ask-text = Setelah { $name } menerima, { $name } menjadi pemilik dan memutuskan soal orang, uang, dan semua hal lain.
ownership-ask-you = Anda tetap menjadi staf tanpa izin apa pun dan dikeluarkan dari semua perangkat. Hanya { $name } yang dapat mengubahnya.
ownership-ask-factor = { $name } belum memakai masuk dua langkah. Sebaiknya minta itu dulu.
ownership-confirm = Tawarkan toko
ownership-confirming = Menawarkan…
ownership-was-offered = Toko ditawarkan kepada { $name }, selama tujuh hari.

# Bagi yang ditawari.
ownership-to-you = { $owner } menawarkan toko ini kepada Anda, sampai { $when }.
ownership-to-you-means = Sebagai pemilik, Anda memutuskan soal orang, uang, dan semua hal lain. { $owner } tetap menjadi staf tanpa izin apa pun sampai Anda memutuskan lain.
ownership-accept = Terima
ownership-decline = Tolak
ownership-declined = Anda menolak. Tidak ada yang berubah.
ownership-accept-title = Menjadi pemilik toko ini?
ownership-accept-text = Anda langsung mengambil alihnya dari { $owner }. Anda tetap masuk di sini dan dikeluarkan dari semua perangkat lain.
ownership-accept-confirm = Jadi pemilik
ownership-accepting = Mengambil alih…
ownership-accepted = Toko ini milik Anda.
