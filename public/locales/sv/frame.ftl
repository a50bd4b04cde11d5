# Det som finns runt varje sida.

frame-skip = Hoppa till innehållet
frame-menu = Meny
frame-close-menu = Stäng menyn
frame-profile = Min profil
frame-staff = Personalkonton
frame-sign-out = Logga ut
frame-language = Språk
frame-loading = Laddar…
frame-breadcrumb = Sökväg
frame-window-title = { $page } · { $store }
frame-window-title-alone = { $page } · Latchkey
frame-signed-in-as = Inloggad som { $email }
frame-close = Stäng
frame-cancel = Avbryt
frame-save = Spara
frame-saving = Sparar…
frame-saved = Sparat.
frame-undo = Ångra
frame-back-to-overview = Till översikten
frame-optional = frivilligt

menu-label = Butiksmeny
menu-owner = För ägaren

# While somebody works here, the same person signed in elsewhere.
frame-signed-in-elsewhere = Någon loggade in på ditt konto på en ny enhet. Var det inte du? Titta under ”Min profil” nu.
