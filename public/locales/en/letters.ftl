# Letters that have not arrived.

letters-lead = What has not reached anybody yet, and what could not be delivered.
letters-kept-title = Letters are not sent
letters-kept = No mail server is set up. Letters are kept as files in the folder “outbox” beside the store's data. Pass invitation links on yourself until mail is set up; the README says how.
letters-none = No letter is waiting, and none has failed.
letters-line-kept = Letters are not sent but kept in a folder: pass links on yourself.
letters-line-failed = { $count ->
    [one] One letter could not be delivered.
   *[other] { $count } letters could not be delivered.
}
letters-see = See letters
letters-kind-invitation = Invitation
letters-kind-invitation-request = Somebody asks for a new invitation
letters-kind-reminder = Reminder of the steps before access
letters-kind-second-factor = Two-step sign-in was reset
letters-kind-password-link = Link for a new password
letters-kind-password-reset = Password was chosen anew
letters-kind-ownership = Who owns the store
letters-kind-new-device = Sign-in on a new device
letters-kind-cart = Cart reminder
letters-kind-newsletter = Newsletter
letters-kind-newsletter-trial = Newsletter, tried out
letters-kind-other = Letter
letters-waiting = Waiting
letters-failed = Not delivered
letters-written = written { $when }
letters-tried = { $count ->
    [0] not tried yet
    [one] tried once
   *[other] tried { $count } times
}
letters-next = next try { $when }
letters-of = to { $email }
letters-retry = Try again
letters-new-link = Make a new link
letters-discard = Throw away
letters-retried = The letter is being tried again.
letters-discarded = The letter is thrown away.
letters-said = Said there: “{ $said }”
letters-trouble-unreachable = The mail server did not answer.
letters-trouble-insecure = The mail server could not be reached safely: it offers no encryption, or its certificate is not right.
letters-trouble-sign-in = The mail server did not accept the name and password.
letters-trouble-delayed = The mail server asked to try again later.
letters-trouble-refused = The mail server refused the letter.
letters-trouble-address = No letter can be sent to this address.
letters-trouble-folder = The folder for letters cannot be written.
letters-trouble-other = It could not be delivered.
letters-invitation-failed = The invitation could not be delivered. Resend it, or pass its new link on yourself.
letters-invitation-waiting = The invitation has not been delivered yet. It is tried again by itself.
