# Sidan med personalkonton: alla som har åtkomst, och vad ägaren kan göra med den.

staff-lead = { $count ->
    [0] Bara du har åtkomst.
    [one] En person har åtkomst.
   *[other] { $count } personer har åtkomst.
}
staff-lead-invited = { $count ->
    [one] En inbjudan är öppen.
   *[other] { $count } inbjudningar är öppna.
}
staff-add = Lägg till personalmedlem
staff-search = Sök personal
staff-search-placeholder = Namn eller e-post
staff-tabs = Personalkonton efter status
staff-tab-current = Nuvarande
staff-tab-invited = Inbjudna
staff-tab-former = Tidigare
staff-filter-role = Roll
staff-filter-any-role = Alla roller
staff-filter-permission = Behörighet
staff-filter-any-permission = Alla behörigheter
staff-clear-filters = Rensa sökning och filter
staff-sort-by = Sortera efter { $column }
staff-sorted-ascending = Sorterat efter { $column }, från första till sista
staff-sorted-descending = Sorterat efter { $column }, från sista till första
staff-refreshing = Uppdaterar listan…

# Tabellen.
staff-column-name = Namn
staff-column-email = E-post
staff-column-access = Åtkomst
staff-column-status = Status
staff-column-last-seen = Senast sedd
staff-column-actions = Åtgärder
staff-name-unknown = Inget namn än
staff-you = Du
staff-owner = Ägare
staff-never-seen = Aldrig
staff-showing = Visar { NUMBER($shown) } av { $total ->
    [one] en person
   *[other] { $total } personer
}
staff-all-shown = { $count ->
    [one] En person
   *[other] { $count } personer
}
staff-found = { $count ->
    [0] Ingen hittades
    [one] En person hittades
   *[other] { $count } personer hittades
}
staff-show-more = Visa fler

# Hur det står till med kontot.
staff-status-invited = Inbjuden
staff-status-onboarding = Kommer igång
staff-status-active = Aktiv
staff-status-suspended = Avstängd
staff-status-ended = Åtkomsten har upphört
staff-ended-on = Åtkomsten upphörde { $when }
staff-invitation-expired = Inbjudan har gått ut
staff-days-left = { $days ->
    [0] Sista dagen
    [one] En dag kvar
   *[other] { $days } dagar kvar
}
staff-days-left-label = Dagar kvar
staff-starts = Från { $when }
staff-ends = Till { $when }
staff-ends-soon = Slutar { $when }

# Vad kontot får göra, med några ord.
staff-access-dated = { $count ->
    [one] En del för en tid
   *[other] { $count } delar för en tid
}
staff-access-ends-soon = { $count ->
    [one] En del slutar { $when }
   *[other] { $count } delar slutar snart, den första { $when }
}
staff-access-over = { $count ->
    [one] En del har slutat
   *[other] { $count } delar har slutat
}
staff-access-none = Ingen åtkomst än
staff-access-all = allt utom det som bara är ditt
# Mitt i en uppräkning: ”Försäljning, Katalog och en del av Marknadsföring”.
staff-access-part = en del av { $section }
# En roll, och hur många behörigheter utöver den.
staff-access-role-more = { $role } + { NUMBER($count) }
# Tidigare personal.
staff-access-had = Hade { $access }
staff-access-former-none = Ingen åtkomst
staff-access-role-changed = { $role }, ändrad
staff-access-owner = Allt

# Vad man kan göra på en rad.
staff-edit = Redigera behörigheter
staff-see = Visa konto
staff-revoke = Återkalla åtkomst
staff-resend = Skicka inbjudan igen
staff-cancel-invitation = Avbryt inbjudan
staff-suspend = Stäng av
staff-reactivate = Återaktivera
staff-invite-again = Bjud in igen
staff-end-sessions = Logga ut överallt
staff-for = för { $name }

# Ingen att visa.
staff-empty-title = Än så länge är det bara du
staff-empty-text = Bjud in den första personen, och välj vad den får göra.
staff-empty-invited-title = Inga öppna inbjudningar
staff-empty-invited-text = Alla du har bjudit in har börjat.
staff-empty-former-title = Ingen tidigare personal
staff-empty-former-text = När du återkallar någons åtkomst finns namnet kvar här.
staff-empty-search-title = Ingen passar in
staff-empty-search-text = Pröva med färre bokstäver, eller rensa sökningen och filtren.

