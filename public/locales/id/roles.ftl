# Peran: kumpulan izin yang bernama.

roles-lead = Peran adalah kumpulan izin dengan sebuah nama. Mengubahnya mengubah apa yang boleh dilakukan semua pemegangnya.
roles-add = Tambah peran
roles-gives = { $count ->
   *[other] { $count } izin di { $sections }
}
roles-gives-nothing = Tanpa izin
roles-holders = { $count ->
    [0] Tidak ada yang memegangnya
   *[other] { $count } orang memegangnya
}
roles-changed = Diubah
roles-restore = Kembalikan peran bawaan Latchkey yang dihapus
roles-restored = Semua peran bawaan Latchkey ada di sini.
roles-about = Peran
roles-name = Nama
roles-name-hint = Misalnya Giliran malam. Formulir staf menawarkannya dengan nama ini.
roles-will-give = Yang akan diberikan
roles-create = Buat peran
roles-save = Simpan peran
roles-made = { $name } siap diberikan.
roles-saved = { $name } tersimpan.
roles-touches = { $count ->
   *[other] { $count } orang terpengaruh:
}
roles-gains = mendapat { $list }
roles-loses = kehilangan { $list }
roles-copy = Salin
roles-reset = Batalkan semua perubahan
roles-delete = Hapus peran
roles-delete-title = Hapus { $name }?
roles-delete-text = Peran ini tidak dapat diberikan lagi. Izin yang dimiliki orang secara langsung tetap ada.
roles-delete-held = { $count ->
   *[other] { $count } orang memegangnya dan kehilangan izin darinya.
}
roles-move-to = Berikan gantinya
roles-move-nowhere = Tanpa peran lain
roles-holders-more = { $count ->
   *[other] { $count } lainnya
}
roles-confirm-title = Beri semua pemegang { $role } izin sensitif?
roles-reset-title = Batalkan semua perubahan pada { $role }?
roles-reset-text = Peran ini kembali seperti saat datang bersama Latchkey.
roles-reset-touches = { $count ->
   *[other] { $count } orang memegangnya, dan izin mereka bisa bertambah atau berkurang.
}
roles-newer = Orang lain baru saja menyimpan peran ini. Yang Anda ketik tetap ada.
roles-newer-look = Lihat kedua versi
roles-keep = Pertahankan peran
roles-deleted = { $name } dihapus.
roles-unknown = Peran tidak ditemukan
roles-unknown-text = Mungkin sudah dihapus.
roles-conflict-title = Orang lain telah mengubah peran ini
roles-conflict-text = Perubahan Anda masih ada di formulir dan belum disimpan.
