# Det egna kontot. Det kräver ingen behörighet.

profile-lead = Ditt namn, språk och lösenord, och var du är inloggad.
profile-about = Om dig
profile-name = Namn
profile-name-hint = Alla som arbetar i butiken ser det.
profile-email = E-post
profile-email-hint = Du loggar in med den här adressen. Bara ägaren kan ändra den, genom att bjuda in dig på nytt.
profile-email-hint-owner = Du loggar in med den här adressen.
profile-save = Spara
profile-saved = Sparat.

profile-stale-title = Ditt namn ändrades någon annanstans
profile-stale-text = Det är ”{ $name }” nu. Det du skrev finns kvar: spara igen för att använda det.
profile-stale-take = Använd ”{ $name }”

profile-preferences = Utseende
profile-language = Språk
profile-language-browser = Som i webbläsaren
profile-language-saved = Språket är ändrat.
profile-theme = Färger
profile-theme-system = Som systemet
profile-theme-light = Ljust
profile-theme-dark = Mörkt
profile-density = Täthet
profile-density-comfortable = Luftig
profile-density-compact = Kompakt
profile-here-only = Färger och täthet sparas i den här webbläsaren.

profile-password = Lösenord
profile-password-text = Ett nytt lösenord loggar ut dig överallt annars.
profile-password-current = Nuvarande lösenord
profile-password-new = Nytt lösenord
profile-password-hint = Minst { $min } tecken, eller { $shorter } medan tvåstegsinloggning är på. Tre eller fyra ord som du kommer ihåg fungerar bra.
profile-password-show = Visa
profile-password-hide = Dölj
profile-password-save = Byt lösenord
profile-password-saved = Lösenordet är bytt. Du är utloggad överallt annars.

profile-two-factor = Inloggning i två steg
profile-two-factor-off = Inloggningen frågar bara efter ditt lösenord. Med en autentiseringsapp i telefonen kommer ingen in som bara kan lösenordet.
profile-two-factor-on = Inloggningen frågar efter en kod från din autentiseringsapp.
profile-two-factor-left = { $count ->
    [0] Ingen återställningskod finns kvar. Skapa nya innan du blir av med telefonen.
    [one] En återställningskod finns kvar.
   *[other] { $count } återställningskoder finns kvar.
}
profile-two-factor-set-up = Ställ in
profile-two-factor-new-codes = Nya återställningskoder
profile-two-factor-turn-off = Stäng av
profile-two-factor-required = Butikens ägare kräver det av dig.
profile-two-factor-go-on = Fortsätt
profile-two-factor-prove-set-up = Ange ditt lösenord först.
profile-two-factor-prove-new-codes = Ange ditt lösenord. Återställningskoderna du har nu slutar gälla.
profile-two-factor-prove-turn-off = Ange ditt lösenord. Därefter frågar inloggningen inte efter något mer.
profile-two-factor-scan = Skanna koden med din autentiseringsapp och ange sedan koden som appen visar.
profile-two-factor-picture = QR-kod för din autentiseringsapp
profile-two-factor-secret = Eller skriv in nyckeln för hand
profile-two-factor-code = Kod
profile-two-factor-code-hint = Sex siffror, nya var 30:e sekund
profile-two-factor-turn-on = Slå på
profile-two-factor-turned-on = Inloggning i två steg är på. Du är utloggad överallt annars.
profile-two-factor-turned-off = Inloggning i två steg är av. Du är utloggad överallt annars.
profile-two-factor-copy = Kopiera
profile-two-factor-copied = Kopierat
profile-two-factor-codes = Återställningskoder
profile-two-factor-codes-text = Spara koderna på ett säkert ställe. Var och en låter dig logga in en gång när du inte har telefonen. De visas bara nu.
profile-two-factor-codes-all = Alla, att kopiera
profile-two-factor-download = Ladda ned som text
profile-two-factor-kept = Jag har sparat dem

profile-sessions = Här är du inloggad
profile-sessions-text = Känner du inte igen någon av dem? Logga ut den och byt lösenord.
profile-session-this = Den här enheten
profile-session-unknown = Okänd enhet
profile-session-since = Inloggad { $when }
profile-session-seen = Senast sedd { $when }
profile-session-new = Ny
profile-session-you = Var det du?
profile-session-recognise = Ja, det var jag
profile-session-end = Logga ut
profile-session-end-of = från { $device }
profile-session-ended = Utloggad från { $device }.
profile-sessions-end-others = Logga ut överallt annars
profile-sessions-only = Du är bara inloggad här.
profile-sessions-ended = { $count ->
    [0] Ingen annan session var öppen.
    [one] En annan session avslutades.
   *[other] { $count } andra sessioner avslutades.
}

profile-access = Det här kan du göra
profile-access-owner = Du äger butiken och kan göra allt.
profile-access-none = Inget har öppnats för dig än.
profile-access-until = Till { $when }
# Single permissions that are held for a time.
profile-access-part-from = Från { $when }: { $permissions }
profile-access-part-until = Till { $when }: { $permissions }
profile-access-part-ended = Slutade { $when }: { $permissions }
