# Isi di balik menu: daftar, catatan, dan formulir jenis apa pun. Nama jenis catatan disebutkan oleh server toko.

# Daftar.
resource-new = Tambah
resource-export = Unduh sebagai CSV
resource-search = Cari di { $what }
resource-any = Semua
resource-yes = Ya
resource-no = Tidak
resource-from = Dari
resource-to = Sampai
resource-more-filters = Filter lain
resource-clear-filters = Hapus filter
resource-sort = Urutkan menurut
# Dalam pilihan urutan, menurut nama kolom.
resource-ascending = { $column }, menaik
resource-descending = { $column }, menurun
resource-total = { $total ->
   *[other] { $total } seluruhnya
}
resource-showing = { NUMBER($first) }–{ NUMBER($last) } dari { NUMBER($total) }
resource-showing-some = { NUMBER($shown) } dari { NUMBER($total) }
resource-pages = Halaman
resource-previous = Sebelumnya
resource-next = Berikutnya
resource-empty = Belum ada apa-apa di sini
resource-no-hits-title = Tidak ada yang cocok
resource-no-hits-text = Coba kata lain, atau hapus filter.
# Pengganti nilai yang tidak ada; hanya dibacakan.
resource-nothing = tidak ada

# Catatan yang berada di dalam catatan lain.
resource-move-up = Naik
resource-move-down = Turun
resource-move-in = Masuk
resource-move-out = Keluar
# Hanya dibacakan: kedalaman baris.
resource-level = tingkat { NUMBER($level) }

# Formulir.
resource-choose = Pilih…
resource-no-changes = Tidak ada perubahan
resource-changes = { $count ->
   *[other] { $count } kolom berubah
}
resource-discard = Buang perubahan
resource-unsaved = Perubahan Anda belum disimpan.
resource-restored-typing = Yang Anda ketik sebelumnya masih ada di sini, tetapi belum disimpan.
resource-discard-typing = Buang
resource-read-only = Anda dapat melihat ini tetapi tidak dapat mengubahnya. Untuk itu perlu: { $permissions }.
resource-read-only-owner = Anda dapat melihat ini tetapi tidak dapat mengubahnya. Hanya pemilik yang dapat.
resource-secret = Yang tersimpan tidak ditampilkan. Biarkan kosong untuk mempertahankannya.
resource-gone-title = Ini sudah tidak ada
resource-gone-text = Mungkin sudah dihapus, atau alamatnya salah ketik.
resource-search-placeholder = Ketik untuk mencari
resource-search-none = Tidak ada yang cocok.

# Baris dalam formulir.
resource-rows = { $count ->
   *[other] { $count } baris
}
resource-row = Baris { NUMBER($number) }
resource-row-add = Tambah baris
resource-row-remove = Hapus

# Teks yang dimaksudkan untuk disalin.
resource-copy = Salin
resource-copied = Disalin.

# Gambar.
resource-image-file = Pilih gambar
resource-image-alt = Apa yang terlihat di gambar
resource-image-remove = Hapus gambar
resource-image-refused = Ini bukan gambar yang dapat ditampilkan di sini. Pilih berkas JPEG, PNG, atau WebP.

# Alamat.
resource-address-name = Nama
resource-address-street = Jalan dan nomor
resource-address-postcode = Kode pos
resource-address-city = Kota
resource-address-region = Provinsi
resource-address-country = Negara, dua huruf

# Di bawah kolom.
resource-at-least = Isi { $number } atau lebih.
resource-at-most = Isi { $number } atau kurang.
resource-too-few = Tambahkan sedikitnya { $min ->
   *[other] { $min }
}.
resource-too-many = Sisakan paling banyak { $max ->
   *[other] { $max }
}.
resource-malformed-amount = Tulis jumlah seperti 12,50.
resource-malformed-date = Tulis tanggal lengkap.
resource-malformed-uri = Tulis alamat web lengkap, seperti https://example.com.
resource-taken = Ini sudah dipakai. Pilih yang lain.

# Orang lain menyimpan lebih dulu.
resource-conflict-title = Orang lain menyimpan lebih dulu
resource-conflict-text = Kalian mengubah hal yang sama. Pilih versi mana yang berlaku; tidak ada yang hilang sebelum Anda menyimpan.
resource-conflict-apart = Kalian mengubah hal yang berbeda, jadi keduanya dapat dipertahankan.
resource-conflict-taken = Diambil dari yang lain: { $fields }.
resource-conflict-yours = Milik Anda
resource-conflict-theirs = Tersimpan sementara itu
resource-conflict-save = Simpan begini

# Menghapus.
resource-delete = Hapus
resource-deleted = { $name } dihapus.
resource-restored = Sudah kembali.

# Perintah.
resource-sensitive = Sensitif
resource-reveal-title = Catat ini sekarang
resource-reveal-text = Hanya ditampilkan kali ini.
resource-reveal-label = Kode
resource-reveal-copy = Salin
resource-reveal-copied = Disalin.
resource-preview-title = Pratinjau
resource-preview-subject = Subjek
resource-preview-ahead = Di samping subjek
resource-preview-text = Surat

# Yang terkait dengan catatan.
resource-related-none = Belum ada.
resource-related-all = Tampilkan semua { NUMBER($total) }
