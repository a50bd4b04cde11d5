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
staff-clear-filters = Hapus pencarian dan filter
staff-sort-by = Urutkan menurut { $column }
staff-sorted-ascending = Diurutkan menurut { $column }, dari awal ke akhir
staff-sorted-descending = Diurutkan menurut { $column }, dari akhir ke awal
staff-refreshing = Memperbarui daftar…

# Tabelnya.
staff-column-name = Nama
staff-column-email = Email
staff-column-access = Akses
staff-column-status = Status
staff-column-last-seen = Terakhir terlihat
staff-column-actions = Tindakan
staff-name-unknown = Belum ada nama
staff-you = Anda
staff-owner = Pemilik
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
staff-ended-on = Akses berakhir { $when }
staff-invitation-expired = Undangan kedaluwarsa
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
staff-access-role-changed = { $role }, diubah
staff-access-owner = Semua

# Yang bisa dilakukan pada satu baris.
staff-edit = Ubah izin
staff-see = Lihat akun
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

# Tautan undangan.
staff-invitation-sent-title = Undangan terkirim
staff-invitation-sent = { $name } telah diundang. Anda juga bisa menyampaikan tautannya sendiri.
staff-invitation-resent = Undangan baru sedang menuju { $name }. Tautan sebelumnya tidak berlaku lagi.
staff-link-label = Tautan undangan
staff-link-hint = Hanya ditampilkan sekali ini. Berlaku sampai { $when }, hanya untuk { $email }.
staff-copy-link = Salin tautan
staff-link-copied = Tersalin
staff-copy-failed = Peramban Anda tidak mau menyalinnya. Pilih tautannya dan salin sendiri.
staff-invitation-done = Selesai

# Mencabut akses.
staff-revoke-title = Cabut akses untuk { $name }?
staff-revoke-text = { $name } langsung dikeluarkan dari semua perangkat dan tidak bisa masuk lagi. Namanya tetap ada dalam catatan Anda. Anda bisa mengundangnya lagi nanti.
staff-revoke-invited-text = { $name } belum bergabung. Tautan undangannya langsung tidak berlaku.
staff-revoke-reason = Alasan
staff-revoke-reason-hint = Hanya Anda yang melihatnya.
staff-revoke-confirm = Cabut akses
staff-revoke-keep = Pertahankan akses
staff-revoke-busy = Mencabut akses…
staff-revoked = Akses dicabut. { $sessions ->
    [0] Tidak ada sesi yang terbuka.
   *[other] { $sessions } sesi diakhiri.
}
staff-revoked-millis = Selesai dalam { NUMBER($millis) } ms.
staff-revoked-invitations = { $count } undangan dibatalkan.

# Menangguhkan dan mengaktifkan lagi.
staff-suspend-title = Tangguhkan { $name }?
staff-suspend-text = { $name } langsung dikeluarkan dari semua perangkat dan tidak bisa masuk sampai Anda mengaktifkan akunnya lagi. Izinnya tetap tersimpan.
staff-suspend-confirm = Tangguhkan
staff-suspend-busy = Menangguhkan…
staff-suspend-keep = Jangan tangguhkan
staff-suspended = { $name } ditangguhkan.
staff-reactivated = { $name } punya akses lagi.
staff-cancel-title = Batalkan undangan untuk { $name }?
staff-cancel-text = Tautannya langsung tidak berlaku.
staff-cancel-confirm = Batalkan undangan
staff-cancel-busy = Membatalkan…
staff-cancel-keep = Pertahankan undangan
staff-cancelled = Undangan untuk { $name } dibatalkan.
staff-end-sessions-title = Keluarkan { $name } dari semua perangkat?
staff-end-sessions-text = { $name } tetap punya akses dan bisa langsung masuk lagi.
staff-end-sessions-confirm = Keluarkan dari semua perangkat
staff-end-sessions-busy = Mengeluarkan…
staff-end-sessions-keep = Biarkan tetap masuk
staff-sessions-ended = { $count ->
    [0] Tidak ada sesi yang terbuka.
   *[other] { $count } sesi diakhiri.
}

# Two-step sign-in.
staff-two-factor = Masuk dua langkah
staff-two-factor-reset = Atur ulang masuk dua langkah
staff-two-factor-reset-title = Atur ulang masuk dua langkah { $name }?
staff-two-factor-reset-text = { $name } dikeluarkan dari semua perangkat, lalu bisa masuk hanya dengan kata sandi. Lakukan hanya jika Anda yakin siapa yang meminta. Anda berdua mendapat pesan.
staff-two-factor-reset-confirm = Atur ulang masuk dua langkah
staff-two-factor-reset-busy = Mengatur ulang…
staff-two-factor-reset-keep = Biarkan
staff-two-factor-was-reset = { $name } sekarang bisa masuk hanya dengan kata sandi.

# Yang menunggu pemilik tentang seseorang.
staff-asks = Meminta undangan baru
staff-dismiss = Abaikan permintaan
staff-dismissed = Permintaan { $name } diabaikan.
staff-remind = Kirim pengingat
staff-reminded = Pengingat sedang dikirim kepada { $name }.
# Langkah sebelum akses, dan kapan orangnya sampai di sana.
staff-stuck = { $step }, { $when }
staff-step-password = Kata sandi
staff-step-basics = Dasar keamanan
staff-step-tour = Tur
staff-revoked-requests = { $count } permintaan ditutup.
