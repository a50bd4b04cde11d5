# The first start of a new store: its owner.

setup-title = Set up your store
setup-lead = You will be the owner: the one who invites people and decides what they may do.
setup-store-name = Store name
setup-currency = Currency
setup-currency-choose = Choose a currency
setup-currency-hint = You sell in this currency.
setup-name = Your name
setup-email = Email
setup-email-hint = You will sign in with this address.
setup-password = Password
setup-password-hint = At least { $min ->
    [one] one character
   *[other] { $min } characters
}. Three or four words you can remember work well.
setup-show-password = Show
setup-hide-password = Hide
setup-submit = Open the store
setup-busy = Opening the store…
setup-done = Your store is ready. Invite the first person when you like.
setup-no-token-title = Open the set-up link
setup-no-token-text = This store has no owner yet. The program that runs it has printed a set-up link: open that link to begin.
setup-bad-token-title = This set-up link doesn't work
setup-bad-token-text = It may have been cut off or belong to an earlier start. Open the link that was printed last.
setup-already-title = This store already has an owner
setup-already-text = Sign in, or ask the owner for an invitation.
setup-sign-in = Sign in
