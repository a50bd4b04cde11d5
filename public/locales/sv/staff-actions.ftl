# Vad ägaren kan göra med ett konto som helhet: dialogrutorna, och vad som sägs när det är gjort.

# Hur det står till med kontot.
staff-ended-on = Åtkomsten upphörde { $when }

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
staff-two-factor-reset-title = Nollställa inloggning i två steg för { $name }?
staff-two-factor-reset-text = { $name } loggas ut överallt och kan sedan logga in med bara lösenordet. Gör det bara när du är säker på vem som frågar. Ni får båda ett meddelande.
staff-two-factor-reset-confirm = Nollställ inloggning i två steg
staff-two-factor-reset-busy = Nollställer…
staff-two-factor-reset-keep = Behåll den
staff-two-factor-was-reset = { $name } kan nu logga in med bara lösenordet.

# Vad som väntade på ägaren om någon.
staff-dismissed = Önskemålet från { $name } är avfärdat.
staff-reminded = En påminnelse är på väg till { $name }.
staff-revoked-requests = { $count ->
    [one] Ett önskemål stängt.
   *[other] { $count } önskemål stängda.
}
