# Den första sidan efter inloggningen.

overview-greeting = Hej, { $name }
overview-lead = Det här kan du göra i { $store }.
overview-lead-owner = Det här är { $store }. Allt här är ditt.
overview-sections = Dina avdelningar
overview-you-can = Du kan
overview-all = Allt i den här avdelningen
overview-open = Öppna
overview-reports-title = Försäljningssiffror
overview-reports-empty = Siffrorna visas här när det finns order.
overview-staff-title = Personalkonton
overview-staff-text = { $count ->
    [0] Än så länge har bara du åtkomst.
    [one] En person utöver dig har åtkomst.
   *[other] { $count } personer utöver dig har åtkomst.
}
overview-staff-invited = { $count ->
    [one] En inbjudan är öppen.
   *[other] { $count } inbjudningar är öppna.
}
overview-add-staff = Lägg till personalmedlem
overview-changed = Din åtkomst har ändrats. Menyn visar vad som är öppet för dig nu.
overview-sales-span = de senaste 30 dagarna
overview-ends-soon = Din åtkomst till { $store } slutar { $when }. Fråga ägaren om du behöver den längre.
overview-part-ends-soon = En del av din åtkomst till { $store } slutar { $when }: { $permissions }. Fråga ägaren om du behöver den längre.
