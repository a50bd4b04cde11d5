# Billing and subscription.

billing-lead = What the store costs, and how many people it has room for.
billing-present = Your plan
billing-plan = Plan
billing-price = Price
billing-a-month = { $price } a month
billing-people = People
billing-of = { $staff } of { $limit }
billing-people-hint = Whoever is invited or suspended has a place too. You need none. Revoking access makes room.
billing-next = Next invoice
billing-next-on = { $amount } on { $date }
billing-no-card = Nothing is paid here and no card is kept. You settle invoices with whoever runs this store's backend.
billing-plans = Plans
billing-room = { $count ->
    [one] Room for one person besides you
   *[other] Room for { $count } people besides you
}
billing-yours = Your plan
billing-too-small = { $count ->
    [one] Too small now: one person too many.
   *[other] Too small now: { $count } people too many.
}
billing-choose = Change to { $name }
billing-change-title = Change to { $name }?
billing-change-text = { $count ->
    [one] From now on there is room for one person besides you.
   *[other] From now on there is room for { $count } people besides you.
}
billing-change-next = The next invoice, on { $date }, is for { $amount }. Invoices so far stay as they are.
billing-change = Change plan
billing-changing = Changing plan…
billing-keep = Keep the plan
billing-changed = The store is on { $name } now.
billing-invoices = Invoices
billing-no-invoices = No invoices yet.
billing-number = Number
billing-date = Date
billing-amount = Amount
