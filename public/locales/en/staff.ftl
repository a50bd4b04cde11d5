# The staff accounts page: everybody who has access. What is said in dialogs about an account is in staff-actions.ftl.

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
staff-filter-any-two-factor = Any
staff-filter-with-two-factor = On
staff-filter-without-two-factor = Off
staff-clear-filters = Clear search and filters

# The table.
staff-column-name = Name
staff-column-email = Email
staff-column-access = Access
staff-column-status = Status
staff-column-last-seen = Last seen
staff-column-actions = Actions
staff-name-unknown = No name yet
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
staff-invitation-expired = Invitation expired
staff-not-delivered = Not delivered
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

# What can be done in a row. "for Maja Lindqvist" is read aloud after the visible words.
staff-edit = Edit permissions
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

# Two-step sign-in.
staff-two-factor = Two-step sign-in
staff-password-link = Send a link for a new password
staff-password-link-title = Send { $name } a link for a new password?
staff-password-link-text = { $name } gets it by mail and chooses the password alone: you never see it. The present password works until then.
staff-password-link-confirm = Send the link
staff-password-link-busy = Sending…
staff-password-link-sent = A link for a new password is on its way to { $name }.
staff-two-factor-reset = Reset two-step sign-in

# What waits for the owner about somebody.
staff-asks = Asks for a new invitation
staff-dismiss = Dismiss request
staff-remind = Send a reminder
# A step before access, and when the person came to it.
staff-stuck = { $step }, { $when }
staff-step-password = Password
staff-step-basics = Security basics
staff-step-tour = Guided tour
