# Memastikan bahwa ini Anda, sebelum hal yang paling penting.

proof-title = Pastikan ini Anda
proof-text = Sudah beberapa saat sejak Anda masuk. Tulis kata sandi untuk melanjutkan: yang Anda ketik tetap ada.
proof-confirm = Pastikan
proof-busy = Memastikan…
