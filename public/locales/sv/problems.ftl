# Avslag, en mening för varje kod i kontraktet: vad som hände och vägen vidare.

problem-malformed = Butiken kunde inte läsa det här. Ladda om sidan och försök en gång till.
problem-signed-out = Du är utloggad. Logga in för att fortsätta.
problem-no-owner = Butiken har ingen ägare än. Öppna startlänken som skrevs ut när den startades.
problem-invalid-credentials = E-post och lösenord hör inte ihop. Kontrollera båda och försök igen.
problem-otp-required = Skriv koden från din autentiseringsapp eller en av dina reservkoder.
problem-reauth-required = Ingenting gjordes, eftersom du inte bekräftade att det är du. Försök igen när du vill.
problem-missing-permission = Du har inte behörighet att göra det här. Fråga butikens ägare om du behöver den.
problem-owner-only = Bara butikens ägare kan göra det här.
problem-password-too-short = Lösenordet stämmer, men är för kort nu när tvåstegsinloggning är av. Välj ”Glömt lösenordet?” för att få en länk till ett längre.
problem-suspended = Din åtkomst är pausad. Be butikens ägare att slå på den igen.
problem-onboarding = Det är några steg kvar innan din åtkomst öppnas. Gör klart dem först.
problem-not-started = Din åtkomst har inte börjat än.
problem-ended = Din åtkomst till butiken har upphört. Fråga ägaren om du fortfarande behöver den.
problem-origin-mismatch = Butiken sade nej, eftersom det kom från en annan adress än dess egen. Öppna butiken på dess vanliga adress.
problem-not-found = Det här finns inte längre. Det kan ha tagits bort under tiden.
problem-method-not-allowed = Butiken kan inte göra det här. Ladda om sidan: den kan ha uppdaterats.
problem-email-taken = Någon med den här e-postadressen finns redan i listan. Leta bland personalkontona.
problem-staff-limit = { $limit ->
    [one] Abonnemanget har plats för en person, och platsen är upptagen. Välj ett större abonnemang, eller dra in någons åtkomst först.
   *[other] Abonnemanget har plats för { $limit } personer, och alla platser är upptagna. Välj ett större abonnemang, eller dra in någons åtkomst först.
}
problem-state = Det går inte längre, eftersom något har ändrats under tiden. Ladda om sidan för att se hur det ser ut nu.
problem-invitation-expired = Den här inbjudan har gått ut. Be butikens ägare att skicka en ny.
problem-invitation-replaced = En nyare inbjudan har skickats. Leta upp det senaste meddelandet.
problem-invitation-used = Den här inbjudan är redan använd. Om det var du: logga in.
problem-invitation-cancelled = Den här inbjudan har tagits tillbaka. Fråga butikens ägare om du tror att det är ett misstag.
problem-password-link-over = Länken har redan använts, är för gammal, eller så har en nyare skickats. Be om en ny.
problem-stale = Någon annan ändrade det här medan du arbetade. Jämför de två versionerna innan du sparar.
problem-too-large = Det är för mycket på en gång. Korta ner det och försök igen.
problem-unsupported-media-type = Butiken kunde inte läsa det här. Ladda om sidan och försök en gång till.
problem-invalid = En del av det du skrev går inte att spara. Titta på de markerade fälten.
problem-idempotency-mismatch = Det här har skickats förut med annat innehåll. Ladda om sidan och försök en gång till.
problem-precondition-required = Ladda om sidan och gör ändringen en gång till.
problem-too-many-attempts = För många försök. Vänta en stund och försök sedan igen.
problem-internal = Något gick fel i butiken. Det är inte ditt fel; försök igen om en stund.
problem-unavailable = Butiken kan inte spara något just nu. Inget du skrivit är förlorat; försök igen om en stund.
problem-unknown = Butiken sade nej av en anledning som vi inte känner till. Ladda om sidan och försök en gång till.

problem-too-many-attempts-wait = För många försök. Vänta { $seconds ->
    [one] en sekund
   *[other] { $seconds } sekunder
} och försök sedan igen.

errors-title = { $count ->
    [one] En sak behöver rättas till
   *[other] { $count } saker behöver rättas till
}

field-required = Det här får inte lämnas tomt.
field-too-short = Använd minst { $min ->
    [one] ett tecken
   *[other] { $min } tecken
}.
field-too-long = Använd högst { $max ->
    [one] ett tecken
   *[other] { $max } tecken
}.
field-malformed = Det här är inte skrivet som det ska. Titta efter skrivfel.
field-below-minimum = Det här är mindre än det får vara.
field-above-maximum = Det här är större än det får vara.
field-too-few = Det är för få.
field-too-many = Det är för många.
field-wrong-type = Det här är inte ett sådant värde som ska stå här.
field-taken = En annan har det redan. Välj något annat.
field-unknown-value = Det här finns inte längre. Välj något annat.
field-unknown-member = Det här går inte att ange här. Ladda om sidan: den kan ha uppdaterats.
field-ends-before-start = Slutet kommer före början. Välj ett senare slut.
field-mismatch = Det här stämmer inte.
field-other = Det här går inte att spara som det är.

field-email-required = Skriv en e-postadress.
field-email-malformed = Skriv en hel e-postadress, till exempel namn@example.com.
field-name-required = Skriv ett namn.
field-password-required = Skriv ditt lösenord.
field-new-password-required = Välj ett lösenord.
field-password-too-short = Använd minst { $min ->
    [one] ett tecken
   *[other] { $min } tecken
}. Du har { $count ->
    [one] ett
   *[other] { $count }
} hittills.
field-current-password-too-short = För kort för att vara det enda som efterfrågas. Byt först till ett lösenord med minst { $min } tecken och stäng sedan av tvåstegsinloggning.
field-new-password-too-short = Använd minst { $min } tecken, eller { $shorter } medan tvåstegsinloggning är på.
field-current-password-mismatch = Det är inte ditt nuvarande lösenord.
field-code-mismatch = Koden fungerar inte, eller inte längre. Vänta på nästa.
field-store-name-required = Skriv butikens namn.
field-currency-malformed = Välj en valuta.
