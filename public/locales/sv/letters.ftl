# Brev som inte har kommit fram.

letters-lead = Det som inte har nått någon än, och det som inte kunde levereras.
letters-kept-title = Brev skickas inte
letters-kept = Ingen e-postserver är inställd. Breven sparas som filer i mappen ”outbox” bredvid butikens data. Lämna själv inbjudningslänkarna vidare tills e-posten är inställd; README berättar hur.
letters-none = Inget brev väntar och inget har misslyckats.
letters-line-kept = Brev skickas inte utan sparas i en mapp: lämna länkarna vidare själv.
letters-line-failed = { $count ->
    [one] Ett brev kunde inte levereras.
   *[other] { $count } brev kunde inte levereras.
}
letters-see = Visa brev
letters-kind-invitation = Inbjudan
letters-kind-invitation-request = Någon ber om en ny inbjudan
letters-kind-reminder = Påminnelse om stegen före tillträde
letters-kind-second-factor = Inloggning i två steg nollställdes
letters-kind-password-link = Länk för ett nytt lösenord
letters-kind-password-reset = Nytt lösenord valdes
letters-kind-ownership = Vem som äger butiken
letters-kind-new-device = Inloggning på en ny enhet
letters-kind-cart = Påminnelse om varukorg
letters-kind-newsletter = Nyhetsbrev
letters-kind-newsletter-trial = Nyhetsbrev på prov
letters-kind-other = Brev
letters-waiting = Väntar
letters-failed = Inte levererat
letters-written = skrivet { $when }
letters-tried = { $count ->
    [0] inte försökt än
    [one] försökt en gång
   *[other] försökt { $count } gånger
}
letters-next = nästa försök { $when }
letters-of = till { $email }
letters-retry = Försök igen
letters-new-link = Gör en ny länk
letters-discard = Kasta
letters-retried = Brevet försöks skickas igen.
letters-discarded = Brevet är kastat.
letters-said = Svaret var: ”{ $said }”
letters-trouble-unreachable = E-postservern svarade inte.
letters-trouble-insecure = E-postservern gick inte att nå säkert: den erbjuder ingen kryptering, eller så stämmer inte dess certifikat.
letters-trouble-sign-in = E-postservern godtog inte namnet och lösenordet.
letters-trouble-delayed = E-postservern bad om ett nytt försök senare.
letters-trouble-refused = E-postservern tog inte emot brevet.
letters-trouble-address = Det går inte att skicka brev till den här adressen.
letters-trouble-folder = Det går inte att skriva i mappen för brev.
letters-trouble-other = Det kunde inte levereras.
letters-invitation-failed = Inbjudan kunde inte levereras. Skicka den igen, eller lämna den nya länken vidare själv.
letters-invitation-waiting = Inbjudan har inte levererats än. Den försöks skickas igen av sig själv.
