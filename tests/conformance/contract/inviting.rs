//! Inviting, and what becomes of a link when the owner thinks again.

use latchkey_conformance::people::{fresh_email, owner, token_of};
use latchkey_conformance::{Client, Invited, Settings, Staff};
use latchkey_contract::permissions::Status;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::staff::{self, StaffMember};
use serde_json::json;

use crate::{faults, in_days, texts};

#[test]
fn an_invitation_answers_the_account_and_tells_the_link_once() {
    let email = fresh_email();
    let (starts, ends) = (in_days(-1), in_days(20));
    let request = json!({
        "email": email,
        "name": "Åsa Öberg",
        "permissions": ["orders.manage"],
        "roles": [],
        "starts": starts,
        "ends": ends,
        "message": "Welcome!\nSee you on Monday.",
    });
    let answer = owner().post("/staff").json(&request).send().expect(201);
    let _end = Invited::read(&answer);
    let invited: staff::Invited = answer.read();
    let account = &invited.account;
    assert_eq!(
        (account.email.as_str(), account.name.as_str()),
        (email.as_str(), "Åsa Öberg")
    );
    assert_eq!(account.status, Status::Invited);
    assert_eq!(texts(&account.permissions), ["orders.view", "orders.manage"]);
    assert_eq!((account.starts, account.ends), (Some(starts), Some(ends)));
    assert_eq!((account.last_seen, account.two_factor), (None, false));
    assert!(invited.invitation.expires > in_days(0));
    let open = account.invitation.clone().expect("an open invitation");
    assert_eq!(open.expires, invited.invitation.expires);

    let token = token_of(&invited.invitation.link);
    let seen = owner().get(format!("/staff/{}", account.id)).send().expect(200);
    assert!(
        !String::from_utf8_lossy(&seen.body).contains(&token),
        "the link is told again"
    );
    assert_eq!(seen.read::<StaffMember>(), invited.account);
}

#[test]
fn nothing_need_be_granted() {
    let staff = Staff::with(&[]);
    assert_eq!(staff.session().permissions, []);
}

#[test]
fn an_address_is_taken_whatever_its_case() {
    let staff = Staff::with(&[]);
    let invited = Invited::with(&[]);
    for email in [
        staff.email.clone(),
        staff.email.to_uppercase(),
        invited.email.clone(),
        Settings::get().owner.clone(),
        Settings::get().owner.to_uppercase(),
    ] {
        let request = json!({ "email": email, "permissions": [] });
        owner()
            .post("/staff")
            .json(&request)
            .send()
            .refused(ProblemCode::EmailTaken);
    }
}

#[test]
fn what_is_wrong_is_named_all_at_once() {
    let request = json!({
        "email": "nobody",
        "name": "x".repeat(201),
        "permissions": ["orders.view", "orders.destroy"],
        "roles": ["no-such-role"],
        "starts": in_days(2),
        "ends": in_days(1),
        "message": "x".repeat(2001),
    });
    let problem = owner()
        .post("/staff")
        .json(&request)
        .send()
        .refused(ProblemCode::Invalid);
    let mut named = faults(&problem);
    named.sort_by_key(|(pointer, _)| *pointer);
    assert_eq!(
        named,
        [
            ("/email", FieldCode::Malformed),
            ("/ends", FieldCode::EndsBeforeStart),
            ("/message", FieldCode::TooLong),
            ("/name", FieldCode::TooLong),
            ("/permissions/1", FieldCode::UnknownValue),
            ("/roles/0", FieldCode::UnknownValue),
        ]
    );
}

#[test]
fn addresses_that_nothing_could_be_delivered_to_are_refused() {
    for email in [
        "",
        " ",
        "a",
        "a@",
        "@b.test",
        "a@b",
        "a b@c.test",
        "a@b.test, c@d.test",
        "A <a@b.test>",
    ] {
        let request = json!({ "email": email, "permissions": [] });
        let problem = owner()
            .post("/staff")
            .json(&request)
            .send()
            .refused(ProblemCode::Invalid);
        assert_eq!(problem.errors.len(), 1, "{email:?}");
        assert_eq!(problem.errors[0].pointer, "/email", "{email:?}");
    }
}

#[test]
fn a_fresh_link_kills_the_old_one_which_says_so() {
    let invited = Invited::with(&["orders.view"]);
    let resend = || owner().post(format!("{}/invitation", invited.path())).send();
    let again: staff::Invited = resend().expect(201).read();
    assert_eq!(again.account.id, invited.id);
    let fresh = token_of(&again.invitation.link);
    assert_ne!(fresh, invited.token);

    let browser = Client::browser();
    browser
        .get(invited.invitation())
        .send()
        .refused(ProblemCode::InvitationReplaced);
    let join = json!({ "name": "Ada", "password": "a long enough passphrase" });
    let dead = browser.post(invited.invitation()).json(&join);
    dead.send().refused(ProblemCode::InvitationReplaced);
    browser.get(format!("/invitations/{fresh}")).send().expect(200);
    browser
        .post(format!("/invitations/{fresh}"))
        .json(&join)
        .send()
        .expect(201);
    // Who has joined needs no invitation.
    resend().refused(ProblemCode::State);
}

#[test]
fn a_cancelled_invitation_says_so_and_the_person_is_among_the_former_staff() {
    let invited = Invited::with(&["orders.view"]);
    let cancel = || owner().delete(format!("{}/invitation", invited.path())).send();
    cancel().expect(204);
    let browser = Client::browser();
    browser
        .get(invited.invitation())
        .send()
        .refused(ProblemCode::InvitationCancelled);
    let join = browser.post(invited.invitation());
    join.json(&json!({ "name": "Ada", "password": "a long enough passphrase" }))
        .send()
        .refused(ProblemCode::InvitationCancelled);
    let account = invited.seen_by_owner();
    assert_eq!((account.status, account.invitation), (Status::Ended, None));
    cancel().refused(ProblemCode::State);
}

#[test]
fn inviting_a_former_person_starts_anew_under_the_same_record() {
    let staff = Staff::with(&["orders.manage"]);
    let revoke = owner().put(format!("{}/revocation", staff.path()));
    revoke.json(&json!({})).send().expect(200);
    let request = json!({ "email": staff.email, "permissions": ["carts.view"] });
    let answer = owner().post("/staff").json(&request).send().expect(201);
    let again: staff::Invited = answer.read();
    assert_eq!(again.account.id, staff.id);
    assert_eq!(again.account.status, Status::Invited);
    assert_eq!(texts(&again.account.permissions), ["carts.view"], "nothing of before");
    assert_eq!(again.account.ends, None);

    let old_password =
        latchkey_conformance::people::sign_in(&Client::browser(), &staff.email, latchkey_conformance::people::PASSWORD);
    old_password.refused(ProblemCode::InvalidCredentials);
    staff.client.get("/session").send().refused(ProblemCode::SignedOut);
    let back = Invited::read(&answer).join();
    assert_eq!(texts(&back.session().permissions), ["carts.view"]);
}
