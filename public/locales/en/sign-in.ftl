# Signing in, and signing in again without losing what was typed.

sign-in-title = Sign in
# Where the store's name is known.
sign-in-lead = Sign in to { $store }.
sign-in-email = Email
sign-in-password = Password
sign-in-show-password = Show
sign-in-hide-password = Hide
sign-in-submit = Sign in
sign-in-busy = Signing in…
sign-in-failed = Email and password don't match. Check both and try again.
sign-in-too-many = Too many attempts. Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}, then try again.
sign-in-suspended = Your access is paused. Ask the owner of the store to turn it on again.
sign-in-ended = Your access to this store has ended. If you think that's a mistake, ask the owner of the store.
sign-in-help = Forgotten your password? Ask the owner of the store to invite you again.
sign-in-signed-out = You are signed out.
sign-in-access-ended = You were signed out: your session has ended, or your access has changed.

sign-in-again-title = Sign in again
sign-in-again-text = You were signed out for your safety. Sign in and carry on: what you typed is still here.
sign-in-again-as = You are signing in as { $email }.
sign-in-again-other = Somebody else signed in. What you typed has been put aside for safety.
sign-in-again-done = Welcome back. Nothing was lost.
sign-in-again-leave = Leave without saving
