# Permulaan toko baru: pemiliknya.

setup-title = Siapkan toko Anda
setup-lead = Anda akan menjadi pemilik: yang mengundang orang dan menentukan apa yang boleh mereka lakukan.
setup-store-name = Nama toko
setup-currency = Mata uang
setup-currency-choose = Pilih mata uang
setup-currency-hint = Anda berjualan dengan mata uang ini.
setup-name = Nama Anda
setup-email = Email
setup-email-hint = Anda akan masuk dengan alamat ini.
setup-password = Kata sandi
setup-password-hint = Paling sedikit { $min } karakter. Tiga atau empat kata yang mudah Anda ingat sudah baik.
setup-show-password = Tampilkan
setup-hide-password = Sembunyikan
setup-submit = Buka toko
setup-busy = Membuka toko…
setup-done = Toko Anda siap. Undang orang pertama kapan pun Anda mau.
setup-no-token-title = Buka tautan penyiapan
setup-no-token-text = Toko ini belum punya pemilik. Program yang menjalankannya telah menampilkan tautan penyiapan: buka tautan itu untuk mulai.
setup-bad-token-title = Tautan penyiapan ini tidak berfungsi
setup-bad-token-text = Tautannya mungkin terpotong atau berasal dari permulaan sebelumnya. Buka tautan yang terakhir ditampilkan.
setup-already-title = Toko ini sudah punya pemilik
setup-already-text = Silakan masuk, atau minta undangan kepada pemilik.
setup-sign-in = Masuk
