# Pesan yang ditulis server kepada orang.

## Undangan untuk bergabung dengan staf sebuah toko.
invitation-subject = { $owner } mengundang Anda ke { $store }
invitation-greeting = Halo { $name },
invitation-greeting-nameless = Halo,
invitation-offer = { $owner } membutuhkan bantuan Anda di { $store } dan telah menyiapkan akun staf untuk Anda.
invitation-steps = Buka tautannya, pilih kata sandi milik Anda sendiri, dan Anda langsung masuk.
invitation-button = Bergabung dengan { $store }
invitation-address = Jika tombol tidak berfungsi, salin alamat ini ke peramban Anda:
invitation-note = Sepatah kata dari { $owner }:
invitation-expires = Tautan ini berlaku satu kali, hanya untuk Anda, sampai { $when }. Mohon jangan diteruskan.
invitation-unexpected = Tidak merasa menunggu pesan ini? Abaikan saja tautannya, dan tidak akan terjadi apa-apa.

## Pengingat tentang isi keranjang yang ditinggalkan.
cart-subject = Keranjang Anda di { $store } masih ada
cart-greeting = Halo { $name },
cart-left = Anda mengisi keranjang di { $store } lalu meninggalkannya. Kami menyimpannya untuk Anda:
cart-item = { $quantity } × { $name }
cart-sum = Jumlah: { $sum }
cart-back = Kembalilah kapan saja; barang-barang Anda menunggu.
cart-unexpected = Jika tidak menginginkannya lagi, Anda tidak perlu melakukan apa-apa.

## Pemilik mencabut masuk dua langkah.
second-factor-subject = Masuk dua langkah di { $store } telah dimatikan
second-factor-greeting = Halo { $name },
second-factor-own = { $owner } telah mematikan masuk dua langkah untuk akun Anda di { $store }. Anda dapat masuk dengan kata sandi saja; silakan atur kembali.
second-factor-own-unexpected = Tidak memintanya? Segera beri tahu pemilik.
second-factor-other = Anda telah mematikan masuk dua langkah untuk { $name } di { $store } dan mengakhiri semua sesinya.
second-factor-other-unexpected = Bukan Anda? Segera ganti kata sandi dan akhiri sesi Anda yang lain.

## Seseorang dengan undangan mati meminta undangan baru kepada pemilik.
request-subject = { $name } meminta undangan baru ke { $store }
request-what = Undangan yang Anda kirim kepada { $name } ({ $email }) tidak berlaku lagi, dan ia meminta yang baru. Kirim ulang dengan satu klik, atau abaikan permintaannya.
request-button = Lihat permintaan
request-unexpected = Yang meminta memegang tautan yang Anda kirim. Jika tidak ingin lagi mengundang orang ini, Anda tidak perlu melakukan apa-apa.

## Pemilik mengingatkan seseorang tentang langkah sebelum akses.
reminder-subject = Tinggal beberapa langkah sebelum { $store } terbuka untuk Anda
reminder-what = { $owner } mengingatkan Anda: sebelum akses Anda ke { $store } terbuka, masih ada yang perlu dilakukan: { $steps }.
reminder-button = Lanjutkan
reminder-unexpected = Masuklah dengan kata sandi Anda sendiri. Tidak bergabung dengan { $store }? Abaikan saja tautannya.
step-choose-password = memilih kata sandi
step-security-basics = membaca dan menyetujui dasar keamanan
step-second-factor = mengatur masuk dua langkah
step-guided-tour = mengikuti tur
## Tautan untuk kata sandi baru.
password-link-subject = Kata sandi baru untuk { $store }
password-link-what = Seseorang, kemungkinan besar Anda, meminta kata sandi baru untuk akun Anda di { $store }. Pilih dengan tautan ini. Tautan berlaku satu kali, sampai { $when }.
password-link-button = Pilih kata sandi baru
password-link-unexpected = Tidak memintanya? Abaikan saja tautannya; kata sandi Anda tidak berubah.
password-link-by-owner-subject = Kata sandi baru untuk { $store }
password-link-by-owner-what = { $owner } mengirimkan tautan ini agar Anda dapat memilih kata sandi baru untuk akun Anda di { $store }. Tautan berlaku satu kali, sampai { $when }.
password-link-by-owner-button = Pilih kata sandi baru
password-link-by-owner-unexpected = Tidak menunggunya? Tanyakan dulu kepada { $owner } sebelum membuka tautan; sampai saat itu kata sandi Anda tidak berubah.

