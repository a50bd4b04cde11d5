# Att lägga till någon, och att ändra vad någon får göra.

staff-form-lead-new = Skriv vem det är, kryssa för vad personen får göra och skicka inbjudan.
staff-form-person = Person
staff-form-email = E-post
staff-form-email-hint = Hit går inbjudan. Personen loggar in med den här adressen.
staff-form-name = Namn
staff-form-name-hint = Personen kan rätta det när den börjar.
staff-form-role = Roll
staff-form-role-hint = En roll kryssar i de vanliga rutorna åt dig. Du kan ändra dem sedan.
staff-form-role-none = Ingen roll
staff-form-role-changed = { $role }, ändrad
# Further roles are counted: "Role 2".
staff-form-role-nth = Roll { NUMBER($number) }
staff-form-role-add = Lägg till en roll
staff-form-role-remove = Ta bort
staff-form-role-left = En del av { $role } är avbockad. En roll har man hel eller inte alls: när du sparar ges det som är ikryssat direkt i stället.
staff-form-role-whole = Kryssa i hela { $role } igen
staff-form-role-filled = Rutorna för { $role } är ikryssade.
staff-form-message = Några ord från dig
staff-form-message-hint = De står i inbjudan.
staff-form-dates = Tid
staff-form-starts = Åtkomsten börjar
staff-form-starts-hint = Lämna tomt för att börja genast.
staff-form-ends = Åtkomsten slutar
staff-form-ends-hint = Lämna tomt om den inte ska sluta. Bra för säsongshjälp och utomstående.
staff-form-two-weeks = Två veckor
staff-form-two-factor = Kräv inloggning i två steg
staff-form-two-factor-hint = Ingenting öppnas för personen förrän det är inställt.
staff-form-start-time = Klockslag då det börjar
staff-form-end-time = Klockslag då det slutar
staff-form-zone = Utan klockslag räknas hela dagar. Din tidszon: { $zone }.
staff-form-ends-soon = Åtkomsten slutar { $when }
staff-form-part-ends-soon = { $name } slutar { $when }
staff-form-status = Status
staff-form-last-seen = Senast sedd
staff-form-joined-none = Har inte börjat än
staff-form-account = Konto

# Kryssrutorna.
staff-form-permissions = Behörigheter
staff-form-permissions-hint = Kryssa i en hel avdelning, eller välj enskilda behörigheter under ”Finjustera”.
staff-form-fine-tune = Finjustera
staff-form-close = Stäng
staff-form-held-of = { NUMBER($held) } av { NUMBER($total) }
staff-form-held-all = Alla
staff-form-held-none = Ingen
staff-form-held-part = { $section }: { NUMBER($held) } av { NUMBER($total) } ikryssade
staff-form-needs = Kräver { $permissions }
staff-form-ticked-for-you = kräver { $permissions }, ikryssad åt dig
staff-form-unticked-for-you = kryssades ur, eftersom den kräver { $permissions }
staff-form-needed-by = behövs för { $permissions }
# Where a permission comes from.
staff-form-source-direct = Ges direkt
staff-form-source-role = Från { $roles }
staff-form-source-both = Från { $roles }, och ges direkt
staff-form-source-left = Utan den har man inte rollen { $roles }

# Vad som gör en behörighet känslig.
staff-form-sensitive = Känslig
staff-form-sensitive-money = Känslig: pengar
staff-form-sensitive-personal-data = Känslig: personuppgifter
staff-form-sensitive-hard-to-undo = Känslig: svår att ångra

# Vad som ändras när man sparar.
staff-form-changes = Ändringar
staff-form-will-change = Det här ändras
staff-form-will-get = Personen kommer att kunna
staff-form-adds = Lägger till
staff-form-removes = Tar bort
staff-form-adds-list = lägger till { $permissions }
staff-form-removes-list = tar bort { $permissions }
staff-form-change-name = Namn: { $name }
staff-form-change-role = Roll: { $role }
staff-form-change-starts = Börjar: { $when }
staff-form-change-starts-none = Börjar genast
staff-form-change-ends = Slutar: { $when }
staff-form-change-ends-none = Inget slut
staff-form-no-changes = Inget har ändrats än.
staff-form-at-once = Det gäller på en gång, även på sidor som personen har öppna.
staff-form-none-ticked = Ingen behörighet är ikryssad. Personen kan logga in, men ser inget utom sin profil.
staff-form-save = Spara behörigheter
staff-form-send = Skicka inbjudan
staff-form-sending = Skickar…
staff-form-saving = Sparar…
staff-form-discard = Kasta ändringarna
staff-form-cancel = Avbryt
staff-form-saved = Sparat. { $name } har de nya behörigheterna nu.
staff-form-saved-invited = Sparat. { $name } får de här behörigheterna när personen börjar.
staff-form-changed-elsewhere = Kontot ändrades i ett annat fönster. Du ser den senaste versionen.
staff-form-unsaved-title = Lämna utan att spara?
staff-form-unsaved-text = Dina ändringar i kontot är inte sparade.
staff-form-unsaved-leave = Lämna
staff-form-unsaved-stay = Stanna kvar

