# Halaman akun staf: semua orang yang punya akses, dan apa yang bisa dilakukan pemilik.

staff-lead = { $count ->
    [0] Hanya Anda yang punya akses.
   *[other] { $count } orang punya akses.
}
staff-lead-invited = { $count } undangan masih terbuka.
staff-add = Tambah anggota staf
staff-search = Cari staf
staff-search-placeholder = Nama atau email
staff-tabs = Akun staf menurut status
staff-tab-current = Saat ini
staff-tab-invited = Diundang
staff-tab-former = Mantan
staff-filter-role = Peran
staff-filter-any-role = Semua peran
staff-filter-permission = Izin
staff-filter-any-permission = Semua izin
staff-filter-any-two-factor = Semua
staff-filter-with-two-factor = Menyala
staff-filter-without-two-factor = Mati
staff-clear-filters = Hapus pencarian dan filter

# Tabelnya.
staff-column-name = Nama
staff-column-email = Email
staff-column-access = Akses
staff-column-status = Status
staff-column-last-seen = Terakhir terlihat
staff-column-actions = Tindakan
staff-name-unknown = Belum ada nama
staff-never-seen = Belum pernah
staff-showing = Menampilkan { NUMBER($shown) } dari { $total } orang
staff-all-shown = { $count } orang
staff-found = { $count ->
    [0] Tidak ada yang ditemukan
   *[other] { $count } orang ditemukan
}
staff-show-more = Tampilkan lebih banyak

# Keadaan akun.
staff-status-invited = Diundang
staff-status-onboarding = Baru mulai
staff-status-active = Aktif
staff-status-suspended = Ditangguhkan
staff-status-ended = Akses berakhir
staff-invitation-expired = Undangan kedaluwarsa
staff-not-delivered = Tidak terkirim
staff-days-left = { $days ->
    [0] Hari terakhir
   *[other] { $days } hari lagi
}
staff-days-left-label = Sisa hari
staff-starts = Mulai { $when }
staff-ends = Sampai { $when }
staff-ends-soon = Berakhir { $when }

# Apa yang boleh dilakukan sebuah akun, dengan singkat.
staff-access-dated = { $count ->
   *[other] { $count } bagian untuk sementara
}
staff-access-ends-soon = { $count ->
   *[other] { $count } bagian segera berakhir, yang pertama { $when }
}
staff-access-over = { $count ->
   *[other] { $count } bagian telah berakhir
}
staff-access-none = Belum ada akses
staff-access-all = semua, kecuali yang hanya milik Anda
# Di tengah daftar: “Penjualan, Katalog, dan sebagian Pemasaran”.
staff-access-part = sebagian { $section }
# Peran, dan berapa izin di luar itu.
staff-access-role-more = { $role } + { NUMBER($count) }
# Mantan staf.
staff-access-had = Dulu: { $access }
staff-access-former-none = Tanpa akses

# Yang bisa dilakukan pada satu baris.
staff-edit = Ubah izin
staff-revoke = Cabut akses
staff-resend = Kirim ulang undangan
staff-cancel-invitation = Batalkan undangan
staff-suspend = Tangguhkan
staff-reactivate = Aktifkan lagi
staff-invite-again = Undang lagi
staff-end-sessions = Keluarkan dari semua perangkat
staff-for = untuk { $name }

# Tidak ada yang ditampilkan.
staff-empty-title = Sejauh ini hanya Anda
staff-empty-text = Undang orang pertama, dan tentukan apa yang boleh dilakukannya.
staff-empty-invited-title = Tidak ada undangan terbuka
staff-empty-invited-text = Semua yang Anda undang sudah bergabung.
staff-empty-former-title = Tidak ada mantan staf
staff-empty-former-text = Saat Anda mencabut akses seseorang, namanya tetap ada di sini.
staff-empty-search-title = Tidak ada yang cocok
staff-empty-search-text = Coba huruf yang lebih sedikit, atau hapus pencarian dan filter.

# Two-step sign-in.
staff-two-factor = Masuk dua langkah
staff-password-link = Kirim tautan kata sandi baru
staff-password-link-title = Kirim tautan kata sandi baru kepada { $name }?
staff-password-link-text = { $name } menerimanya lewat email dan memilih kata sandinya sendiri: Anda tidak pernah melihatnya. Kata sandi sekarang berlaku sampai saat itu.
staff-password-link-confirm = Kirim tautan
staff-password-link-busy = Mengirim…
staff-password-link-sent = Tautan kata sandi baru sedang dikirim kepada { $name }.
staff-two-factor-reset = Atur ulang masuk dua langkah

# Yang menunggu pemilik tentang seseorang.
staff-asks = Meminta undangan baru
staff-dismiss = Abaikan permintaan
staff-remind = Kirim pengingat
# Langkah sebelum akses, dan kapan orangnya sampai di sana.
staff-stuck = { $step }, { $when }
staff-step-password = Kata sandi
staff-step-basics = Dasar keamanan
staff-step-tour = Tur
