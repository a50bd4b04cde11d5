# Att tacka ja till en inbjudan.

join-title = Börja i { $store }
join-title-loading = Din inbjudan
join-lead = Du är inbjuden att arbeta i { $store }. Välj ett lösenord så är du igång.
join-email = E-post
join-email-hint = Du loggar in med den här adressen.
join-name = Ditt namn
join-name-hint = Ägaren och den övriga personalen ser det.
join-password = Välj ett lösenord
join-password-hint = Minst { $min ->
    [one] ett tecken
   *[other] { $min } tecken
}. Tre eller fyra ord som du kommer ihåg fungerar bra.
join-show-password = Visa
join-hide-password = Dölj
join-sections = Det här kommer du att se
join-no-sections = Du kan logga in, men inget har öppnats för dig än. Ägaren kan göra det när som helst.
join-expires = Inbjudan gäller till { $when }.
join-submit = Börja
join-busy = Ett ögonblick…
join-welcome = Välkommen till { $store }.

join-expired-title = Den här inbjudan har gått ut
join-expired-text = Inbjudningar gäller en begränsad tid. Be butikens ägare att skicka en ny.
join-replaced-title = Det finns en nyare inbjudan
join-replaced-text = Du har fått en ny inbjudan efter den här. Leta upp det senaste meddelandet, eller be butikens ägare att skicka det igen.
join-used-title = Den här inbjudan är använd
join-used-text = Någon har redan börjat med den. Om det var du: logga in.
join-cancelled-title = Den här inbjudan har tagits tillbaka
join-cancelled-text = Den går inte längre att använda. Fråga butikens ägare om du tror att det är ett misstag.
join-unknown-title = Vi hittar inte den här inbjudan
join-unknown-text = Länken kan ha blivit avklippt. Kopiera hela länken från meddelandet, eller be butikens ägare om en ny.
join-sign-in = Logga in
join-signed-in-title = Du är redan inloggad
join-signed-in-text = Den här inbjudan är till { $email }, och du är inloggad som { $name }. Logga ut först för att använda den.
join-sign-out = Logga ut och fortsätt

# En död länk, och att be ägaren om en ny.
join-ask = Be om en ny inbjudan
join-asking = Ber…
join-asked-title = Ditt önskemål är på väg
join-asked-text = Om butikens ägare bjuder in dig igen kommer den nya länken med e-post. Du behöver inte be två gånger.
