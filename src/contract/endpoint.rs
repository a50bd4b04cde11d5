//! Every call of the contract that exists today, each with the rule that guards it. Written once: the backend routes
//! by this table, the app's client takes its paths from it, and the API description is generated from it.

use latchkey_permissions::Rule;

use crate::screen;

/// An HTTP method of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or does.
    Post,
    /// Puts in a state; the same twice is the same once.
    Put,
    /// Changes parts.
    Patch,
    /// Takes away.
    Delete,
}

impl Method {
    /// The method's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// What is done to a resource's records; each resource's descriptor has the rule for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// See them.
    View,
    /// Make one.
    Create,
    /// Change one. The fields that are changed can have rules of their own.
    Edit,
    /// Take one away, or bring it back.
    Delete,
    /// Have them as a file.
    Export,
    /// Do what the command in the path says.
    Command,
}

impl Act {
    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Export => "export",
            Self::Command => "command",
        }
    }
}

/// Who may call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Anybody. What is needed, a password or a token, is in the request.
    Open,
    /// Whoever passes the rule.
    Rule(Rule),
    /// Whoever passes the rule that the descriptor of the `{resource}` in the path has for this.
    Resource(Act),
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// A name for it; the `operationId` of the description.
    pub name: &'static str,
    /// Its method.
    pub method: Method,
    /// Its path below the base, with `{members}`.
    pub path: &'static str,
    /// Who may call.
    pub guard: Guard,
    /// Whether the person must have proved shortly before who it is.
    pub fresh: bool,
    /// Whether `If-Match` is needed.
    pub if_match: bool,
}

const OPEN: Guard = Guard::Open;
const SIGNED_IN: Guard = Guard::Rule(Rule::SignedIn);
const OWNER: Guard = Guard::Rule(Rule::Owner);
/// The rule of the screen that shows them.
const REPORTS: Guard = Guard::Rule(screen::REPORTS.rule);
const REPORTS_EXPORT: Guard = Guard::Rule(screen::REPORTS_EXPORT);

const fn call(name: &'static str, method: Method, path: &'static str, guard: Guard) -> Endpoint {
    Endpoint {
        name,
        method,
        path,
        guard,
        fresh: false,
        if_match: false,
    }
}

/// A call that changes the record itself, and so must say which state of it was seen.
const fn change(name: &'static str, method: Method, path: &'static str, guard: Guard) -> Endpoint {
    let mut endpoint = call(name, method, path, guard);
    endpoint.if_match = true;
    endpoint
}

/// A call for somebody who has proved shortly before who it is: what gives access or takes it away for good, costs money,
/// leaves the store as a file, or changes how somebody signs in. What shuts somebody out for now and can be undone needs no
/// such proof, since it must get through at once.
const fn fresh(name: &'static str, method: Method, path: &'static str, guard: Guard) -> Endpoint {
    let mut endpoint = call(name, method, path, guard);
    endpoint.fresh = true;
    endpoint
}

/// Both at once.
const fn fresh_change(name: &'static str, method: Method, path: &'static str, guard: Guard) -> Endpoint {
    let mut endpoint = fresh(name, method, path, guard);
    endpoint.if_match = true;
    endpoint
}

