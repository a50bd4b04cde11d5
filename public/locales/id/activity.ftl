# Yang terjadi di toko.

activity-lead = Siapa melakukan apa, kepada siapa atau apa, dan kapan. Tidak ada yang dapat diubah di sini.
activity-person-any = Semua orang
activity-kind = Apa
activity-kind-any = Semuanya
activity-group-signing = Masuk dan keluar
activity-group-refused = Ditolak
activity-group-staff = Staf dan undangan
activity-group-roles = Peran
activity-group-records = Catatan dan pengaturan
activity-group-files = Berkas yang diambil
activity-section = Bagian
activity-section-any = Semua bagian
activity-search = Cari nama dan alasan
activity-one = Hanya yang terjadi pada satu catatan yang ditampilkan.
activity-all = Tampilkan semuanya
activity-count = { $count ->
   *[other] { $count } kejadian
}
activity-empty-title = Belum ada yang terjadi
activity-empty-text = Semua yang dilakukan mulai sekarang dicatat di sini.
activity-more = Tampilkan yang lebih lama
activity-history = Riwayat
activity-verify = Periksa
activity-verified = { $count ->
   *[other] Semua { $count } kejadian masih seperti saat ditulis.
}
activity-faulty = { $count ->
   *[other] { $count } kejadian tidak seperti saat ditulis.
}
activity-altered = Kejadian { $number } telah diubah.
activity-removed = Kejadian { $number } telah dihapus.
activity-inserted = Kejadian { $number } disisipkan kemudian.
activity-reordered = Kejadian { $number } telah dipindahkan.
activity-noted-holds = Semua yang ada saat titik periksa dicatat masih ada.
activity-noted-cut-off = Kejadian di akhir telah dipotong sejak titik periksa dicatat.
activity-noted-differs = Kejadian telah ditulis ulang sejak titik periksa dicatat.
activity-head = Titik periksa
activity-head-hint = Simpan di tempat lain. Dengannya Anda tahu kelak apakah kejadian terakhir telah dipotong.
activity-noted = Titik periksa yang dicatat sebelumnya
activity-somebody = Seseorang
activity-itself = Latchkey
activity-record = sebuah catatan ({ $resource })
activity-owner-created = { $actor } menyiapkan toko
activity-ownership-offered = { $actor } menawarkan toko kepada { $subject }
activity-ownership-offer-closed = { $actor } menutup tawaran toko kepada { $subject }
activity-ownership-transferred = { $subject } menjadi pemilik toko menggantikan { $former }
activity-signed-in = { $actor } masuk
activity-sign-in-failed = Percobaan masuk sebagai { $subject } gagal
activity-sign-in-unknown = Percobaan masuk dengan alamat tak dikenal gagal
activity-sign-in-refused = { $subject } tahu kata sandinya dan tidak diizinkan masuk
activity-signed-out = { $actor } keluar
activity-proven-again = { $actor } memastikan identitasnya
activity-sessions-ended = { $actor } mengakhiri { $count ->
   *[other] { $count } sesi
} milik { $subject }
activity-refused = { $actor } meminta sesuatu dan ditolak
activity-refused-see = { $actor } mencoba melihat “{ $page }” dan ditolak
activity-refused-change = { $actor } mencoba mengubah “{ $page }” dan ditolak
activity-refused-file = { $actor } mencoba mengambil “{ $page }” sebagai berkas dan ditolak
activity-password-changed = { $actor } mengganti kata sandinya
activity-password-link-asked = Seseorang meminta kata sandi baru untuk { $subject }; tautan telah dikirim
activity-password-link-sent = { $actor } mengirim tautan kata sandi baru kepada { $subject }
activity-password-reset = { $actor } memilih kata sandi baru dengan tautan
activity-password-refused = { $actor } memberi kata sandi saat ini yang salah
activity-profile-changed = { $actor } mengubah profilnya
activity-invited = { $actor } mengundang { $subject }
activity-invitation-resent = { $actor } mengirim ulang undangan kepada { $subject }
activity-invitation-cancelled = { $actor } membatalkan undangan { $subject }
activity-joined = { $actor } bergabung
activity-staff-changed = { $actor } mengubah apa yang boleh dilakukan { $subject }
activity-suspended = { $actor } menangguhkan { $subject }
activity-reactivated = { $actor } mengaktifkan kembali { $subject }
activity-revoked = { $actor } mencabut akses { $subject }
activity-role-created = { $actor } membuat peran { $subject }
activity-role-changed = { $actor } mengubah peran { $subject }
activity-role-reset = { $actor } membatalkan semua perubahan peran { $subject }
activity-role-deleted = { $actor } menghapus peran { $subject }
activity-role-restored = { $actor } mengembalikan peran { $subject }
activity-holders-moved = { $actor } memberi semua pemegang { $subject } peran { $to }
activity-holders-dropped = { $actor } mencabut peran { $subject } dari semua pemegangnya
activity-record-created = { $actor } membuat { $subject }
activity-record-changed = { $actor } mengubah { $subject }
activity-record-followed = { $subject } ikut berubah karena yang dilakukan { $actor }
activity-record-deleted = { $actor } menghapus { $subject }
activity-record-restored = { $actor } mengembalikan { $subject }
activity-command-done = { $actor } melakukan “{ $command }” pada { $subject }
activity-list-exported = { $actor } mengambil { $subject } sebagai berkas ({ $count ->
   *[other] { $count } catatan
})
activity-report-exported = { $actor } mengambil laporan { $subject } sebagai berkas
activity-activity-exported = { $actor } mengambil daftar ini sebagai berkas
activity-plan-changed = { $actor } mengganti paket menjadi { $plan }
activity-invoices-exported = { $actor } mengambil faktur sebagai berkas
activity-two-factor-on = { $actor } menyalakan masuk dua langkah
activity-two-factor-off = { $actor } mematikan masuk dua langkah
activity-two-factor-reset = { $actor } mengatur ulang masuk dua langkah { $subject }
activity-recovery-codes-made = { $actor } membuat kode pemulihan baru
activity-recovery-code-used = { $subject } masuk dengan kode pemulihan
activity-letter-failed = Surat kepada { $subject } tidak dapat dikirim
activity-letter-failed-customer = Surat kepada seorang pelanggan tidak dapat dikirim
activity-letter-retried = { $actor } mencoba lagi mengirim surat kepada { $subject }
activity-letter-retried-customer = { $actor } mencoba lagi mengirim surat kepada seorang pelanggan
activity-letter-discarded = { $actor } membuang surat kepada { $subject }
activity-letter-discarded-customer = { $actor } membuang surat kepada seorang pelanggan
activity-times = { $count ->
   *[other] { $count } kali lagi
}
activity-reason = Alasan: { $reason }
activity-details = Rincian
activity-number = Kejadian
activity-device = Perangkat
activity-address = Alamat jaringan
activity-call = Permintaan
activity-missing = Izin yang tidak dimiliki
activity-people = Orang yang terpengaruh
activity-field-plan = Paket
activity-was-now = { $before } → { $after }
activity-was = sebelumnya { $before }
activity-changed = diubah
activity-gained = mendapat { $list }
activity-lost = kehilangan { $list }
activity-invitation-requested = { $subject } meminta undangan baru
activity-invitation-request-dismissed = { $actor } mengabaikan permintaan { $subject } untuk undangan baru
activity-onboarding-changed = { $actor } mengubah langkah sebelum akses
activity-onboarding-step-done = { $actor } menyelesaikan langkah sebelum akses: { $step }
activity-onboarding-finished = { $subject } tidak punya langkah tersisa, dan akses terbuka
activity-reminded = { $actor } mengingatkan { $subject } tentang langkah yang tersisa
activity-field-basics = Versi dasar keamanan
activity-field-two-factor = Masuk dua langkah diwajibkan bagi
