# Att bekräfta att det är du, inför det som betyder mest.

proof-title = Bekräfta att det är du
proof-text = Det har gått en stund sedan du loggade in. Skriv ditt lösenord för att gå vidare: det du skrev står kvar.
proof-confirm = Bekräfta
proof-busy = Bekräftar…
