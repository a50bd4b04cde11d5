# Memilih kata sandi: apa yang dikatakan tentangnya selagi diketik, dan mengapa tidak diterima.

password-too-common = Terlalu mudah ditebak: banyak orang memakainya, atau yang mirip dengannya.
password-too-personal = Terlalu mudah ditebak: isinya nama, alamat email, atau nama toko Anda.
password-fair = Cukup baik. Tambah satu kata agar lebih kuat.
password-good = Kata sandi yang baik.
password-strong = Kata sandi yang kuat.
