# Det som finns runt varje sida.

frame-skip = Hoppa till innehållet
frame-menu = Meny
frame-profile = Min profil
frame-staff = Personalkonton
frame-sign-out = Logga ut
frame-language = Språk
frame-loading = Laddar…
frame-breadcrumb = Sökväg
frame-window-title = { $page } · { $store }
frame-window-title-alone = { $page } · Latchkey
frame-undo = Ångra

menu-label = Butiksmeny
menu-owner = För ägaren

# While somebody works here, the same person signed in elsewhere.
frame-signed-in-elsewhere = Någon loggade in på ditt konto på en ny enhet. Var det inte du? Titta under ”Min profil” nu.