macro_rules! endpoints {
    ($($(#[$meta:meta])* $const:ident = $make:expr;)+) => {
        $($(#[$meta])* pub const $const: Endpoint = $make;)+

        /// Every call.
        pub const ENDPOINTS: &[Endpoint] = &[$($const),+];
    };
}

use Method::{Delete, Get, Patch, Post, Put};

endpoints! {
    /// Sets up an empty store and its owner, once, and signs the owner in: 201 the session. A wrong token is 422 with
    /// `mismatch` at `/token`; where there is an owner already, 409 `state`.
    CREATE_OWNER = call("createOwner", Post, "/owner", OPEN);
    /// Signs in.
    SIGN_IN = call("signIn", Post, "/session", OPEN);
    /// Who is signed in and what that person may do.
    GET_SESSION = call("getSession", Get, "/session", SIGNED_IN);
    /// Signs out.
    SIGN_OUT = call("signOut", Delete, "/session", SIGNED_IN);
    /// Whether the person has proved shortly before who it is: 204.
    CHECK_PROOF = fresh("checkProof", Get, "/session/proof", SIGNED_IN);
    /// Proves it once more: 200 `Proven`. A wrong password is 422 with `mismatch` at `/current`.
    PROVE_AGAIN = call("proveAgain", Post, "/session/proof", SIGNED_IN);
    /// One's own sessions: `Page<OwnSession>`.
    LIST_SESSIONS = call("listSessions", Get, "/sessions", SIGNED_IN);
    /// Ends one's other sessions: 200 `SessionsEnded`.
    END_OTHER_SESSIONS = call("endOtherSessions", Delete, "/sessions", SIGNED_IN);
    /// Ends one of one's own sessions: 204.
    END_SESSION = call("endSession", Delete, "/sessions/{id}", SIGNED_IN);
    /// Says that one of one's own sessions, begun on a new device, was oneself: 204.
    RECOGNISE_SESSION = call("recogniseSession", Put, "/sessions/{id}/recognition", SIGNED_IN);
    /// The permission catalogue.
    GET_PERMISSIONS = call("getPermissions", Get, "/permissions", OPEN);
    /// Staff accounts, and how many stand where: `StaffPage`.
    LIST_STAFF = call("listStaff", Get, "/staff", OWNER);
    /// Invites somebody.
    INVITE_STAFF = fresh("inviteStaff", Post, "/staff", OWNER);
    /// One staff account.
    GET_STAFF = call("getStaff", Get, "/staff/{id}", OWNER);
    /// Changes a staff account.
    PATCH_STAFF = fresh_change("patchStaff", Patch, "/staff/{id}", OWNER);
    /// Takes all access back.
    REVOKE_STAFF = fresh("revokeStaff", Put, "/staff/{id}/revocation", OWNER);
    /// Shuts somebody out for now.
    SUSPEND_STAFF = call("suspendStaff", Put, "/staff/{id}/suspension", OWNER);
    /// Lets somebody in again.
    REACTIVATE_STAFF = fresh("reactivateStaff", Delete, "/staff/{id}/suspension", OWNER);
    /// Makes a fresh invitation link and kills the old one.
    RESEND_INVITATION = fresh("resendInvitation", Post, "/staff/{id}/invitation", OWNER);
    /// Takes an invitation back.
    CANCEL_INVITATION = call("cancelInvitation", Delete, "/staff/{id}/invitation", OWNER);
    /// Ends all of somebody's sessions.
    END_STAFF_SESSIONS = call("endStaffSessions", Delete, "/staff/{id}/sessions", OWNER);
    /// What an invitation offers.
    GET_INVITATION = call("getInvitation", Get, "/invitations/{token}", OPEN);
    /// Accepts an invitation.
    ACCEPT_INVITATION = call("acceptInvitation", Post, "/invitations/{token}", OPEN);
    /// One's own account.
    GET_PROFILE = call("getProfile", Get, "/profile", SIGNED_IN);
    /// Changes one's own account.
    PATCH_PROFILE = change("patchProfile", Patch, "/profile", SIGNED_IN);
    /// Changes one's own password: 204. A wrong present one is 422 with `mismatch` at `/current`.
    CHANGE_PASSWORD = call("changePassword", Put, "/profile/password", SIGNED_IN);
    /// How good a password would be: `PasswordStrength`. Nothing of it is kept.
    JUDGE_PASSWORD = call("judgePassword", Post, "/passwords/strength", OPEN);
    /// Has a link for a new password sent by mail, if there is such a person: 202 in any case.
    ASK_PASSWORD_LINK = call("askPasswordLink", Post, "/password-links", OPEN);
    /// Whose password a link is for. Looking does not use it up.
    GET_PASSWORD_LINK = call("getPasswordLink", Get, "/password-links/{token}", OPEN);
    /// Chooses a new password with a link: 204. All sessions of the person end.
    RESET_PASSWORD = call("resetPassword", Post, "/password-links/{token}", OPEN);
    /// Has a link for a new password sent to somebody: 204. Only that person gets it.
    SEND_PASSWORD_LINK = fresh("sendPasswordLink", Post, "/staff/{id}/password-link", OWNER);
    /// The open offer of the store, as far as it concerns the person: `Ownership`.
    GET_OWNERSHIP = call("getOwnership", Get, "/ownership", SIGNED_IN);
    /// Takes the store over: 200 the session.
    ACCEPT_OWNERSHIP = fresh("acceptOwnership", Post, "/ownership", SIGNED_IN);
    /// Takes the offer back, or declines it: 204.
    WITHDRAW_OWNERSHIP = call("withdrawOwnership", Delete, "/ownership", SIGNED_IN);
    /// Offers the store to somebody on the staff: 200 `Ownership`.
    OFFER_OWNERSHIP = fresh("offerOwnership", Put, "/staff/{id}/ownership", OWNER);
    /// The roles of the store: `Page<Role>`.
    LIST_ROLES = call("listRoles", Get, "/roles", OWNER);
    /// Makes a role.
    CREATE_ROLE = call("createRole", Post, "/roles", OWNER);
    /// Brings back the roles that came with the backend and were deleted: `Page<Role>` of all roles.
    RESTORE_ROLES = call("restoreRoles", Post, "/roles/presets", OWNER);
    /// One role.
    GET_ROLE = call("getRole", Get, "/roles/{id}", OWNER);
    /// Changes a role; it works on the next request of whoever holds it.
    PUT_ROLE = fresh_change("putRole", Put, "/roles/{id}", OWNER);
    /// Deletes a role: 204. Where it is held, `moveTo=` says which role its holders get in its place, or, empty, that they
    /// get none; without it that is 409 `state` with the holders.
    DELETE_ROLE = fresh_change("deleteRole", Delete, "/roles/{id}", OWNER);
    /// Makes a role what it was when it came with the backend.
    RESET_ROLE = fresh_change("resetRole", Delete, "/roles/{id}/changes", OWNER);
    /// Gives all who hold a role another one in its place, or none: 200 `RoleMoved`.
    MOVE_HOLDERS = fresh("moveHolders", Put, "/roles/{id}/holders", OWNER);
    /// What lies behind the menus, as far as the person may view it: `Page<Resource>`, or with `brief=true`
    /// `Page<ResourceBrief>`. With `id=` only that one.
    LIST_RESOURCES = call("listResources", Get, "/resources", SIGNED_IN);
    /// Records: `Page<Record>`.
    LIST_RECORDS = call("listRecords", Get, "/resources/{resource}", Guard::Resource(Act::View));
    /// Makes a record: 201 `Record`.
    CREATE_RECORD = call("createRecord", Post, "/resources/{resource}", Guard::Resource(Act::Create));
    /// All records that the same query of [`LIST_RECORDS`] would list, as CSV.
    EXPORT_RECORDS = fresh("exportRecords", Get, "/resources/{resource}/export.csv", Guard::Resource(Act::Export));
    /// Does something to the list as a whole: 200 `Done`.
    COMMAND_LIST =
        call("commandList", Post, "/resources/{resource}/commands/{command}", Guard::Resource(Act::Command));
    /// One record.
    GET_RECORD = call("getRecord", Get, "/resources/{resource}/{id}", Guard::Resource(Act::View));
    /// Changes a record: a merge patch of its fields.
    PATCH_RECORD = change("patchRecord", Patch, "/resources/{resource}/{id}", Guard::Resource(Act::Edit));
    /// Takes a record away: 204. It can be brought back for an hour.
    DELETE_RECORD = change("deleteRecord", Delete, "/resources/{resource}/{id}", Guard::Resource(Act::Delete));
    /// Brings a record back that was taken away.
    RESTORE_RECORD =
        call("restoreRecord", Put, "/resources/{resource}/{id}/restoration", Guard::Resource(Act::Delete));
    /// Does something to a record: 200 `Done`.
    COMMAND_RECORD =
        call("commandRecord", Post, "/resources/{resource}/{id}/commands/{command}", Guard::Resource(Act::Command));
    /// What waits to be done, as far as the person may know of it.
    GET_OVERVIEW = call("getOverview", Get, "/overview", SIGNED_IN);
    /// Which reports there are: `Page<ReportBrief>`.
    LIST_REPORTS = call("listReports", Get, "/reports", REPORTS);
    /// A report over the days `from` to `to`; with `compare=true` beside the span before.
    GET_REPORT = call("getReport", Get, "/reports/{report}", REPORTS);
    /// The same as CSV.
    EXPORT_REPORT = fresh("exportReport", Get, "/reports/{report}/export.csv", REPORTS_EXPORT);
    /// What happened, the newest first: `Page<Entry>`.
    LIST_ACTIVITY = call("listActivity", Get, "/activity", OWNER);
    /// All entries that the same query of [`LIST_ACTIVITY`] would list, as CSV.
    EXPORT_ACTIVITY = fresh("exportActivity", Get, "/activity.csv", OWNER);
    /// Whether all entries are as they were written: `Verification`; with `head=` also held against a noted head.
    VERIFY_ACTIVITY = call("verifyActivity", Get, "/activity/verification", OWNER);
    /// When a member of staff last used each permission: `Page<PermissionUse>`.
    LIST_STAFF_USES = call("listStaffUses", Get, "/staff/{id}/uses", OWNER);
    /// What changes, told as it happens: server-sent events of [`crate::event`].
    GET_EVENTS = call("getEvents", Get, "/events", SIGNED_IN);
    /// The plan, its limits, and the invoices.
    GET_BILLING = call("getBilling", Get, "/billing", OWNER);
    /// Changes the plan.
    PATCH_BILLING = fresh_change("patchBilling", Patch, "/billing", OWNER);
    /// The invoices as CSV.
    EXPORT_INVOICES = fresh("exportInvoices", Get, "/billing/invoices.csv", OWNER);
    /// How it stands with one's own second factor: `TwoFactor`.
    GET_TWO_FACTOR = call("getTwoFactor", Get, "/profile/two-factor", SIGNED_IN);
    /// Begins to set one up: 200 `TwoFactorSetUp`. It asks for nothing until it is confirmed.
    START_TWO_FACTOR = call("startTwoFactor", Post, "/profile/two-factor", SIGNED_IN);
    /// Turns it on: 200 `RecoveryCodes`. A wrong code is 422 with `mismatch` at `/code`.
    CONFIRM_TWO_FACTOR = fresh("confirmTwoFactor", Put, "/profile/two-factor", SIGNED_IN);
    /// Turns it off: 204.
    REMOVE_TWO_FACTOR = fresh("removeTwoFactor", Put, "/profile/two-factor/removal", SIGNED_IN);
    /// Makes new recovery codes in place of the old ones: 200 `RecoveryCodes`.
    RENEW_RECOVERY_CODES = fresh("renewRecoveryCodes", Post, "/profile/two-factor/recovery-codes", SIGNED_IN);
    /// Takes away the second factor of somebody who has lost it: 200 the account.
    RESET_TWO_FACTOR = fresh("resetTwoFactor", Delete, "/staff/{id}/two-factor", OWNER);
    /// What has not arrived of the letters: `LetterPage`.
    LIST_LETTERS = call("listLetters", Get, "/letters", OWNER);
    /// Tries a letter again at once: 200 `Letter`. Where only its failing is still known, 409 `state`.
    RETRY_LETTER = call("retryLetter", Post, "/letters/{id}/attempts", OWNER);
    /// Throws a letter away that has not arrived: 204.
    DISCARD_LETTER = call("discardLetter", Delete, "/letters/{id}", OWNER);
    /// Asks the owner for a new invitation, with a link that is dead: 204. Twice is once.
    REQUEST_INVITATION = call("requestInvitation", Post, "/invitations/{token}/request", OPEN);
    /// Leaves such a request without an invitation: 204.
    DISMISS_INVITATION_REQUEST =
        call("dismissInvitationRequest", Delete, "/staff/{id}/invitation/request", OWNER);
    /// What the last revocation has ended: `RevocationProof`. 404 where there was none.
    GET_REVOCATION = call("getRevocation", Get, "/staff/{id}/revocation", OWNER);
    /// One's own steps before access: `OwnOnboarding`.
    GET_ONBOARDING = call("getOnboarding", Get, "/onboarding", SIGNED_IN);
    /// Accepts the security basics: 200 `OwnOnboarding`. Another version than the present one is 409 `state`.
    ACCEPT_BASICS = call("acceptBasics", Put, "/onboarding/security-basics", SIGNED_IN);
    /// Ends the guided tour: 200 `OwnOnboarding`.
    FINISH_TOUR = call("finishTour", Put, "/onboarding/guided-tour", SIGNED_IN);
    /// Which steps come before access, and the security basics: `OnboardingSettings`.
    GET_ONBOARDING_SETTINGS = call("getOnboardingSettings", Get, "/staff/onboarding", OWNER);
    /// Changes them: 200 `OnboardingSettings`.
    PUT_ONBOARDING_SETTINGS = change("putOnboardingSettings", Put, "/staff/onboarding", OWNER);
    /// Reminds somebody of the steps that are left: 200 the account. More than once a day is 409 `state`.
    REMIND_STAFF = call("remindStaff", Post, "/staff/{id}/reminder", OWNER);
}
