# Att bekräfta att det är du, inför det som betyder mest.

identity-title = Bekräfta att det är du
identity-text = Det har gått en stund sedan du loggade in. Skriv ditt lösenord för att gå vidare: det du skrev står kvar.
identity-confirm = Bekräfta
identity-busy = Bekräftar…