## Kata sandi baru dipilih dengan tautan tersebut.
password-reset-subject = Kata sandi Anda di { $store } telah diganti
password-reset-what = Kata sandi baru telah dipilih untuk akun Anda di { $store }, dan Anda dikeluarkan dari semua perangkat.
password-reset-button = Minta kata sandi baru
password-reset-unexpected = Bukan Anda? Segera minta kata sandi baru dan beri tahu pemilik toko.

## Masuk dari perangkat baru.
new-device-subject = Ada yang masuk di { $store }
new-device-what = Seseorang masuk ke akun Anda di { $store } dengan { $device }, pada { $when }. Anda belum pernah masuk dari sana.
new-device-button = Lihat di mana Anda masuk
new-device-unexpected = Apakah itu Anda? Tidak perlu melakukan apa-apa. Jika bukan, segera ganti kata sandi dan keluar dari semua perangkat lain.
new-device-unknown-subject = Ada yang masuk di { $store }
new-device-unknown-what = Seseorang masuk ke akun Anda di { $store } dari perangkat yang tidak menyebut jenisnya, pada { $when }. Anda belum pernah masuk dari sana.
new-device-unknown-button = Lihat di mana Anda masuk
new-device-unknown-unexpected = Apakah itu Anda? Tidak perlu melakukan apa-apa. Jika bukan, segera ganti kata sandi dan keluar dari semua perangkat lain.

## Toko diserahkan.
ownership-offered-subject = { $owner } menawarkan { $store } kepada Anda
ownership-offered-what = { $owner } ingin Anda menjadi pemilik { $store }: yang memutuskan soal orang, uang, dan semua hal lain. Masuk lalu buka “Profil saya” untuk menerima atau menolak, sampai { $when }.
ownership-offered-button = Lihat tawaran
ownership-offered-unexpected = Tidak menunggunya? Tanyakan dulu kepada { $owner }. Tidak ada yang berubah sebelum Anda menerima.
ownership-offered-by-you-subject = Anda menawarkan { $store } kepada { $name }
ownership-offered-by-you-what = Anda menawarkan { $store } kepada { $name }. Begitu { $name } menerima, sampai { $when }, Anda bukan pemilik lagi. Sampai saat itu Anda dapat menarik tawaran ini.
ownership-offered-by-you-button = Lihat tawaran
ownership-offered-by-you-unexpected = Bukan Anda? Tarik tawaran ini, segera ganti kata sandi, dan keluar dari semua perangkat lain.
ownership-declined-subject = { $name } tidak mengambil alih { $store }
ownership-declined-what = { $name } menolak tawaran Anda. Anda tetap pemilik { $store }.
ownership-declined-button = Lihat akun
ownership-declined-unexpected = Bukan Anda yang menawarkan? Segera ganti kata sandi dan keluar dari semua perangkat lain.
ownership-given-subject = { $store } punya pemilik baru
ownership-given-what = { $name } menerima tawaran Anda dan kini pemilik { $store }. Akun Anda tetap ada tanpa izin apa pun, dan Anda dikeluarkan dari semua perangkat. { $name } yang memutuskan apa yang boleh Anda lakukan.
ownership-given-button = Masuk
ownership-given-unexpected = Bukan Anda yang menawarkan? Segera bicara dengan { $name }.
ownership-taken-subject = Anda kini pemilik { $store }
ownership-taken-what = { $store } kini milik Anda. { $name } tetap menjadi staf tanpa izin apa pun sampai Anda memutuskan lain. Anda dikeluarkan dari semua perangkat selain tempat Anda menerima.
ownership-taken-button = Lihat staf Anda
ownership-taken-unexpected = Bukan Anda? Segera ganti kata sandi dan bicara dengan { $name }.

## Jumlah uang, dan tanda sebelum desimalnya.
money = { $currency } { $amount }
money-decimal = ,

## Suatu saat.
moment = { $day } { $month } { $year } pukul { $time } (UTC)
month-01 = Januari
month-02 = Februari
month-03 = Maret
month-04 = April
month-05 = Mei
month-06 = Juni
month-07 = Juli
month-08 = Agustus
month-09 = September
month-10 = Oktober
month-11 = November
month-12 = Desember
