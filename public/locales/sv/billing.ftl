# Betalning och abonnemang.

billing-lead = Vad butiken kostar och hur många personer den har plats för.
billing-present = Ditt abonnemang
billing-plan = Abonnemang
billing-price = Pris
billing-a-month = { $price } i månaden
billing-people = Personer
billing-of = { $staff } av { $limit }
billing-people-hint = Den som är inbjuden eller avstängd har också en plats. Du behöver ingen. När du drar in någons åtkomst blir en plats ledig.
billing-next = Nästa faktura
billing-next-on = { $amount } den { $date }
billing-no-card = Här betalas ingenting och inget kort sparas. Fakturorna gör du upp med den som driver butikens backend.
billing-plans = Abonnemang att välja
billing-room = { $count ->
    [one] Plats för en person förutom dig
   *[other] Plats för { $count } personer förutom dig
}
billing-yours = Ditt abonnemang
billing-too-small = { $count ->
    [one] För litet nu: en person för mycket.
   *[other] För litet nu: { $count } personer för mycket.
}
billing-choose = Byt till { $name }
billing-change-title = Byta till { $name }?
billing-change-text = { $count ->
    [one] Från och med nu finns plats för en person förutom dig.
   *[other] Från och med nu finns plats för { $count } personer förutom dig.
}
billing-change-next = Nästa faktura, den { $date }, är på { $amount }. Tidigare fakturor ändras inte.
billing-change = Byt abonnemang
billing-changing = Byter abonnemang…
billing-keep = Behåll abonnemanget
billing-changed = Butiken har nu { $name }.
billing-invoices = Fakturor
billing-no-invoices = Inga fakturor än.
billing-number = Nummer
billing-date = Datum
billing-amount = Belopp
