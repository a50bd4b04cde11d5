# The staff accounts page: everybody who has access, and what the owner can do about it.

staff-lead = { $count ->
    [0] Only you have access.
    [one] One person has access.
   *[other] { $count } people have access.
}
staff-lead-invited = { $count ->
    [one] One invitation is open.
   *[other] { $count } invitations are open.
}
staff-add = Add staff member
staff-search = Search staff
staff-search-placeholder = Name or email
staff-tabs = Staff accounts by status
staff-tab-current = Current
staff-tab-invited = Invited
staff-tab-former = Former
staff-filter-role = Role
staff-filter-any-role = Any role
staff-filter-permission = Permission
staff-filter-any-permission = Any permission
staff-clear-filters = Clear search and filters
staff-sort-by = Sort by { $column }
staff-sorted-ascending = Sorted by { $column }, first to last
staff-sorted-descending = Sorted by { $column }, last to first
staff-refreshing = Updating the list…

# The table.
staff-column-name = Name
staff-column-email = Email
staff-column-access = Access
staff-column-status = Status
staff-column-last-seen = Last seen
staff-column-actions = Actions
staff-name-unknown = No name yet
staff-you = You
staff-owner = Owner
staff-never-seen = Never
staff-showing = Showing { NUMBER($shown) } of { $total ->
    [one] one person
   *[other] { $total } people
}
staff-all-shown = { $count ->
    [one] One person
   *[other] { $count } people
}
staff-found = { $count ->
    [0] Nobody found
    [one] One person found
   *[other] { $count } people found
}
staff-show-more = Show more

# Where an account stands.
staff-status-invited = Invited
staff-status-onboarding = Getting started
staff-status-active = Active
staff-status-suspended = Suspended
staff-status-ended = Access ended
staff-ended-on = Access ended { $when }
staff-invitation-expired = Invitation expired
staff-days-left = { $days ->
    [0] Last day
    [one] One day left
   *[other] { $days } days left
}
staff-days-left-label = Days left
staff-starts = From { $when }
staff-ends = Until { $when }
staff-ends-soon = Ends { $when }

# What an account may do, in a few words.
staff-access-dated = { $count ->
    [one] One part for a time
   *[other] { $count } parts for a time
}
staff-access-ends-soon = { $count ->
    [one] One part ends { $when }
   *[other] { $count } parts end soon, the first { $when }
}
staff-access-over = { $count ->
    [one] One part has ended
   *[other] { $count } parts have ended
}
staff-access-none = No access yet
# These two also stand in the middle of a sentence: "Sales, Catalog, and part of Marketing", "Had everything …".
staff-access-all = everything except what is yours alone
staff-access-part = part of { $section }
# A role, and how many permissions on top of it.
staff-access-role-more = { $role } + { NUMBER($count) }
# Former staff.
staff-access-had = Had { $access }
staff-access-former-none = No access
staff-access-role-changed = { $role }, changed
staff-access-owner = Everything

# What can be done in a row. "for Maja Lindqvist" is read aloud after the visible words.
staff-edit = Edit permissions
staff-see = See account
staff-revoke = Revoke access
staff-resend = Resend invitation
staff-cancel-invitation = Cancel invitation
staff-suspend = Suspend
staff-reactivate = Reactivate
staff-invite-again = Invite again
staff-end-sessions = Sign out everywhere
staff-for = for { $name }

# Nobody to show.
staff-empty-title = It's just you so far
staff-empty-text = Invite the first person, and choose what they may do.
staff-empty-invited-title = No open invitations
staff-empty-invited-text = Everybody you invited has joined.
staff-empty-former-title = No former staff
staff-empty-former-text = When you revoke somebody's access, their name stays here.
staff-empty-search-title = Nobody matches
staff-empty-search-text = Try fewer letters, or clear the search and filters.

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
staff-two-factor = Two-step sign-in
staff-two-factor-reset = Reset two-step sign-in
staff-two-factor-reset-title = Reset two-step sign-in of { $name }?
staff-two-factor-reset-text = { $name } is signed out everywhere and can then sign in with the password alone. Do it only when you are sure who asks. You both get a message.
staff-two-factor-reset-confirm = Reset two-step sign-in
staff-two-factor-reset-busy = Resetting…
staff-two-factor-reset-keep = Keep it
staff-two-factor-was-reset = { $name } can sign in with the password alone now.

# What waits for the owner about somebody.
staff-asks = Asks for a new invitation
staff-dismiss = Dismiss request
staff-dismissed = The request of { $name } is dismissed.
staff-remind = Send a reminder
staff-reminded = A reminder is on its way to { $name }.
# A step before access, and when the person came to it.
staff-stuck = { $step }, { $when }
staff-step-password = Password
staff-step-basics = Security basics
staff-step-tour = Guided tour
staff-revoked-requests = { $count ->
    [one] One request closed.
   *[other] { $count } requests closed.
}
