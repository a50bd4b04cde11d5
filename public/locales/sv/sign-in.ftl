# Att logga in, och att logga in igen utan att förlora det man skrivit.

sign-in-title = Logga in
sign-in-email = E-post
sign-in-password = Lösenord
sign-in-show-password = Visa
sign-in-hide-password = Dölj
sign-in-code = Kod
sign-in-code-hint = Från din autentiseringsapp, eller en av dina reservkoder.
sign-in-submit = Logga in
sign-in-busy = Loggar in…
sign-in-forgotten = Glömt lösenordet?
sign-in-signed-out = Du är utloggad.
sign-in-access-ended = Du loggades ut: din session är slut eller din åtkomst har ändrats.
sign-in-revoked = Du loggades ut: butikens ägare har tagit tillbaka din åtkomst.
sign-in-kept = Det du skrev finns kvar här så att du kan kopiera det, men det går inte längre att spara.

sign-in-again-title = Logga in igen
sign-in-again-text = Du loggades ut för säkerhets skull. Logga in och fortsätt: det du skrev finns kvar.
sign-in-again-as = Du loggar in som { $email }.
sign-in-again-other = Någon annan loggade in. Det du skrev har lagts undan för säkerhets skull.
sign-in-again-done = Välkommen tillbaka. Inget gick förlorat.
sign-in-again-leave = Lämna utan att spara
