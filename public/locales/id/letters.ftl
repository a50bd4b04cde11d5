# Surat yang belum sampai.

letters-lead = Yang belum sampai kepada siapa pun, dan yang tidak dapat dikirim.
letters-kept-title = Surat tidak dikirim
letters-kept = Server email belum diatur. Surat disimpan sebagai berkas di folder “outbox” di samping data toko. Teruskan sendiri tautan undangan sampai email diatur; caranya ada di README.
letters-none = Tidak ada surat yang menunggu, dan tidak ada yang gagal.
letters-line-kept = Surat tidak dikirim, melainkan disimpan di folder: teruskan sendiri tautannya.
letters-line-failed = { $count ->
   *[other] { $count } surat tidak dapat dikirim.
}
letters-see = Lihat surat
letters-kind-invitation = Undangan
letters-kind-invitation-request = Seseorang meminta undangan baru
letters-kind-reminder = Pengingat langkah sebelum akses
letters-kind-second-factor = Masuk dua langkah diatur ulang
letters-kind-password-link = Tautan untuk kata sandi baru
letters-kind-password-reset = Kata sandi baru dipilih
letters-kind-ownership = Siapa pemilik toko
letters-kind-new-device = Masuk di perangkat baru
letters-kind-cart = Pengingat keranjang
letters-kind-newsletter = Buletin
letters-kind-newsletter-trial = Buletin percobaan
letters-kind-other = Surat
letters-waiting = Menunggu
letters-failed = Tidak terkirim
letters-written = ditulis { $when }
letters-tried = { $count ->
    [0] belum dicoba
   *[other] dicoba { $count } kali
}
letters-next = percobaan berikutnya { $when }
letters-of = kepada { $email }
letters-retry = Coba lagi
letters-new-link = Buat tautan baru
letters-discard = Buang
letters-retried = Surat sedang dicoba lagi.
letters-discarded = Surat sudah dibuang.
letters-said = Jawabannya: “{ $said }”
letters-trouble-unreachable = Server email tidak menjawab.
letters-trouble-insecure = Server email tidak dapat dihubungi dengan aman: server tidak menawarkan enkripsi, atau sertifikatnya tidak benar.
letters-trouble-sign-in = Server email tidak menerima nama dan kata sandinya.
letters-trouble-delayed = Server email meminta mencoba lagi nanti.
letters-trouble-refused = Server email menolak surat ini.
letters-trouble-address = Tidak ada surat yang dapat dikirim ke alamat ini.
letters-trouble-folder = Folder untuk surat tidak dapat ditulisi.
letters-trouble-other = Surat tidak dapat dikirim.
letters-invitation-failed = Undangan tidak dapat dikirim. Kirim lagi, atau teruskan sendiri tautan barunya.
letters-invitation-waiting = Undangan belum terkirim. Pengiriman dicoba lagi dengan sendirinya.
