# Stegen mellan att gå med och åtkomst: nykomlingens sida, och ägarens.

onboarding-lead = Innan { $store } öppnas för dig.
onboarding-go = Ta stegen
onboarding-kept = Ett steg kommer först. Det du skrev finns kvar här: ta steget i en annan flik och fortsätt.
onboarding-steps = Dina steg
onboarding-progress = { NUMBER($done) } av { NUMBER($total) } klara
onboarding-progress-label = Klara steg
onboarding-done = Klart
onboarding-now = Nu
onboarding-later = Senare
onboarding-over = Alla steg är klara
onboarding-welcome = Allt klart. Välkommen till { $store }.
onboarding-password = Välj ett lösenord
onboarding-basics = Läs och godkänn säkerhetsreglerna
onboarding-tour = Ta rundturen
onboarding-two-factor = Butikens ägare ber om det. Varje inloggning frågar då efter en kod från en app i din telefon utöver lösenordet, så att ingen kommer in som bara kan lösenordet. Det tar två minuter.
onboarding-two-factor-go = Ställ in inloggning i två steg

onboarding-basics-title = Säkerhetsregler
onboarding-read = Jag har läst det här och håller mig till det
onboarding-read-first = Läs texten och kryssa sedan i rutan.
onboarding-accept = Godkänn och gå vidare

onboarding-tour-title = Rundtur
onboarding-tour-lead = Det här är menyerna du får, och vad du kan göra där.
onboarding-tour-stop = Del { NUMBER($n) } av { NUMBER($total) }.
onboarding-tour-nothing = Ingenting har öppnats för dig än. Ägaren kan göra det när som helst; då syns det i menyn av sig självt.
onboarding-tour-back = Tillbaka
onboarding-tour-next = Nästa
onboarding-tour-finish = Klar

# Ägarens sida.
onboarding-settings-lead = Vad som kommer mellan att gå med och åtkomst. Tills det är gjort öppnar kontot ingenting.
onboarding-settings-steps = Steg
onboarding-settings-password-hint = Alltid. Var och en väljer sitt eget när de går med, och ingen annan får veta det.
onboarding-settings-basics-hint = Texten nedan, på läsarens språk.
onboarding-settings-tour-hint = Visar varje nykomling exakt de menyer som de får.
two-factor-lead = Den som måste ha det och inte har ställt in det gör det innan arbetet går vidare. Av enskilda personer begärs det på deras sida.
two-factor-optional = Den som vill
two-factor-optional-hint = Alla kan ställa in det under ”Min profil”.
two-factor-sensitive = Den som har något känsligt
two-factor-sensitive-hint = Återbetalningar, export, betalningssätt och liknande, nu eller från ett senare datum.
two-factor-everybody = All personal
two-factor-everybody-hint = Nykomlingar ställer in det innan åtkomsten börjar.
onboarding-settings-text-hint = En tom rad börjar ett nytt stycke. Är ett språk tomt visas den engelska texten.
onboarding-settings-version = Det här är version { NUMBER($version) }.
onboarding-settings-new-version = När du sparar blir det en ny version.
onboarding-settings-everybody = Alla måste godkänna den här texten
onboarding-settings-everybody-hint = Den som har åtkomst och inte har godkänt den gör det innan arbetet går vidare; det de skriver finns kvar. Annars är texten för nykomlingar.
onboarding-settings-unsaved = Inte sparat än
onboarding-settings-saved = { $count ->
    [0] Sparat.
    [one] Sparat. En person har ett steg att ta först.
   *[other] Sparat. { $count } personer har ett steg att ta först.
}
onboarding-settings-conflict = Någon annan ändrade det här medan du arbetade
