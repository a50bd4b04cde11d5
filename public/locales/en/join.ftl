# Accepting an invitation.

join-title = Join { $store }
# Until the invitation has arrived.
join-title-loading = Your invitation
join-lead = You have been invited to work on { $store }. Choose a password and you are in.
join-email = Email
join-email-hint = You will sign in with this address.
join-name = Your name
join-name-hint = The owner and the other staff see it.
join-password = Choose a password
join-password-hint = At least { $min ->
    [one] one character
   *[other] { $min } characters
}. Three or four words you can remember work well.
join-show-password = Show
join-hide-password = Hide
join-sections = What you will see
join-no-sections = You can sign in, but nothing has been opened for you yet. The owner can do that at any time.
join-expires = This invitation works until { $when }.
join-submit = Join
join-busy = Joining…
join-welcome = Welcome to { $store }.

join-expired-title = This invitation has expired
join-expired-text = Invitations work for a limited time. Ask the owner of the store to send you a new one.
join-replaced-title = There is a newer invitation
join-replaced-text = You were sent another invitation after this one. Look for the latest message, or ask the owner of the store to send it again.
join-used-title = This invitation has been used
join-used-text = Somebody has already joined with it. If that was you, sign in.
join-cancelled-title = This invitation was taken back
join-cancelled-text = It can no longer be used. If you think that's a mistake, ask the owner of the store.
join-unknown-title = We can't find this invitation
join-unknown-text = The link may have been cut off. Copy the whole link from the message, or ask the owner of the store for a new one.
join-sign-in = Sign in
join-signed-in-title = You are already signed in
join-signed-in-text = This invitation is for { $email }, and you are signed in as { $name }. Sign out first to use it.
join-sign-out = Sign out and continue

# A dead link, and asking the owner for a new one.
join-ask = Ask for a new invitation
join-asking = Asking…
join-asked-title = Your request is on its way
join-asked-text = If the owner of the store invites you again, the new link comes by email. You need not ask twice.
