//! Every call of the contract, asked for by nobody, by staff who hold everything there is, and by the owner: each is
//! answered as its guard says.

use latchkey_conformance::people::{PASSWORD, fresh_email, owner, sign_in};
use latchkey_conformance::{Answer, Client, Invited, Request, Settings, Staff};
use latchkey_contract::endpoint::{ENDPOINTS, Endpoint, Guard};
use latchkey_contract::id::SessionId;
use latchkey_contract::list::Page;
use latchkey_contract::permissions::{Access, Catalogue, Decision, Denial, Text};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::report::ReportBrief;
use latchkey_contract::session::OwnSession;
use serde_json::{Value, json};

use crate::texts;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Nobody,
    Staff,
    Owner,
}

/// The people that the calls are about.
struct Scene {
    catalogue: Catalogue,
    nobody: Client,
    staff: Staff,
    target: Staff,
    revoked: Staff,
    invited: Invited,
    role: String,
    /// What another role is called.
    other_role: Text,
    report: String,
}

impl Scene {
    fn new() -> Self {
        let catalogue = crate::catalogue();
        let everything = catalogue.ids(catalogue.everything());
        let reports: Page<ReportBrief> = owner().get("/reports").send().expect(200).read();
        let roles: Page<latchkey_contract::role::Role> = owner().get("/roles").send().expect(200).read();
        Self {
            staff: Staff::with(&texts(&everything)),
            catalogue,
            nobody: Client::browser(),
            target: Staff::with(&[]),
            revoked: Staff::with(&[]),
            invited: Invited::with(&[]),
            role: roles.items[0].id.to_string(),
            other_role: roles.items[1].name.clone(),
            // A backend without reports says that there is none of this name.
            report: reports
                .items
                .first()
                .map_or_else(|| "none".to_owned(), |report| report.id.clone()),
        }
    }

    /// A role with a name that another has.
    fn taken(&self) -> Value {
        json!({ "name": self.other_role, "permissions": [] })
    }

    fn client(&self, who: Who) -> &Client {
        match who {
            Who::Nobody => &self.nobody,
            Who::Staff => &self.staff.client,
            Who::Owner => owner(),
        }
    }

    /// Another session of whoever asks.
    fn another(&self, who: Who) -> Client {
        let settings = Settings::get();
        let client = Client::browser();
        match who {
            Who::Nobody => return client,
            Who::Staff => sign_in(&client, &self.staff.email, PASSWORD),
            Who::Owner => sign_in(&client, &settings.owner, &settings.password),
        }
        .expect(200);
        client
    }

    /// What is refused, where it is.
    fn refusal(&self, endpoint: &Endpoint, who: Who) -> Option<ProblemCode> {
        let Guard::Rule(rule) = &endpoint.guard else {
            return None;
        };
        let access = match who {
            Who::Nobody => Access::SignedOut,
            Who::Staff => Access::Granted(self.catalogue.everything()),
            Who::Owner => Access::Owner,
        };
        match rule.compile(&self.catalogue).decide(&access) {
            Decision::Allowed => None,
            Decision::Denied(Denial::SignedOut) => Some(ProblemCode::SignedOut),
            Decision::Denied(Denial::OwnerOnly) => Some(ProblemCode::OwnerOnly),
            Decision::Denied(denial) => panic!("{}: {denial:?} is not expected of {who:?}", endpoint.name),
        }
    }

