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
profile-password-hint = Minst { $min ->
    [one] ett tecken
   *[other] { $min } tecken
}. Tre eller fyra ord som du kommer ihåg fungerar bra.
profile-password-show = Visa
profile-password-hide = Dölj
profile-password-save = Byt lösenord
profile-password-saved = Lösenordet är bytt. Du är utloggad överallt annars.

profile-sessions = Här är du inloggad
profile-sessions-text = Känner du inte igen någon av dem? Logga ut den och byt lösenord.
profile-session-this = Den här enheten
profile-session-unknown = Okänd enhet
profile-session-since = Inloggad { $when }
profile-session-seen = Senast sedd { $when }
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
