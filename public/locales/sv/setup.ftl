# Den första starten av en ny butik: dess ägare.

setup-title = Kom igång med din butik
setup-lead = Du blir ägaren: den som bjuder in andra och bestämmer vad de får göra.
setup-store-name = Butikens namn
setup-currency = Valuta
setup-currency-choose = Välj en valuta
setup-currency-hint = Du säljer i den här valutan.
setup-name = Ditt namn
setup-email = E-post
setup-email-hint = Du loggar in med den här adressen.
setup-password = Lösenord
setup-password-hint = Minst { $min ->
    [one] ett tecken
   *[other] { $min } tecken
}. Tre eller fyra ord som du kommer ihåg fungerar bra.
setup-show-password = Visa
setup-hide-password = Dölj
setup-submit = Öppna butiken
setup-busy = Öppnar butiken…
setup-done = Din butik är klar. Bjud in den första personen när du vill.
setup-no-token-title = Öppna startlänken
setup-no-token-text = Butiken har ingen ägare än. Programmet som driver den har skrivit ut en startlänk: öppna den för att börja.
setup-bad-token-title = Den här startlänken fungerar inte
setup-bad-token-text = Den kan ha blivit avklippt eller höra till en tidigare start. Öppna den länk som skrevs ut sist.
setup-already-title = Butiken har redan en ägare
setup-already-text = Logga in, eller be ägaren om en inbjudan.
setup-sign-in = Logga in
