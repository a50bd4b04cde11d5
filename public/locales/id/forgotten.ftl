# Lupa kata sandi: meminta tautan, dan memilih yang baru dengannya.

forgotten-title = Kata sandi baru
forgotten-lead = Tulis alamat email yang Anda pakai untuk masuk, dan kami kirim tautan untuk memilih kata sandi baru.
forgotten-send = Kirim tautan
forgotten-sending = Mengirim…
forgotten-back = Kembali ke halaman masuk
forgotten-sent-title = Periksa email Anda
forgotten-sent-text = Jika { $email } milik seseorang yang bekerja di sini, tautan sedang dikirim. Tautan berlaku satu jam.
forgotten-sent-nothing = Tidak ada? Periksa folder spam, atau tanyakan kepada pemilik toko.
forgotten-again = Pakai alamat lain

reset-title = Pilih kata sandi baru
reset-lead = Untuk { $email }. Setelah disimpan, Anda dikeluarkan dari semua perangkat.
reset-save = Simpan kata sandi
reset-done-title = Kata sandi Anda telah diganti
reset-done-text = Silakan masuk dengan kata sandi baru.
reset-dead-title = Tautan ini tidak berlaku lagi
reset-dead-again = Minta tautan lain
