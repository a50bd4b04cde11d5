# Halaman depan sebuah bagian: apa yang boleh dilakukan di sana, menurut katalog.

# Opens the two lists where they are folded away.
section-about = Akses Anda di sini
section-can = Yang bisa Anda lakukan di sini
section-cannot = Yang tidak bisa Anda lakukan
section-yes = Ya:
section-no = Tidak:
section-all = Anda bisa melakukan semuanya di sini.
section-read-only = Anda bisa melihat, tetapi tidak mengubah apa pun di sini.
section-ask = Jika perlu lebih, tanyakan kepada pemilik toko.
section-empty-title = Belum ada apa-apa di sini
section-empty-text = Isi bagian ini akan muncul di halaman ini.
section-owner = Sebagai pemilik, Anda bisa melakukan semuanya di sini.
section-who-title = Siapa lagi yang punya akses
section-who = Tentukan siapa yang punya akses