    /// Asks in a way that succeeds for whoever may.
    fn ask(&self, endpoint: &Endpoint, who: Who) -> Answer {
        let (target, invited) = (self.target.path(), self.invited.path());
        let begin = |path: &str| self.client(who).request(endpoint.method, path);
        let request: Request<'_> = match endpoint.name {
            "getSession"
            | "checkProof"
            | "listSessions"
            | "endOtherSessions"
            | "getPermissions"
            | "listStaff"
            | "getProfile"
            | "listRoles"
            | "restoreRoles"
            | "listResources"
            | "getOverview"
            | "listReports"
            | "listActivity"
            | "exportActivity"
            | "verifyActivity"
            | "getEvents"
            | "getBilling"
            | "exportInvoices"
            | "getTwoFactor"
            | "getOnboarding"
            | "finishTour"
            | "getOnboardingSettings"
            | "listLetters" => begin(endpoint.path),
            // Nobody is offered the store here, and so nobody takes it.
            "getOwnership" | "acceptOwnership" | "withdrawOwnership" => begin("/ownership"),
            // Who has not joined cannot be offered it.
            "offerOwnership" => begin(&format!("{invited}/ownership")),
            // Without what they need, so that nothing changes.
            "startTwoFactor" | "confirmTwoFactor" | "removeTwoFactor" | "renewRecoveryCodes" | "acceptBasics" => {
                begin(endpoint.path).json(&json!({}))
            }
            // There is no such letter.
            "retryLetter" => begin("/letters/none/attempts"),
            "discardLetter" => begin("/letters/none"),
            "remindStaff" => begin(&format!("{target}/reminder")),
            "dismissInvitationRequest" => begin(&format!("{target}/invitation/request")),
            "resetTwoFactor" => begin(&format!("{target}/two-factor")),
            "getStaff" => begin(&target),
            "getRole" => begin(&format!("/roles/{}", self.role)),
            // Two roles cannot be called the same, so nothing is made or changed here.
            "createRole" => begin("/roles").json(&self.taken()),
            "putRole" => begin(&format!("/roles/{}", self.role))
                .header("If-Match", "*")
                .json(&self.taken()),
            // Right but for the version that it was seen in.
            "deleteRole" => begin(&format!("/roles/{}", self.role)).header("If-Match", "\"no such version\""),
            "resetRole" => begin(&format!("/roles/{}/changes", self.role)).header("If-Match", "\"no such version\""),
            "moveHolders" => begin(&format!("/roles/{}/holders", self.role)).json(&json!({ "to": self.role })),
            "getReport" => begin(&format!("/reports/{}", self.report)),
            "exportReport" => begin(&format!("/reports/{}/export.csv", self.report)),
            "patchStaff" => {
                let etag = self.target.seen_by_owner().version.etag();
                let patch = json!({ "permissions": ["orders.view"] });
                begin(&target).header("If-Match", etag).json(&patch)
            }
            "patchProfile" | "patchBilling" | "putOnboardingSettings" => {
                begin(endpoint.path).header("If-Match", "*").json(&json!({}))
            }
            "suspendStaff" | "reactivateStaff" => begin(&format!("{target}/suspension")),
            "listStaffUses" => begin(&format!("{target}/uses")),
            "endStaffSessions" => begin(&format!("{target}/sessions")),
            "revokeStaff" | "getRevocation" => begin(&format!("{}/revocation", self.revoked.path())),
            "resendInvitation" | "cancelInvitation" => begin(&format!("{invited}/invitation")),
            "inviteStaff" => begin("/staff").json(&json!({ "email": fresh_email(), "permissions": [] })),
            // Without what it needs, so that nobody's token changes.
            "proveAgain" => begin(endpoint.path).json(&json!({})),
            "recogniseSession" => begin("/sessions/nothing/recognition"),
            "askPasswordLink" => begin(endpoint.path).json(&json!({ "email": fresh_email() })),
            "getPasswordLink" => begin("/password-links/nothing"),
            "resetPassword" => begin("/password-links/nothing").json(&json!({ "new": PASSWORD })),
            "sendPasswordLink" => begin(&format!("{target}/password-link")),
            "judgePassword" => begin(endpoint.path).json(&json!({ "password": PASSWORD })),
            // Right but for the new password, so that nothing changes for the owner.
            "changePassword" => begin("/profile/password").json(&json!({ "current": PASSWORD, "new": "short" })),
            "createOwner" => begin("/owner").json(&json!({
                "token": "not the token",
                "storeName": "Another",
                "currency": "EUR",
                "name": "Another",
                "email": fresh_email(),
                "password": PASSWORD,
            })),
            _ => return self.ask_apart(endpoint, who),
        };
        request.send()
    }

    /// Asks for what may end or replace the session that it is made with.
    fn ask_apart(&self, endpoint: &Endpoint, who: Who) -> Answer {
        match endpoint.name {
            "signOut" => self.another(who).delete("/session").send(),
            "endSession" => {
                let other = self.another(who);
                let id = if who == Who::Nobody {
                    SessionId("x".into())
                } else {
                    let page: Page<OwnSession> = other.get("/sessions").send().expect(200).read();
                    let current = page.items.into_iter().find(|session| session.current);
                    current.expect("the session that asks").id
                };
                self.client(who).delete(format!("/sessions/{id}")).send()
            }
            "signIn" => sign_in(&self.another(who), &self.staff.email, PASSWORD),
            "getInvitation" => {
                let invited = Invited::with(&[]);
                self.client(who).get(invited.invitation()).send()
            }
            "acceptInvitation" => {
                let invited = Invited::with(&[]);
                let client = self.another(who);
                let join = json!({ "name": "Ada", "password": PASSWORD });
                client.post(invited.invitation()).json(&join).send()
            }
            "requestInvitation" => {
                let invited = Invited::with(&[]);
                owner()
                    .post(format!("{}/invitation", invited.path()))
                    .send()
                    .expect(201);
                self.client(who)
                    .post(format!("{}/request", invited.invitation()))
                    .send()
            }
            other => panic!("these tests do not know yet how to call {other}"),
        }
    }
}

