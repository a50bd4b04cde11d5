# Menambahkan seseorang, dan mengubah apa yang boleh dilakukannya.

staff-form-lead-new = Tulis siapa orangnya, centang apa yang boleh dilakukannya, lalu kirim undangan.
staff-form-person = Orang
staff-form-email = Email
staff-form-email-hint = Undangan dikirim ke sini. Orang ini akan masuk dengan alamat ini.
staff-form-name = Nama
staff-form-name-hint = Bisa diperbaiki oleh orangnya saat bergabung.
staff-form-role = Peran
staff-form-role-hint = Peran mencentang kotak yang lazim untuk Anda. Anda bisa mengubahnya setelah itu.
staff-form-role-none = Tanpa peran
staff-form-role-changed = { $role }, diubah
# Further roles are counted: "Role 2".
staff-form-role-nth = Peran { NUMBER($number) }
staff-form-role-add = Tambah peran lain
staff-form-role-remove = Hapus
staff-form-role-left = Sebagian dari { $role } tidak dicentang. Peran dipegang utuh atau tidak sama sekali: saat disimpan, yang masih dicentang diberikan langsung.
staff-form-role-whole = Centang lagi seluruh { $role }
staff-form-role-filled = Kotak untuk { $role } sudah dicentang.
staff-form-message = Beberapa kata dari Anda
staff-form-message-hint = Kata-kata ini ada di dalam undangan.
staff-form-dates = Waktu
staff-form-starts = Akses mulai
staff-form-starts-hint = Biarkan kosong untuk langsung mulai.
staff-form-ends = Akses berakhir
staff-form-ends-hint = Biarkan kosong jika tanpa akhir. Cocok untuk bantuan musiman dan pihak luar.
staff-form-two-weeks = Dua minggu
staff-form-two-factor = Wajibkan masuk dua langkah
staff-form-two-factor-hint = Tidak ada yang terbuka bagi orang ini sampai disiapkan.
staff-form-start-time = Jam mulai
staff-form-end-time = Jam berakhir
staff-form-zone = Tanpa jam, yang dihitung hari penuh. Zona waktu Anda: { $zone }.
staff-form-ends-soon = Akses berakhir { $when }
staff-form-part-ends-soon = { $name } berakhir { $when }
staff-form-status = Status
staff-form-last-seen = Terakhir terlihat
staff-form-joined-none = Belum bergabung
staff-form-account = Akun

# Kotak centang.
staff-form-permissions = Izin
staff-form-permissions-hint = Centang satu bagian penuh, atau pilih izin satu per satu di “Sesuaikan”.
staff-form-fine-tune = Sesuaikan
staff-form-close = Tutup
staff-form-held-of = { NUMBER($held) } dari { NUMBER($total) }
staff-form-held-all = Semua
staff-form-held-none = Tidak ada
staff-form-held-part = { $section }: { NUMBER($held) } dari { NUMBER($total) } dicentang
staff-form-needs = Memerlukan { $permissions }
staff-form-ticked-for-you = memerlukan { $permissions }, dicentang untuk Anda
staff-form-unticked-for-you = centangnya dilepas karena memerlukan { $permissions }
staff-form-needed-by = diperlukan oleh { $permissions }
# Where a permission comes from.
staff-form-source-direct = Diberikan langsung
staff-form-source-role = Dari { $roles }
staff-form-source-both = Dari { $roles }, dan diberikan langsung
staff-form-source-left = Tanpa ini, { $roles } tidak dipegang sebagai peran

# Yang membuat sebuah izin sensitif.
staff-form-sensitive = Sensitif
staff-form-sensitive-money = Sensitif: uang
staff-form-sensitive-personal-data = Sensitif: data pribadi
staff-form-sensitive-hard-to-undo = Sensitif: sulit dibatalkan

# Yang berubah saat disimpan.
staff-form-changes = Perubahan
staff-form-will-change = Ini akan berubah
staff-form-will-get = Orang ini akan bisa
staff-form-adds = Menambah
staff-form-removes = Menghapus
staff-form-adds-list = menambah { $permissions }
staff-form-removes-list = menghapus { $permissions }
staff-form-change-name = Nama: { $name }
staff-form-change-role = Peran: { $role }
staff-form-change-starts = Mulai: { $when }
staff-form-change-starts-none = Langsung mulai
staff-form-change-ends = Berakhir: { $when }
staff-form-change-ends-none = Tanpa akhir
staff-form-no-changes = Belum ada yang berubah.
staff-form-at-once = Langsung berlaku, juga di halaman yang sedang dibuka orang ini.
staff-form-none-ticked = Tidak ada izin yang dicentang. Orang ini bisa masuk, tetapi hanya melihat profilnya.
staff-form-save = Simpan izin
staff-form-send = Kirim undangan
staff-form-sending = Mengirim…
staff-form-saving = Menyimpan…
staff-form-discard = Buang perubahan
staff-form-cancel = Batal
staff-form-saved = Tersimpan. { $name } sekarang punya izin yang baru.
staff-form-saved-invited = Tersimpan. { $name } mendapat izin ini saat bergabung.
staff-form-changed-elsewhere = Akun ini diubah di jendela lain. Anda melihat versi terbaru.
staff-form-unsaved-title = Tinggalkan tanpa menyimpan?
staff-form-unsaved-text = Perubahan Anda pada akun ini belum disimpan.
staff-form-unsaved-leave = Tinggalkan
staff-form-unsaved-stay = Tetap di sini