# Innan något känsligt sparas.
staff-form-confirm-title = Ge { $name } känsliga behörigheter?
staff-form-confirm-text = { $count ->
    [one] Den här behörigheten är värd en extra tanke:
   *[other] De här { $count } behörigheterna är värda en extra tanke:
}
staff-form-confirm-yes = Ja, ge dem
staff-form-confirm-no = Gå tillbaka

# Det som ägaren behåller.
staff-form-owner-title = Det här behåller du
staff-form-owner-text = Ingen du bjuder in kan se eller ändra personalkonton, roller, fakturering eller abonnemanget. Ingen ruta ger bort det.

# Någon annan sparade först.
staff-form-conflict-title = Någon annan sparade först
staff-form-conflict-text = Kontot ändrades medan du arbetade. Inget går förlorat: lägg dina ändringar ovanpå det som nu är sparat, eller ta det som är sparat.
staff-form-conflict-yours = Din
staff-form-conflict-theirs = Sparad under tiden
staff-form-conflict-none = Inga skillnader
staff-form-keep-mine = Behåll mina ändringar
staff-form-take-theirs = Ta den andra
staff-form-conflict-kept = Din version står i formuläret igen. Spara för att behålla den.
staff-form-conflict-taken = Den sparade versionen står i formuläret nu.

# Tidigare personal.
staff-form-former = { $name } har inte längre åtkomst. Namnet finns kvar i dina uppgifter.
staff-form-former-permissions = Hade åtkomst till
staff-form-invite-again = Bjud in igen
staff-form-invite-again-hint = Samma e-postadress, ny början: kryssa för vad personen får göra nu.
staff-form-danger = Ta bort åtkomst
staff-form-suspend-hint = För en tid. Behörigheterna finns kvar.
staff-form-revoke-hint = För gott. Namnet finns kvar i dina uppgifter.
staff-form-uses = Senast använda behörigheter
staff-form-uses-none = Ingen behörighet har använts än.

# Dates of single roles and permissions.
staff-form-periods = Datum för enstaka roller och behörigheter
staff-form-periods-hint = För det som någon bara behöver en tid, inom datumen för hela åtkomsten.
staff-form-periods-add = Lägg till datum för
staff-form-periods-choose = Välj…
staff-form-period-from = Från
staff-form-period-until = Till och med
staff-form-period-remove = Ta bort datum
staff-form-change-period-starts = { $name }: från { $when }
staff-form-change-period-ends = { $name }: till och med { $when }
staff-form-change-period-none = { $name }: inga egna datum

# Vad som väntar på ägaren om den här personen.
staff-form-asks = { $name } ber om en ny inbjudan
staff-form-asked = Bad om den { $when }. En ny inbjudan är svaret.
staff-form-send-again = Skicka inbjudan igen
staff-form-underway = { $name } håller på att komma igång
staff-form-underway-left = Kvar innan åtkomsten öppnas: { $steps }. Vid det första sedan { $when }.
staff-form-reminded = Den senaste påminnelsen skickades { $when }. Nästa kan skickas ett dygn senare.

# Beviset på en återkallelse.
proof-title = Vad som avslutades
proof-lead = { $by } återkallade åtkomsten { $when }.
proof-sessions = Avslutade sessioner
proof-tokens = Av dem program med en nyckel
proof-invitations = Återtagna inbjudningar
proof-requests = Stängda önskemål
proof-took = Det tog
proof-millis = { NUMBER($millis) } ms
proof-changes = Vad { $name } ändrade senast
proof-no-changes = { $name } ändrade ingenting i butiken.
proof-created = Skapade
proof-changed = Ändrade
proof-deleted = Tog bort
proof-restored = Tog tillbaka
proof-command = ”{ $command }”:
