# Judul setiap halaman, yang juga menjadi namanya di menu dan di judul jendela.

overview-title = Ikhtisar
orders-title = Pesanan
carts-title = Keranjang terbengkalai
customers-title = Pelanggan
products-title = Produk
categories-title = Kategori
gift-cards-title = Kartu hadiah
campaigns-title = Kampanye
discounts-title = Diskon
newsletters-title = Buletin
automations-title = Email otomatis
reports-title = Laporan
analytics-title = Alat analitik
site-title = Situs web
site-address-title = Alamat situs
embed-title = Tambahkan ke situs lain
social-title = Media sosial
marketplaces-title = Lokapasar
general-title = Umum dan legal
tax-title = Pajak
shipping-title = Pengiriman
payment-title = Metode pembayaran
notifications-title = Pemberitahuan
staff-title = Akun staf
staff-new-title = Tambah anggota staf
staff-member-title = Anggota staf
roles-title = Peran
activity-title = Aktivitas
role-new-title = Tambah peran
# Sampai nama perannya tiba.
role-title = Peran
letters-title = Surat
billing-title = Tagihan dan langganan
profile-title = Profil saya
staff-onboarding-title = Orientasi
