# Adding somebody, and changing what somebody may do.

staff-form-lead-new = Write who it is, tick what they may do, and send the invitation.
staff-form-person = Person
staff-form-email = Email
staff-form-email-hint = The invitation goes here. They will sign in with this address.
staff-form-name = Name
staff-form-name-hint = They can correct it when they join.
staff-form-role = Role
staff-form-role-hint = A role ticks the usual boxes for you. You can change them afterwards.
staff-form-role-none = No role
staff-form-role-changed = { $role }, changed
# Further roles are counted: "Role 2".
staff-form-role-nth = Role { NUMBER($number) }
staff-form-role-add = Add another role
staff-form-role-remove = Remove
staff-form-role-left = Part of { $role } is unticked. A role is held whole or not at all: when you save, what is still ticked is given directly instead.
staff-form-role-whole = Tick all of { $role } again
staff-form-role-filled = The boxes of { $role } are ticked.
staff-form-message = A few words from you
staff-form-message-hint = They stand in the invitation.
staff-form-dates = Time
staff-form-starts = Access starts
staff-form-starts-hint = Leave empty to start at once.
staff-form-ends = Access ends
staff-form-ends-hint = Leave empty for no end. Good for seasonal and outside help.
staff-form-two-weeks = Two weeks
staff-form-two-factor = Require two-step sign-in
staff-form-two-factor-hint = Without it, nothing opens for this person until it is set up.
staff-form-start-time = Start time
staff-form-end-time = End time
staff-form-zone = Without a time of day, whole days count. Your time zone: { $zone }.
staff-form-ends-soon = Access ends { $when }
staff-form-part-ends-soon = { $name } ends { $when }
staff-form-status = Status
staff-form-last-seen = Last seen
staff-form-joined-none = Has not joined yet
staff-form-account = Account

# The checkboxes.
staff-form-permissions = Permissions
staff-form-permissions-hint = Tick a whole section, or choose single permissions under “Fine-tune”.
staff-form-fine-tune = Fine-tune
staff-form-close = Close
# Read aloud beside the number of ticked boxes.
staff-form-held-of = { NUMBER($held) } of { NUMBER($total) }
staff-form-held-all = All
staff-form-held-none = None
# Read aloud when a section is partly ticked.
staff-form-held-part = { $section }: { NUMBER($held) } of { NUMBER($total) } ticked
staff-form-needs = Needs { $permissions }
staff-form-ticked-for-you = needs { $permissions }, ticked for you
staff-form-unticked-for-you = was unticked because it needs { $permissions }
staff-form-needed-by = needed by { $permissions }
# Where a permission comes from.
staff-form-source-direct = Given directly
staff-form-source-role = From { $roles }
staff-form-source-both = From { $roles }, and given directly
staff-form-source-left = Without it, { $roles } is not held as a role

# What makes a permission sensitive.
staff-form-sensitive = Sensitive
staff-form-sensitive-money = Sensitive: money
staff-form-sensitive-personal-data = Sensitive: personal data
staff-form-sensitive-hard-to-undo = Sensitive: hard to undo

# What saving will change.
staff-form-changes = Changes
staff-form-will-change = This will change
staff-form-will-get = They will be able to
staff-form-adds = Adds
staff-form-removes = Removes
staff-form-adds-list = adds { $permissions }
staff-form-removes-list = removes { $permissions }
staff-form-change-name = Name: { $name }
staff-form-change-role = Role: { $role }
staff-form-change-starts = Starts: { $when }
staff-form-change-starts-none = Starts at once
staff-form-change-ends = Ends: { $when }
staff-form-change-ends-none = No end
staff-form-no-changes = Nothing has changed yet.
staff-form-at-once = It takes effect at once, on pages they have open too.
staff-form-none-ticked = No permission is ticked. They can sign in, but will see nothing except their profile.
staff-form-save = Save permissions
staff-form-send = Send invitation
staff-form-sending = Sending…
staff-form-saving = Saving…
staff-form-discard = Discard changes
staff-form-cancel = Cancel
staff-form-saved = Saved. { $name } has the new permissions now.
staff-form-saved-invited = Saved. { $name } gets these permissions when they join.
staff-form-changed-elsewhere = This account was changed in another window. You see the newest version.
staff-form-unsaved-title = Leave without saving?
staff-form-unsaved-text = Your changes to this account are not saved.
staff-form-unsaved-leave = Leave
staff-form-unsaved-stay = Stay here

# Saving something sensitive asks first.
staff-form-confirm-title = Give { $name } sensitive permissions?
staff-form-confirm-text = { $count ->
    [one] This permission deserves a second look:
   *[other] These { $count } permissions deserve a second look:
}
staff-form-confirm-yes = Yes, give them
staff-form-confirm-no = Go back

# What stays with the owner.
staff-form-owner-title = What stays with you
staff-form-owner-text = Nobody you invite can see or change staff accounts, roles, billing or the subscription. No box gives that away.

# Somebody else saved first.
staff-form-conflict-title = Somebody else saved first
staff-form-conflict-text = This account was changed while you were working. Nothing is lost: put your changes on top of what is saved now, or take what is saved.
staff-form-conflict-yours = Yours
staff-form-conflict-theirs = Saved meanwhile
staff-form-conflict-none = No differences
staff-form-keep-mine = Keep my changes
staff-form-take-theirs = Take theirs
staff-form-conflict-kept = Your version is in the form again. Save to keep it.
staff-form-conflict-taken = The saved version is in the form now.

# Former staff.
staff-form-former = { $name } no longer has access. The name stays in your records.
staff-form-former-permissions = Had access to
staff-form-invite-again = Invite again
staff-form-invite-again-hint = Same email address, fresh start: tick what they may do now.
staff-form-danger = Take access away
staff-form-suspend-hint = For a while. Permissions are kept.
staff-form-revoke-hint = For good. The name stays in your records.
staff-form-uses = Permissions last used
staff-form-uses-none = No permission has been used yet.

# Dates of single roles and permissions.
staff-form-periods = Dates of single roles and permissions
staff-form-periods-hint = For what somebody needs only for a time, within the dates of the whole access.
staff-form-periods-add = Add dates for
staff-form-periods-choose = Choose…
staff-form-period-from = From
staff-form-period-until = Until, that day included
staff-form-period-remove = Remove dates
staff-form-change-period-starts = { $name }: from { $when }
staff-form-change-period-ends = { $name }: until { $when }
staff-form-change-period-none = { $name }: no dates of its own

# What waits for the owner about this person.
staff-form-asks = { $name } asks for a new invitation
staff-form-asked = Asked { $when }. A new invitation answers it.
staff-form-send-again = Send the invitation again
staff-form-underway = { $name } is getting started
staff-form-underway-left = Left before access opens: { $steps }. At the first of these since { $when }.
staff-form-reminded = The last reminder was sent { $when }. The next can be sent a day later.

# The proof of a revocation.
proof-title = What ended
proof-lead = { $by } revoked the access on { $when }.
proof-sessions = Sessions ended
proof-tokens = Of these, programs with a token
proof-invitations = Invitations cancelled
proof-requests = Requests closed
proof-took = It took
proof-millis = { NUMBER($millis) } ms
proof-changes = What { $name } changed last
proof-no-changes = { $name } changed nothing in the store.
proof-created = Created
proof-changed = Changed
proof-deleted = Deleted
proof-restored = Brought back
proof-command = “{ $command }”:
