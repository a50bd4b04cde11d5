# What the owner does about an account as a whole: the dialogs, and what is said when it is done.

# Where an account stands.
staff-ended-on = Access ended { $when }

# An invitation's link.
staff-invitation-sent-title = Invitation sent
staff-invitation-sent = { $name } has been invited. You can also pass on the link yourself.
staff-invitation-resent = A new invitation is on its way to { $name }. The earlier link no longer works.
staff-link-label = Invitation link
staff-link-hint = Shown only this once. It works until { $when }, for { $email } only.
staff-copy-link = Copy link
staff-link-copied = Copied
staff-copy-failed = Your browser wouldn't copy it. Select the link and copy it yourself.
staff-invitation-done = Done

# Revoking.
staff-revoke-title = Revoke access for { $name }?
staff-revoke-text = { $name } is signed out everywhere at once and can't sign in again. The name stays in your records. You can invite them again later.
staff-revoke-invited-text = { $name } has not joined yet. The invitation link stops working at once.
staff-revoke-reason = Reason
staff-revoke-reason-hint = Only you see it.
staff-revoke-confirm = Revoke access
staff-revoke-keep = Keep access
staff-revoke-busy = Revoking access…
staff-revoked = Access revoked. { $sessions ->
    [0] No session was open.
    [one] One session ended.
   *[other] { $sessions } sessions ended.
}
staff-revoked-millis = It took { NUMBER($millis) } ms.
staff-revoked-invitations = { $count ->
    [one] One invitation cancelled.
   *[other] { $count } invitations cancelled.
}

# Suspending and bringing back.
staff-suspend-title = Suspend { $name }?
staff-suspend-text = { $name } is signed out everywhere at once and can't sign in until you reactivate the account. Permissions are kept.
staff-suspend-confirm = Suspend
staff-suspend-busy = Suspending…
staff-suspend-keep = Keep access
staff-suspended = { $name } is suspended.
staff-reactivated = { $name } has access again.
staff-cancel-title = Cancel the invitation for { $name }?
staff-cancel-text = The link stops working at once.
staff-cancel-confirm = Cancel invitation
staff-cancel-busy = Cancelling…
staff-cancel-keep = Keep invitation
staff-cancelled = The invitation for { $name } is cancelled.
staff-end-sessions-title = Sign { $name } out everywhere?
staff-end-sessions-text = { $name } keeps their access and can sign in again at once.
staff-end-sessions-confirm = Sign out everywhere
staff-end-sessions-busy = Signing out…
staff-end-sessions-keep = Stay signed in
staff-sessions-ended = { $count ->
    [0] No session was open.
    [one] One session ended.
   *[other] { $count } sessions ended.
}

# Two-step sign-in.
staff-two-factor-reset-title = Reset two-step sign-in of { $name }?
staff-two-factor-reset-text = { $name } is signed out everywhere and can then sign in with the password alone. Do it only when you are sure who asks. You both get a message.
staff-two-factor-reset-confirm = Reset two-step sign-in
staff-two-factor-reset-busy = Resetting…
staff-two-factor-reset-keep = Keep it
staff-two-factor-was-reset = { $name } can sign in with the password alone now.

# What waited for the owner about somebody.
staff-dismissed = The request of { $name } is dismissed.
staff-reminded = A reminder is on its way to { $name }.
staff-revoked-requests = { $count ->
    [one] One request closed.
   *[other] { $count } requests closed.
}