/// What the call answers where the guard lets it through.
fn passed(endpoint: &Endpoint, answer: &Answer) -> bool {
    let status = answer.status;
    match endpoint.name {
        // The store has its owner and is offered to nobody; nothing is left for the person, and nothing was asked for.
        "createOwner" | "acceptOwnership" | "offerOwnership" | "remindStaff" | "dismissInvitationRequest" => {
            status == 409
        }
        "changePassword"
        | "createRole"
        | "putRole"
        | "moveHolders"
        | "startTwoFactor"
        | "confirmTwoFactor"
        | "removeTwoFactor"
        | "renewRecoveryCodes"
        | "proveAgain"
        | "acceptBasics"
        | "putOnboardingSettings" => status == 422,
        "deleteRole" | "resetRole" => status == 412,
        "getReport" | "exportReport" => status == 200 || status == 404,
        "inviteStaff" | "resendInvitation" | "acceptInvitation" => status == 201,
        "askPasswordLink" => status == 202,
        "getPasswordLink" | "resetPassword" | "recogniseSession" | "retryLetter" | "discardLetter" => status == 404,
        "sendPasswordLink" | "signOut" | "endSession" | "cancelInvitation" | "requestInvitation" | "checkProof"
        | "withdrawOwnership" => status == 204,
        _ => status == 200,
    }
}

#[test]
fn every_call_is_answered_as_its_guard_says() {
    let scene = Scene::new();
    // What lies behind the menus has rules of its own; see `record_guards`.
    let fixed = ENDPOINTS
        .iter()
        .filter(|call| !matches!(call.guard, Guard::Resource(_)));
    for endpoint in fixed {
        for who in [Who::Nobody, Who::Staff, Who::Owner] {
            let answer = scene.ask(endpoint, who);
            if let Some(code) = scene.refusal(endpoint, who) {
                answer.refused(code);
                continue;
            }
            assert!(passed(endpoint, &answer), "{} by {who:?}: {answer}", endpoint.name);
            if endpoint.name == "inviteStaff" {
                drop(Invited::read(&answer));
            }
        }
    }
}

/// Whether a record exists, and whether a body would be read, is told to nobody who may not ask.
#[test]
fn a_guard_comes_before_everything_else() {
    let staff = Staff::with(&[]);
    for endpoint in ENDPOINTS {
        let Guard::Rule(_) = &endpoint.guard else { continue };
        let path = endpoint.path.replace("{id}", "no-such-id");
        let ask = |client: &Client| {
            let request = client.request(endpoint.method, path.as_str());
            request.body("text/plain", "{ broken").send()
        };
        if endpoint.method != latchkey_contract::endpoint::Method::Get {
            ask(&Client::browser()).refused(ProblemCode::SignedOut);
        }
        let owners = endpoint.guard == Guard::Rule(latchkey_contract::permissions::Rule::Owner);
        if owners && endpoint.method != latchkey_contract::endpoint::Method::Get {
            ask(&staff.client).refused(ProblemCode::OwnerOnly);
        }
        if owners && endpoint.path.contains("{id}") {
            let request = staff.client.request(endpoint.method, path.as_str());
            request.send().refused(ProblemCode::OwnerOnly);
        }
    }
}
