# Halaman yang menjelaskan mengapa tidak ada yang terbuka, dan apa yang bisa dilakukan.

no-access-title = Anda tidak punya akses ke halaman ini
no-access-withdrawn = Anda tidak boleh lagi membuka halaman ini.
no-access-missing = { $count ->
    [1] Anda memerlukan izin ini:
   *[other] Anda memerlukan izin-izin ini:
}
no-access-any = Anda memerlukan salah satu izin ini:
no-access-owner = Halaman ini untuk pemilik toko.
no-access-ask = Tanyakan kepada pemilik toko jika Anda memerlukannya untuk pekerjaan Anda.
no-access-was-changed = Akses Anda berubah saat halaman ini terbuka.

no-access-yet-title = Belum ada akses
no-access-yet-text = Anda sudah masuk ke { $store }, tetapi belum ada yang dibuka untuk Anda. Tanyakan kepada pemilik toko. Begitu ada yang dibuka, isinya muncul di sini dengan sendirinya.

not-started-title = Akses Anda mulai { $when }
not-started-text = Kembalilah saat itu. Profil Anda sudah bisa diatur sekarang.

ended-title = Akses Anda telah berakhir
ended-text = Akses berakhir { $when }. Jika masih memerlukannya, tanyakan kepada pemilik toko.
ended-text-undated = Jika masih memerlukannya, tanyakan kepada pemilik toko.

suspended-title = Akses Anda sedang dijeda
suspended-text = Minta pemilik toko untuk mengaktifkannya lagi.

onboarding-title = Beberapa langkah dahulu
onboarding-text = Masih ada yang perlu dilakukan sebelum akses Anda terbuka.

not-found-title = Tidak ada apa-apa di alamat ini
not-found-text = Halamannya mungkin sudah pindah, atau ada salah ketik di alamatnya.
not-found-staff-title = Orang ini tidak ditemukan
not-found-staff-text = Tautannya mungkin salah. Cari namanya di antara akun staf.
not-found-back-to-staff = Ke akun staf

no-access-go-to-profile = Ke profil saya
