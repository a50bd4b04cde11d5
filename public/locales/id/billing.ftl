# Tagihan dan langganan.

billing-lead = Biaya toko ini dan untuk berapa orang tersedia tempat.
billing-present = Paket Anda
billing-plan = Paket
billing-price = Harga
billing-a-month = { $price } per bulan
billing-people = Orang
billing-of = { $staff } dari { $limit }
billing-people-hint = Orang yang diundang atau dijeda juga menempati tempat. Anda tidak. Mencabut akses seseorang memberi tempat kosong.
billing-next = Faktur berikutnya
billing-next-on = { $amount } pada { $date }
billing-no-card = Di sini tidak ada pembayaran dan tidak ada kartu yang disimpan. Faktur Anda selesaikan dengan pengelola backend toko ini.
billing-plans = Pilihan paket
billing-room = { $count ->
   *[other] Tempat untuk { $count } orang selain Anda
}
billing-yours = Paket Anda
billing-too-small = { $count ->
   *[other] Terlalu kecil sekarang: kelebihan { $count } orang.
}
billing-choose = Ganti ke { $name }
billing-change-title = Ganti ke { $name }?
billing-change-text = { $count ->
   *[other] Mulai sekarang tersedia tempat untuk { $count } orang selain Anda.
}
billing-change-next = Faktur berikutnya, pada { $date }, sebesar { $amount }. Faktur sebelumnya tidak berubah.
billing-change = Ganti paket
billing-changing = Mengganti paket…
billing-keep = Tetap dengan paket ini
billing-changed = Toko sekarang memakai { $name }.
billing-invoices = Faktur
billing-no-invoices = Belum ada faktur.
billing-number = Nomor
billing-date = Tanggal
billing-amount = Jumlah
