# Sidor som berättar varför inget öppnas, och vad man gör åt det.

no-access-title = Du har inte åtkomst till den här sidan
no-access-withdrawn = Du får inte längre öppna den här sidan.
no-access-missing = { $count ->
    [one] Du behöver den här behörigheten:
   *[other] Du behöver de här behörigheterna:
}
no-access-any = Du behöver en av de här behörigheterna:
no-access-owner = Den här sidan är till för butikens ägare.
no-access-ask = Fråga butikens ägare om du behöver den i ditt arbete.
no-access-was-changed = Din åtkomst ändrades medan du hade sidan öppen.

no-access-yet-title = Ingen åtkomst än
no-access-yet-text = Du är inloggad i { $store }, men inget har öppnats för dig än. Fråga butikens ägare. Så snart något öppnas visas det här av sig självt.

not-started-title = Din åtkomst börjar { $when }
not-started-text = Kom tillbaka då. Din profil kan du redan se över.

ended-title = Din åtkomst har upphört
ended-text = Den upphörde { $when }. Fråga butikens ägare om du fortfarande behöver den.
ended-text-undated = Fråga butikens ägare om du fortfarande behöver den.

suspended-title = Din åtkomst är pausad
suspended-text = Be butikens ägare att slå på den igen.

onboarding-title = Några steg först
onboarding-text = Det är något kvar att göra innan din åtkomst öppnas.

not-found-title = Det finns inget på den här adressen
not-found-text = Sidan kan ha flyttat, eller så är adressen felskriven.
not-found-staff-title = Vi hittar inte den här personen
not-found-staff-text = Länken kan vara fel. Leta efter namnet bland personalkontona.
not-found-back-to-staff = Till personalkontona

no-access-go-to-profile = Till min profil
