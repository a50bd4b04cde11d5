# What happened in the store.

activity-lead = Who did what, to whom or what, and when. Nothing here can be changed.
activity-person-any = Everybody
activity-kind = What
activity-kind-any = Everything
activity-group-signing = Signing in and out
activity-group-refused = Refused
activity-group-staff = Staff and invitations
activity-group-roles = Roles
activity-group-records = Records and settings
activity-group-files = Files taken out
activity-section = Section
activity-section-any = All sections
activity-search = Search names and reasons
activity-one = Only what happened to one record is shown.
activity-all = Show everything
activity-count = { $count ->
    [one] One entry
   *[other] { $count } entries
}
activity-empty-title = Nothing has happened yet
activity-empty-text = Whatever people do from now on is written down here.
activity-more = Show older
activity-history = History
activity-verify = Verify
activity-verified = { $count ->
    [one] The one entry is as it was written.
   *[other] All { $count } entries are as they were written.
}
activity-faulty = { $count ->
    [one] One entry is not as it was written.
   *[other] { $count } entries are not as they were written.
}
activity-altered = Entry { $number } was altered.
activity-removed = Entry { $number } was removed.
activity-inserted = Entry { $number } was put in later.
activity-reordered = Entry { $number } was moved.
activity-noted-holds = All that there was when the checkpoint was noted is still there.
activity-noted-cut-off = Entries at the end were cut off since the checkpoint was noted.
activity-noted-differs = Entries were written anew since the checkpoint was noted.
activity-head = Checkpoint
activity-head-hint = Keep it somewhere else. With it you find out later whether the last entries were cut off.
activity-noted = A checkpoint noted earlier
activity-somebody = Somebody
activity-itself = Latchkey
activity-record = a record ({ $resource })
activity-owner-created = { $actor } set up the store
activity-ownership-offered = { $actor } offered the store to { $subject }
activity-ownership-offer-closed = { $actor } closed the offer of the store to { $subject }
activity-ownership-transferred = { $subject } became the owner of the store in place of { $former }
activity-signed-in = { $actor } signed in
activity-sign-in-failed = A sign-in as { $subject } failed
activity-sign-in-unknown = A sign-in with an unknown address failed
activity-sign-in-refused = { $subject } knew the password and was not let in
activity-signed-out = { $actor } signed out
activity-proven-again = { $actor } confirmed their identity
activity-sessions-ended = { $actor } ended { $count ->
    [one] a session
   *[other] { $count } sessions
} of { $subject }
activity-refused = { $actor } asked for something and was refused
activity-refused-see = { $actor } tried to see “{ $page }” and was refused
activity-refused-change = { $actor } tried to change “{ $page }” and was refused
activity-refused-file = { $actor } tried to take “{ $page }” out as a file and was refused
activity-password-changed = { $actor } changed the own password
activity-password-link-asked = Somebody asked for a new password for { $subject }; a link was sent
activity-password-link-sent = { $actor } had a link for a new password sent to { $subject }
activity-password-reset = { $actor } chose a new password with a link
activity-password-refused = { $actor } gave a wrong present password
activity-profile-changed = { $actor } changed the own profile
activity-invited = { $actor } invited { $subject }
activity-invitation-resent = { $actor } sent { $subject } the invitation again
activity-invitation-cancelled = { $actor } cancelled the invitation of { $subject }
activity-joined = { $actor } joined
activity-staff-changed = { $actor } changed what { $subject } may do
activity-suspended = { $actor } suspended { $subject }
activity-reactivated = { $actor } reactivated { $subject }
activity-revoked = { $actor } revoked the access of { $subject }
activity-role-created = { $actor } made the role { $subject }
activity-role-changed = { $actor } changed the role { $subject }
activity-role-reset = { $actor } undid all changes to the role { $subject }
activity-role-deleted = { $actor } deleted the role { $subject }
activity-role-restored = { $actor } brought back the role { $subject }
activity-holders-moved = { $actor } gave those who held { $subject } the role { $to }
activity-holders-dropped = { $actor } took the role { $subject } from all who held it
activity-record-created = { $actor } created { $subject }
activity-record-changed = { $actor } changed { $subject }
activity-record-followed = { $subject } changed along with what { $actor } did
activity-record-deleted = { $actor } deleted { $subject }
activity-record-restored = { $actor } brought back { $subject }
activity-command-done = { $actor } did “{ $command }” to { $subject }
activity-list-exported = { $actor } took { $subject } out as a file ({ $count ->
    [one] one record
   *[other] { $count } records
})
activity-report-exported = { $actor } took the report { $subject } out as a file
activity-activity-exported = { $actor } took this record out as a file
activity-plan-changed = { $actor } changed the plan to { $plan }
activity-invoices-exported = { $actor } took the invoices out as a file
activity-two-factor-on = { $actor } turned on two-step sign-in
activity-two-factor-off = { $actor } turned off two-step sign-in
activity-two-factor-reset = { $actor } reset two-step sign-in of { $subject }
activity-recovery-codes-made = { $actor } made new recovery codes
activity-recovery-code-used = { $subject } signed in with a recovery code
activity-letter-failed = A letter to { $subject } could not be delivered
activity-letter-failed-customer = A letter to a customer could not be delivered
activity-letter-retried = { $actor } had a letter to { $subject } tried again
activity-letter-retried-customer = { $actor } had a letter to a customer tried again
activity-letter-discarded = { $actor } threw away a letter to { $subject }
activity-letter-discarded-customer = { $actor } threw away a letter to a customer
activity-times = { $count ->
    [one] once more
   *[other] { $count } more times
}
activity-reason = Reason: { $reason }
activity-details = Details
activity-number = Entry
activity-device = Device
activity-address = Network address
activity-call = Request
activity-missing = Missing permission
activity-people = Touched people
activity-field-plan = Plan
activity-was-now = { $before } → { $after }
activity-was = was { $before }
activity-changed = changed
activity-gained = gained { $list }
activity-lost = lost { $list }
activity-invitation-requested = { $subject } asked for a new invitation
activity-invitation-request-dismissed = { $actor } dismissed the request of { $subject } for a new invitation
activity-onboarding-changed = { $actor } changed the steps before access
activity-onboarding-step-done = { $actor } took a step before access: { $step }
activity-onboarding-finished = { $subject } has no steps left, and access is open
activity-reminded = { $actor } reminded { $subject } of the steps that are left
activity-field-basics = Version of the security basics
activity-field-two-factor = Two-step sign-in is required of
