# Halaman laporan: angka selama beberapa hari.

reports-lead = Bagaimana kinerja toko, dan perbandingannya.
reports-span = Hari
reports-last-days = { NUMBER($count) } hari terakhir
reports-from = Dari
reports-to = Sampai
reports-compare = Bandingkan dengan hari-hari sebelumnya
reports-csv = Unduh CSV
reports-before = Sebelumnya: { $before }
# $change ditulis dengan tandanya, misalnya +12%.
reports-change = { $change } dibandingkan { $before } sebelumnya
reports-table = Tampilkan sebagai tabel
reports-nothing = Tidak ada apa-apa pada hari-hari ini.
reports-column-day = Hari
reports-column-thing = Nama
reports-column-value = Hari-hari ini
reports-column-before = Sebelumnya
reports-chart-label = { $name } dari { $from } sampai { $to }. Tabel di bawah memuat angkanya.
reports-point = { $day }: { $value }
reports-point-before = { $day }: { $value }, sebelumnya { $before }
