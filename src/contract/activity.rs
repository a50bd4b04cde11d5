//! What happened in the store: who did what to whom or what, and when.

/// Names the kinds once: the variants, how each travels, and the list of all.
macro_rules! kinds {
    ($($(#[$meta:meta])* $name:ident = $text:literal;)+) => {
        /// What kind of thing happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ActivityKind"))]
        pub enum Kind {
            $($(#[$meta])* #[serde(rename = $text)] $name,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// How it travels.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

kinds! {
    /// The store got its owner.
    OwnerCreated = "owner-created";
    /// Somebody signed in.
    SignedIn = "signed-in";
    /// A sign-in failed: the password was wrong, or there is no such account.
    SignInFailed = "sign-in-failed";
    /// Somebody with the right password was not let in, being suspended or outside the dates.
    SignInRefused = "sign-in-refused";
    /// Somebody signed out.
    SignedOut = "signed-out";
    /// Sessions were ended, one's own or somebody else's.
    SessionsEnded = "sessions-ended";
    /// A request was refused, because a permission was missing or it is the owner's alone.
    Refused = "refused";
    /// Somebody changed the own password.
    PasswordChanged = "password-changed";
    /// Somebody who is signed in gave a wrong present password.
    PasswordRefused = "password-refused";
    /// Somebody changed the own profile.
    ProfileChanged = "profile-changed";
    /// Somebody was invited.
    Invited = "invited";
    /// An invitation was sent again.
    InvitationResent = "invitation-resent";
    /// An invitation was taken back.
    InvitationCancelled = "invitation-cancelled";
    /// Somebody joined.
    Joined = "joined";
    /// What a member of staff holds, is called, or the dates of it were changed.
    StaffChanged = "staff-changed";
    /// Somebody was shut out for now.
    Suspended = "suspended";
    /// Somebody was let in again.
    Reactivated = "reactivated";
    /// All access was taken back.
    Revoked = "revoked";
    /// A role was made.
    RoleCreated = "role-created";
    /// A role was changed.
    RoleChanged = "role-changed";
    /// A role was made what it was when it came with the backend.
    RoleReset = "role-reset";
    /// A role was deleted.
    RoleDeleted = "role-deleted";
    /// A role that came with the backend was brought back.
    RoleRestored = "role-restored";
    /// All who held a role were given another one, or none.
    HoldersMoved = "holders-moved";
    /// A record was made.
    RecordCreated = "record-created";
    /// A record was changed.
    RecordChanged = "record-changed";
    /// A record changed along with something else: the stock of a product with an order, for example.
    RecordFollowed = "record-followed";
    /// A record was taken away.
    RecordDeleted = "record-deleted";
    /// A record was brought back.
    RecordRestored = "record-restored";
    /// A command was done to a record or to a list.
    CommandDone = "command-done";
    /// A list was had as a file.
    ListExported = "list-exported";
    /// A report was had as a file.
    ReportExported = "report-exported";
    /// This record of what happened was had as a file.
    ActivityExported = "activity-exported";
    /// Somebody turned the own second factor on.
    TwoFactorOn = "two-factor-on";
    /// Somebody turned the own second factor off.
    TwoFactorOff = "two-factor-off";
    /// The owner took away somebody's second factor, which was lost.
    TwoFactorReset = "two-factor-reset";
    /// Somebody made new recovery codes.
    RecoveryCodesMade = "recovery-codes-made";
    /// Somebody signed in with a recovery code.
    RecoveryCodeUsed = "recovery-code-used";
}