# Sebelum menyimpan yang sensitif.
staff-form-confirm-title = Beri { $name } izin sensitif?
staff-form-confirm-text = { $count ->
    [1] Izin ini patut dipikirkan sekali lagi:
   *[other] { $count } izin ini patut dipikirkan sekali lagi:
}
staff-form-confirm-yes = Ya, berikan
staff-form-confirm-no = Kembali

# Yang tetap pada pemilik.
staff-form-owner-title = Yang tetap pada Anda
staff-form-owner-text = Tidak seorang pun yang Anda undang bisa melihat atau mengubah akun staf, peran, tagihan, atau langganan. Tidak ada kotak yang memberikannya.

# Orang lain menyimpan lebih dahulu.
staff-form-conflict-title = Orang lain menyimpan lebih dahulu
staff-form-conflict-text = Akun ini diubah selagi Anda bekerja. Tidak ada yang hilang: terapkan perubahan Anda di atas versi yang kini tersimpan, atau gunakan versi tersimpan.
staff-form-conflict-yours = Versi Anda
staff-form-conflict-theirs = Tersimpan sementara itu
staff-form-conflict-none = Tidak ada perbedaan
staff-form-keep-mine = Pertahankan perubahan saya
staff-form-take-theirs = Ambil versi lainnya
staff-form-conflict-kept = Versi Anda kembali ada di formulir. Simpan untuk mempertahankannya.
staff-form-conflict-taken = Versi yang tersimpan sekarang ada di formulir.

# Mantan staf.
staff-form-former = { $name } tidak lagi punya akses. Namanya tetap ada dalam catatan Anda.
staff-form-former-permissions = Dulu punya akses ke
staff-form-invite-again = Undang lagi
staff-form-invite-again-hint = Alamat email yang sama, awal yang baru: centang apa yang boleh dilakukannya sekarang.
staff-form-danger = Hentikan akses
staff-form-suspend-hint = Untuk sementara. Izinnya tetap tersimpan.
staff-form-revoke-hint = Untuk seterusnya. Namanya tetap ada dalam catatan Anda.
staff-form-uses = Izin terakhir digunakan
staff-form-uses-none = Belum ada izin yang digunakan.

# Dates of single roles and permissions.
staff-form-periods = Tanggal untuk peran dan izin tertentu
staff-form-periods-hint = Untuk yang hanya diperlukan sementara, dalam tanggal akses keseluruhan.
staff-form-periods-add = Tambah tanggal untuk
staff-form-periods-choose = Pilih…
staff-form-period-from = Mulai
staff-form-period-until = Sampai, termasuk hari itu
staff-form-period-remove = Hapus tanggal
staff-form-change-period-starts = { $name }: mulai { $when }
staff-form-change-period-ends = { $name }: sampai { $when }
staff-form-change-period-none = { $name }: tanpa tanggal sendiri

# Yang menunggu pemilik tentang orang ini.
staff-form-asks = { $name } meminta undangan baru
staff-form-asked = Diminta { $when }. Undangan baru adalah jawabannya.
staff-form-send-again = Kirim ulang undangan
staff-form-underway = { $name } sedang memulai
staff-form-underway-left = Sisa sebelum akses terbuka: { $steps }. Pada langkah pertama sejak { $when }.
staff-form-reminded = Pengingat terakhir dikirim { $when }. Berikutnya dapat dikirim sehari kemudian.

# Bukti pencabutan akses.
proof-title = Yang diakhiri
proof-lead = { $by } mencabut akses pada { $when }.
proof-sessions = Sesi diakhiri
proof-tokens = Di antaranya, program dengan token
proof-invitations = Undangan dibatalkan
proof-requests = Permintaan ditutup
proof-took = Waktu yang diperlukan
proof-millis = { NUMBER($millis) } md
proof-changes = Yang terakhir diubah { $name }
proof-no-changes = { $name } tidak mengubah apa pun di toko.
proof-created = Membuat
proof-changed = Mengubah
proof-deleted = Menghapus
proof-restored = Mengembalikan
proof-command = “{ $command }”:
