# Signing in, and signing in again without losing what was typed.

sign-in-title = Sign in
sign-in-email = Email
sign-in-password = Password
sign-in-show-password = Show
sign-in-hide-password = Hide
sign-in-code = Code
sign-in-code-hint = From your authenticator app, or one of your recovery codes.
sign-in-submit = Sign in
sign-in-busy = Signing in…
sign-in-forgotten = Forgotten your password?
sign-in-signed-out = You are signed out.
sign-in-access-ended = You were signed out: your session has ended, or your access has changed.
sign-in-revoked = You were signed out: the owner of the store has taken your access back.
sign-in-kept = What you typed is still here to be copied out; it can no longer be saved.

sign-in-again-title = Sign in again
sign-in-again-text = You were signed out for your safety. Sign in and carry on: what you typed is still here.
sign-in-again-as = You are signing in as { $email }.
sign-in-again-other = Somebody else signed in. What you typed has been put aside for safety.
sign-in-again-done = Welcome back. Nothing was lost.
sign-in-again-leave = Leave without saving
