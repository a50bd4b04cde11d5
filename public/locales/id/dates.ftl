# Saat, sejauh kata-kata peramban sendiri tidak memadai.

dates-now = baru saja
dates-today = hari ini { $time }
dates-yesterday = kemarin { $time }
