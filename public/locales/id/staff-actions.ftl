# Apa yang bisa dilakukan pemilik pada sebuah akun: dialognya, dan yang dikatakan setelah selesai.

# Keadaan akun.
staff-ended-on = Akses berakhir { $when }

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
staff-two-factor-reset-title = Atur ulang masuk dua langkah { $name }?
staff-two-factor-reset-text = { $name } dikeluarkan dari semua perangkat, lalu bisa masuk hanya dengan kata sandi. Lakukan hanya jika Anda yakin siapa yang meminta. Anda berdua mendapat pesan.
staff-two-factor-reset-confirm = Atur ulang masuk dua langkah
staff-two-factor-reset-busy = Mengatur ulang…
staff-two-factor-reset-keep = Biarkan
staff-two-factor-was-reset = { $name } sekarang bisa masuk hanya dengan kata sandi.

# Yang menunggu pemilik tentang seseorang.
staff-dismissed = Permintaan { $name } diabaikan.
staff-reminded = Pengingat sedang dikirim kepada { $name }.
staff-revoked-requests = { $count } permintaan ditutup.
