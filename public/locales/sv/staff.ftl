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
staff-filter-any-two-factor = Alla
staff-filter-with-two-factor = På
staff-filter-without-two-factor = Av
staff-clear-filters = Rensa sökning och filter

# Tabellen.
staff-column-name = Namn
staff-column-email = E-post
staff-column-access = Åtkomst
staff-column-status = Status
staff-column-last-seen = Senast sedd
staff-column-actions = Åtgärder
staff-name-unknown = Inget namn än
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
staff-invitation-expired = Inbjudan har gått ut
staff-not-delivered = Inte levererad
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

# Vad man kan göra på en rad.
staff-edit = Redigera behörigheter
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

# Two-step sign-in.
staff-two-factor = Inloggning i två steg
staff-password-link = Skicka en länk för nytt lösenord
staff-password-link-title = Skicka { $name } en länk för ett nytt lösenord?
staff-password-link-text = { $name } får den med e-post och väljer lösenordet på egen hand: du ser det aldrig. Det nuvarande lösenordet gäller till dess.
staff-password-link-confirm = Skicka länken
staff-password-link-busy = Skickar…
staff-password-link-sent = En länk för ett nytt lösenord är på väg till { $name }.
staff-two-factor-reset = Nollställ inloggning i två steg

# Vad som väntar på ägaren om någon.
staff-asks = Ber om ny inbjudan
staff-dismiss = Avfärda önskemålet
staff-remind = Skicka en påminnelse
# Ett steg före åtkomst, och när personen kom dit.
staff-stuck = { $step }, { $when }
staff-step-password = Lösenord
staff-step-basics = Säkerhetsregler
staff-step-tour = Rundtur
