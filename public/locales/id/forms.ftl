# Kata-kata yang ada di banyak formulir dan halaman.

frame-close = Tutup
frame-cancel = Batal
frame-save = Simpan
frame-saving = Menyimpan…
frame-saved = Tersimpan.
frame-back-to-overview = Ke ikhtisar
frame-optional = boleh kosong
