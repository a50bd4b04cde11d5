# Vad som har hänt i butiken.

activity-lead = Vem som gjorde vad, med vem eller vad, och när. Inget här kan ändras.
activity-person-any = Alla
activity-kind = Vad
activity-kind-any = Allt
activity-group-signing = Inloggning och utloggning
activity-group-refused = Avvisat
activity-group-staff = Personal och inbjudningar
activity-group-roles = Roller
activity-group-records = Poster och inställningar
activity-group-files = Uttagna filer
activity-section = Avdelning
activity-section-any = Alla avdelningar
activity-search = Sök bland namn och skäl
activity-one = Bara det som hänt med en enda post visas.
activity-all = Visa allt
activity-count = { $count ->
    [one] En händelse
   *[other] { $count } händelser
}
activity-empty-title = Inget har hänt än
activity-empty-text = Allt som görs från och med nu skrivs ned här.
activity-more = Visa äldre
activity-history = Historik
activity-verify = Kontrollera
activity-verified = { $count ->
    [one] Den enda händelsen är som den skrevs.
   *[other] Alla { $count } händelser är som de skrevs.
}
activity-faulty = { $count ->
    [one] En händelse är inte som den skrevs.
   *[other] { $count } händelser är inte som de skrevs.
}
activity-altered = Händelse { $number } har ändrats.
activity-removed = Händelse { $number } har tagits bort.
activity-inserted = Händelse { $number } har lagts till i efterhand.
activity-reordered = Händelse { $number } har flyttats.
activity-noted-holds = Allt som fanns när kontrollpunkten antecknades finns kvar.
activity-noted-cut-off = Händelser i slutet har kapats sedan kontrollpunkten antecknades.
activity-noted-differs = Händelser har skrivits om sedan kontrollpunkten antecknades.
activity-head = Kontrollpunkt
activity-head-hint = Spara det någon annanstans. Med det märker du senare om de sista händelserna har kapats.
activity-noted = En kontrollpunkt som antecknats tidigare
activity-somebody = Någon
activity-itself = Latchkey
activity-record = en post ({ $resource })
activity-owner-created = { $actor } satte upp butiken
activity-ownership-offered = { $actor } erbjöd { $subject } butiken
activity-ownership-offer-closed = { $actor } avslutade erbjudandet om butiken till { $subject }
activity-ownership-transferred = { $subject } blev butikens ägare efter { $former }
activity-signed-in = { $actor } loggade in
activity-sign-in-failed = En inloggning som { $subject } misslyckades
activity-sign-in-unknown = En inloggning med okänd adress misslyckades
activity-sign-in-refused = { $subject } kunde lösenordet och släpptes inte in
activity-signed-out = { $actor } loggade ut
activity-proven-again = { $actor } bekräftade sin identitet
activity-sessions-ended = { $actor } avslutade { $count ->
    [one] en session
   *[other] { $count } sessioner
} för { $subject }
activity-refused = { $actor } bad om något och nekades
activity-refused-see = { $actor } försökte se ”{ $page }” och nekades
activity-refused-change = { $actor } försökte ändra ”{ $page }” och nekades
activity-refused-file = { $actor } försökte ta ut ”{ $page }” som fil och nekades
activity-password-changed = { $actor } bytte sitt lösenord
activity-password-link-asked = Någon bad om ett nytt lösenord för { $subject }; en länk skickades
activity-password-link-sent = { $actor } lät skicka en länk för ett nytt lösenord till { $subject }
activity-password-reset = { $actor } valde ett nytt lösenord med en länk
activity-password-refused = { $actor } angav fel nuvarande lösenord
activity-profile-changed = { $actor } ändrade sin profil
activity-invited = { $actor } bjöd in { $subject }
activity-invitation-resent = { $actor } skickade inbjudan till { $subject } igen
activity-invitation-cancelled = { $actor } drog tillbaka inbjudan till { $subject }
activity-joined = { $actor } gick med
activity-staff-changed = { $actor } ändrade vad { $subject } får göra
activity-suspended = { $actor } stängde av { $subject }
activity-reactivated = { $actor } släppte in { $subject } igen
activity-revoked = { $actor } återkallade åtkomsten för { $subject }
activity-role-created = { $actor } skapade rollen { $subject }
activity-role-changed = { $actor } ändrade rollen { $subject }
activity-role-reset = { $actor } ångrade alla ändringar av rollen { $subject }
activity-role-deleted = { $actor } tog bort rollen { $subject }
activity-role-restored = { $actor } tog tillbaka rollen { $subject }
activity-holders-moved = { $actor } gav dem som hade { $subject } rollen { $to }
activity-holders-dropped = { $actor } tog rollen { $subject } från alla som hade den
activity-record-created = { $actor } skapade { $subject }
activity-record-changed = { $actor } ändrade { $subject }
activity-record-followed = { $subject } ändrades genom det som { $actor } gjorde
activity-record-deleted = { $actor } tog bort { $subject }
activity-record-restored = { $actor } tog tillbaka { $subject }
activity-command-done = { $actor } gjorde ”{ $command }” med { $subject }
activity-list-exported = { $actor } tog ut { $subject } som fil ({ $count ->
    [one] en post
   *[other] { $count } poster
})
activity-report-exported = { $actor } tog ut rapporten { $subject } som fil
activity-activity-exported = { $actor } tog ut den här förteckningen som fil
activity-plan-changed = { $actor } bytte abonnemang till { $plan }
activity-invoices-exported = { $actor } tog ut fakturorna som fil
activity-two-factor-on = { $actor } slog på inloggning i två steg
activity-two-factor-off = { $actor } stängde av inloggning i två steg
activity-two-factor-reset = { $actor } nollställde inloggning i två steg för { $subject }
activity-recovery-codes-made = { $actor } skapade nya återställningskoder
activity-recovery-code-used = { $subject } loggade in med en återställningskod
activity-letter-failed = Ett brev till { $subject } kunde inte levereras
activity-letter-failed-customer = Ett brev till en kund kunde inte levereras
activity-letter-retried = { $actor } lät ett brev till { $subject } skickas igen
activity-letter-retried-customer = { $actor } lät ett brev till en kund skickas igen
activity-letter-discarded = { $actor } kastade ett brev till { $subject }
activity-letter-discarded-customer = { $actor } kastade ett brev till en kund
activity-times = { $count ->
    [one] en gång till
   *[other] { $count } gånger till
}
activity-reason = Skäl: { $reason }
activity-details = Detaljer
activity-number = Händelse
activity-device = Enhet
activity-address = Nätverksadress
activity-call = Förfrågan
activity-missing = Behörighet som saknades
activity-people = Berörda personer
activity-field-plan = Abonnemang
activity-was-now = { $before } → { $after }
activity-was = var { $before }
activity-changed = ändrades
activity-gained = fick { $list }
activity-lost = förlorade { $list }
activity-invitation-requested = { $subject } bad om en ny inbjudan
activity-invitation-request-dismissed = { $actor } avfärdade önskemålet från { $subject } om en ny inbjudan
activity-onboarding-changed = { $actor } ändrade stegen före åtkomst
activity-onboarding-step-done = { $actor } tog ett steg före åtkomst: { $step }
activity-onboarding-finished = { $subject } har inga steg kvar, och åtkomsten är öppen
activity-reminded = { $actor } påminde { $subject } om stegen som återstår
activity-field-basics = Version av säkerhetsreglerna
activity-field-two-factor = Inloggning i två steg krävs av
