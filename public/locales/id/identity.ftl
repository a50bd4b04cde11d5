# Memastikan bahwa ini Anda, sebelum hal yang paling penting.

identity-title = Pastikan ini Anda
identity-text = Sudah beberapa saat sejak Anda masuk. Tulis kata sandi untuk melanjutkan: yang Anda ketik tetap ada.
identity-confirm = Pastikan
identity-busy = Memastikan…
