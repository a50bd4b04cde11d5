# Refusals, one sentence for each code of the contract: what happened and the way out.

problem-malformed = The store could not read this. Load the page again and try once more.
problem-signed-out = You are signed out. Sign in to carry on.
problem-no-owner = This store has no owner yet. Open the set-up link that was printed when it started.
problem-invalid-credentials = Email and password don't match. Check both and try again.
problem-otp-required = Write the code from your authenticator app, or one of your recovery codes.
problem-reauth-required = Nothing was done, because you did not confirm that it is you. Try again when you like.
problem-missing-permission = You don't have permission to do this. Ask the owner of the store if you need it.
problem-owner-only = Only the owner of the store can do this.
problem-password-too-short = Your password is right, but too short now that two-step sign-in is off. Choose “Forgotten your password?” to get a link for a longer one.
problem-suspended = Your access is paused. Ask the owner of the store to turn it on again.
problem-onboarding = There are steps left before your access opens. Finish them first.
problem-not-started = Your access has not started yet.
problem-ended = Your access to this store has ended. If you still need it, ask the owner.
problem-origin-mismatch = The store refused this, because it came from another address than its own. Open the store at its usual address.
problem-not-found = This is no longer here. It may have been removed in the meantime.
problem-method-not-allowed = The store can't do this. Load the page again: it may have been updated.
problem-email-taken = Somebody with this email address is already on the list. Look for them among the staff accounts.
problem-staff-limit = { $limit ->
    [one] The plan has room for one person, and the place is taken. Choose a larger plan, or revoke somebody's access first.
   *[other] The plan has room for { $limit } people, and every place is taken. Choose a larger plan, or revoke somebody's access first.
}
problem-state = This is not possible any more, because something changed in the meantime. Load the page again to see how things stand.
problem-invitation-expired = This invitation has expired. Ask the owner of the store to send a new one.
problem-invitation-replaced = A newer invitation has been sent. Look for the latest message.
problem-invitation-used = This invitation has been used already. If that was you, sign in.
problem-invitation-cancelled = This invitation was taken back. Ask the owner of the store if you think that's a mistake.
problem-password-link-over = This link was used already, is too old, or a newer one was sent. Ask for another one.
problem-stale = Somebody else changed this while you were working. Compare the two versions before you save.
problem-too-large = This is too much at once. Shorten it and try again.
problem-unsupported-media-type = The store could not read this. Load the page again and try once more.
problem-invalid = Some of what you wrote can't be saved. Look at the marked fields.
problem-idempotency-mismatch = This was sent before with other contents. Load the page again and try once more.
problem-precondition-required = Load the page again and make your change once more.
problem-too-many-attempts = Too many attempts. Wait a little, then try again.
problem-internal = Something went wrong in the store. It's not your fault; try again in a moment.
problem-unavailable = The store can't save anything just now. Nothing you typed is lost; try again in a moment.
problem-unknown = The store refused this without a reason we know. Load the page again and try once more.

# Where it is known when to try again.
problem-too-many-attempts-wait = Too many attempts. Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}, then try again.

# Above a form with more than one mistake.
errors-title = { $count ->
    [one] One thing needs your attention
   *[other] { $count } things need your attention
}

# Under a field, one sentence for each code of the contract.
field-required = This can't be left empty.
field-too-short = Use at least { $min ->
    [one] one character
   *[other] { $min } characters
}.
field-too-long = Use at most { $max ->
    [one] one character
   *[other] { $max } characters
}.
field-malformed = This isn't written as it should be. Check it for typing mistakes.
field-below-minimum = This is smaller than it may be.
field-above-maximum = This is larger than it may be.
field-too-few = There are too few of these.
field-too-many = There are too many of these.
field-wrong-type = This is not the kind of value that goes here.
field-taken = Another one has this already. Choose something else.
field-unknown-value = This no longer exists. Choose something else.
field-unknown-member = This can't be set here. Load the page again: it may have been updated.
field-ends-before-start = The end comes before the start. Choose a later end.
field-mismatch = This doesn't match.
field-other = This can't be saved as it is.

# Under the fields we know by name.
field-email-required = Write an email address.
field-email-malformed = Write a whole email address, such as name@example.com.
field-name-required = Write a name.
field-password-required = Write your password.
field-new-password-required = Choose a password.
field-password-too-short = Use at least { $min ->
    [one] one character
   *[other] { $min } characters
}. You have { $count ->
    [one] one
   *[other] { $count }
} so far.
field-current-password-too-short = Too short to be all that is asked for. Change it for a password of at least { $min } characters first, then turn two-step sign-in off.
field-new-password-too-short = Use at least { $min } characters, or { $shorter } while two-step sign-in is on.
field-current-password-mismatch = That is not your present password.
field-code-mismatch = This code does not work, or not any more. Wait for the next one.
field-store-name-required = Write the name of your store.
field-currency-malformed = Choose a currency.