# Länken i en inbjudan.
staff-invitation-sent-title = Inbjudan är skickad
staff-invitation-sent = { $name } är inbjuden. Du kan också lämna över länken själv.
staff-invitation-resent = En ny inbjudan är på väg till { $name }. Den tidigare länken fungerar inte längre.
staff-link-label = Inbjudningslänk
staff-link-hint = Visas bara den här gången. Den gäller till { $when }, och bara för { $email }.
staff-copy-link = Kopiera länken
staff-link-copied = Kopierad
staff-copy-failed = Webbläsaren ville inte kopiera. Markera länken och kopiera den själv.
staff-invitation-done = Klar

# Att återkalla.
staff-revoke-title = Återkalla åtkomst för { $name }?
staff-revoke-text = { $name } loggas ut överallt på en gång och kan inte logga in igen. Namnet finns kvar i dina uppgifter. Du kan bjuda in personen på nytt senare.
staff-revoke-invited-text = { $name } har inte börjat än. Länken i inbjudan slutar fungera på en gång.
staff-revoke-reason = Anledning
staff-revoke-reason-hint = Bara du ser den.
staff-revoke-confirm = Återkalla åtkomst
staff-revoke-keep = Behåll åtkomst
staff-revoke-busy = Återkallar åtkomst…
staff-revoked = Åtkomsten är återkallad. { $sessions ->
    [0] Ingen session var öppen.
    [one] En session avslutades.
   *[other] { $sessions } sessioner avslutades.
}
staff-revoked-millis = Det tog { NUMBER($millis) } ms.
staff-revoked-invitations = { $count ->
    [one] En inbjudan avbröts.
   *[other] { $count } inbjudningar avbröts.
}

# Att stänga av och ta tillbaka.
staff-suspend-title = Stänga av { $name }?
staff-suspend-text = { $name } loggas ut överallt på en gång och kan inte logga in förrän du återaktiverar kontot. Behörigheterna finns kvar.
staff-suspend-confirm = Stäng av
staff-suspend-busy = Stänger av…
staff-suspend-keep = Stäng inte av
staff-suspended = { $name } är avstängd.
staff-reactivated = { $name } har åtkomst igen.
staff-cancel-title = Avbryta inbjudan för { $name }?
staff-cancel-text = Länken slutar fungera på en gång.
staff-cancel-confirm = Avbryt inbjudan
staff-cancel-busy = Avbryter…
staff-cancel-keep = Behåll inbjudan
staff-cancelled = Inbjudan för { $name } är avbruten.
staff-end-sessions-title = Logga ut { $name } överallt?
staff-end-sessions-text = { $name } behåller sin åtkomst och kan logga in igen på en gång.
staff-end-sessions-confirm = Logga ut överallt
staff-end-sessions-busy = Loggar ut…
staff-end-sessions-keep = Förbli inloggad
staff-sessions-ended = { $count ->
    [0] Ingen session var öppen.
    [one] En session avslutades.
   *[other] { $count } sessioner avslutades.
}

# Two-step sign-in.
staff-two-factor = Inloggning i två steg
staff-two-factor-reset = Nollställ inloggning i två steg
staff-two-factor-reset-title = Nollställa inloggning i två steg för { $name }?
staff-two-factor-reset-text = { $name } loggas ut överallt och kan sedan logga in med bara lösenordet. Gör det bara när du är säker på vem som frågar. Ni får båda ett meddelande.
staff-two-factor-reset-confirm = Nollställ inloggning i två steg
staff-two-factor-reset-busy = Nollställer…
staff-two-factor-reset-keep = Behåll den
staff-two-factor-was-reset = { $name } kan nu logga in med bara lösenordet.

# Vad som väntar på ägaren om någon.
staff-asks = Ber om ny inbjudan
staff-dismiss = Avfärda önskemålet
staff-dismissed = Önskemålet från { $name } är avfärdat.
staff-remind = Skicka en påminnelse
staff-reminded = En påminnelse är på väg till { $name }.
# Ett steg före åtkomst, och när personen kom dit.
staff-stuck = { $step }, { $when }
staff-step-password = Lösenord
staff-step-basics = Säkerhetsregler
staff-step-tour = Rundtur
staff-revoked-requests = { $count ->
    [one] Ett önskemål stängt.
   *[other] { $count } önskemål stängda.
}
