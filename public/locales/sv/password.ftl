# Att välja lösenord: vad som sägs om det medan det skrivs, och varför det inte tas emot.

password-too-common = För lätt att gissa: många använder det, eller något som liknar det.
password-too-personal = För lätt att gissa: det består av ditt namn, din e-postadress eller butikens namn.
password-fair = Det duger. Ett ord till skulle göra det starkare.
password-good = Bra lösenord.
password-strong = Starkt lösenord.
