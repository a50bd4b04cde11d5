//! Roles: what each gives, and who holds it.

use std::collections::BTreeSet;

use latchkey_conformance::people::{fresh_email, fresh_word, owner};
use latchkey_conformance::{Invited, Staff};
use latchkey_contract::list::Page;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::role::Role;
use serde_json::json;

fn roles() -> Page<Role> {
    owner().get("/roles").send().expect(200).read()
}

fn role(id: &str) -> Role {
    owner().get(format!("/roles/{id}")).send().expect(200).read()
}

fn holder_of(role: &Role, permissions: &[&str]) -> Staff {
    let request = json!({ "email": fresh_email(), "permissions": permissions, "roles": [role.id] });
    Invited::by(&request).join()
}

/// A role that gives something, but not everything.
fn some_role() -> Role {
    let everything = crate::catalogue().permissions().count();
    let role = roles()
        .items
        .into_iter()
        .find(|role| !role.permissions.is_empty() && role.permissions.len() < everything);
    role.expect("a role that gives something")
}

#[test]
fn every_role_is_closed_and_in_the_order_of_the_catalogue() {
    let catalogue = crate::catalogue();
    let page = roles();
    assert_eq!((page.items.len() as u64, page.next), (page.total, None));
    let ids: BTreeSet<_> = page.items.iter().map(|role| &role.id).collect();
    assert_eq!(ids.len(), page.items.len());
    for role in &page.items {
        let known = catalogue.set(role.permissions.iter().cloned());
        assert_eq!(known.unknown, [], "{}", role.id);
        let closed = catalogue.ids(catalogue.with_required(known.known));
        assert_eq!(role.permissions, closed, "{}", role.id);
        assert!(role.name.has_english(), "{}", role.id);
    }
}

#[test]
fn one_role_is_read_by_its_id() {
    let some = some_role();
    let answer = owner().get(format!("/roles/{}", some.id)).send().expect(200);
    let read: Role = answer.read();
    assert_eq!(answer.etag(), read.version.etag());
    assert_eq!((read.id, read.permissions), (some.id, some.permissions));
    owner().get("/roles/no-such-role").send().refused(ProblemCode::NotFound);
}

#[test]
fn whoever_holds_a_role_holds_what_it_gives_besides_what_is_direct() {
    let role = some_role();
    let catalogue = crate::catalogue();
    let given = catalogue.set(role.permissions.iter().cloned()).known;
    let more = catalogue.ids(catalogue.everything() - given)[0].clone();
    let direct = catalogue.with_required(catalogue.set([more.clone()]).known);

    let staff = holder_of(&role, &[more.as_str()]);
    assert_eq!(staff.session().permissions, catalogue.ids(given | direct));
    let seen = staff.seen_by_owner();
    assert_eq!(seen.roles, std::slice::from_ref(&role.id));
    assert_eq!(seen.permissions, catalogue.ids(direct), "direct ones alone");

    staff.patched_by_owner(&json!({ "roles": [] }));
    assert_eq!(staff.session().permissions, catalogue.ids(direct));
}

#[test]
fn former_staff_hold_no_role() {
    let some = some_role();
    let staff = holder_of(&some, &[]);
    let listed = |status: &str| -> Page<latchkey_contract::staff::StaffMember> {
        let path = format!("/staff?role={}&status={status}&q={}", some.id, staff.email);
        owner().get(path).send().expect(200).read()
    };
    assert!(role(some.id.as_str()).holders >= 1);
    assert_eq!(listed("active").total, 1);
    let revoke = owner().put(format!("{}/revocation", staff.path()));
    revoke.json(&json!({})).send().expect(200);
    assert_eq!(listed("active").total, 0);
}

#[test]
fn a_role_that_is_held_names_its_holders_and_goes_together_with_moving_them() {
    let made = |word: &str| -> Role {
        let draft = json!({ "name": { "en": format!("{word} {}", fresh_word()) }, "permissions": [] });
        owner().post("/roles").json(&draft).send().expect(201).read()
    };
    let (role, other) = (made("Leaving"), made("Staying"));
    let staff = holder_of(&role, &[]);
    let delete = |query: &str| {
        let request = owner().delete(format!("/roles/{}{query}", role.id));
        request.header("If-Match", role.version.etag()).send()
    };
    let held = delete("").refused(ProblemCode::State);
    let named: Vec<_> = held.holders.iter().map(|holder| &holder.id).collect();
    assert_eq!(named, [&staff.id]);
    delete("?moveTo=no-such-role").refused(ProblemCode::Invalid);
    assert_eq!(staff.seen_by_owner().roles, std::slice::from_ref(&role.id));

    delete(&format!("?moveTo={}", other.id)).expect(204);
    assert_eq!(staff.seen_by_owner().roles, std::slice::from_ref(&other.id));
    owner()
        .get(format!("/roles/{}", role.id))
        .send()
        .refused(ProblemCode::NotFound);

    let request = owner().delete(format!("/roles/{}?moveTo=", other.id));
    request.header("If-Match", other.version.etag()).send().expect(204);
    assert_eq!(staff.seen_by_owner().roles, []);
}
