# Halaman pertama setelah masuk.

overview-greeting = Halo, { $name }
overview-lead = Ini yang bisa Anda lakukan di { $store }.
overview-lead-owner = Inilah { $store }. Semua di sini milik Anda.
overview-sections = Bagian Anda
overview-you-can = Anda bisa
overview-all = Semua di bagian ini
overview-open = Buka
overview-reports-title = Angka penjualan
overview-reports-empty = Angka akan muncul di sini setelah ada pesanan.
overview-staff-title = Akun staf
overview-staff-text = { $count ->
    [0] Sejauh ini hanya Anda yang punya akses.
   *[other] { $count } orang selain Anda punya akses.
}
overview-staff-invited = { $count } undangan masih terbuka.
overview-add-staff = Tambah anggota staf
overview-changed = Akses Anda berubah. Menu menampilkan yang sekarang terbuka untuk Anda.
overview-sales-span = dalam 30 hari terakhir
overview-ends-soon = Akses Anda ke { $store } berakhir { $when }. Tanyakan kepada pemilik jika Anda memerlukannya lebih lama.
overview-part-ends-soon = Sebagian akses Anda ke { $store } berakhir { $when }: { $permissions }. Tanyakan kepada pemilik jika Anda masih memerlukannya.
