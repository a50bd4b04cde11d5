# Ett glömt lösenord: att be om en länk och välja ett nytt med den.

forgotten-title = Ett nytt lösenord
forgotten-lead = Skriv e-postadressen du loggar in med, så skickar vi en länk där du väljer ett nytt lösenord.
forgotten-send = Skicka länken
forgotten-sending = Skickar…
forgotten-back = Tillbaka till inloggningen
forgotten-sent-title = Titta i din e-post
forgotten-sent-text = Om { $email } tillhör någon som arbetar här är en länk på väg. Den fungerar i en timme.
forgotten-sent-nothing = Hittar du inget? Titta i skräpposten eller fråga butikens ägare.
forgotten-again = Använd en annan adress

reset-title = Välj ett nytt lösenord
reset-lead = För { $email }. Du loggas ut överallt när det är sparat.
reset-save = Spara lösenord
reset-done-title = Ditt lösenord är ändrat
reset-done-text = Logga in med det nu.
reset-dead-title = Länken fungerar inte längre
reset-dead-again = Be om en ny länk
