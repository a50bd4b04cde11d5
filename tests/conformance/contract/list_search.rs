//! The list of staff: searching and filtering.

use latchkey_conformance::people::{fresh_word, owner};
use latchkey_conformance::{Invited, Staff};
use latchkey_contract::list::Page;
use latchkey_contract::permissions::Status;
use latchkey_contract::role::Role;
use latchkey_contract::staff::{StaffMember, StaffPage};
use serde_json::json;

fn found(query: &[(&str, &str)]) -> Vec<StaffMember> {
    let pairs: Vec<String> = query
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    let answer = owner().get(format!("/staff?{}", pairs.join("&"))).send();
    let page: StaffPage = answer.expect(200).read();
    assert_eq!(page.items.len() as u64, page.total, "all on one page");
    page.items
}

/// A value of a query, percent-encoded.
fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn named(word: &str, rest: &str) -> Invited {
    Invited::by(&json!({
        "email": format!("{}@conformance.example.test", fresh_word()),
        "name": format!("{word} {rest}"),
        "permissions": [],
    }))
}

fn names(found: &[StaffMember], word: &str) -> Vec<String> {
    let names = found
        .iter()
        .map(|member| member.name.replace(word, "").trim().to_owned());
    names.collect()
}

#[test]
fn nothing_in_a_search_is_a_wildcard() {
    let word = fresh_word();
    let people = ["100% cotton", "1000 cotton", "a_b", "axb", "back\\slash", "it's", "a*b"];
    let _people = people.map(|rest| named(&word, rest));
    for (search, expected) in [
        ("100%", vec!["100% cotton"]),
        ("a_b", vec!["a_b"]),
        ("a*b", vec!["a*b"]),
        ("k\\s", vec!["back\\slash"]),
        ("it's", vec!["it's"]),
        ("%", vec!["100% cotton"]),
        ("' OR 1=1 --", vec![]),
        ("\" OR 1=1", vec![]),
    ] {
        let found = found(&[("q", &format!("{word} {search}"))]);
        if search == "k\\s" || search == "%" {
            // Not what a name begins with: search for it alone, among everybody.
            let found = self::found(&[("q", search), ("status", "invited")]);
            let mine: Vec<StaffMember> = found.into_iter().filter(|member| member.name.contains(&word)).collect();
            assert_eq!(names(&mine, &word), expected, "{search}");
        } else {
            assert_eq!(names(&found, &word), expected, "{search}");
        }
    }
}

#[test]
fn a_search_looks_into_names_and_addresses_whatever_the_case() {
    let word = fresh_word();
    let person = named(&word, "Åsa ÖBERG");
    let local = person.email.split('@').next().unwrap_or_default().to_uppercase();
    for search in [
        word.to_uppercase(),
        format!("{word} åsa"),
        format!("{word} ÅSA öberg"),
        // Composed of two characters, as some keyboards write it.
        format!("{word} a\u{30a}sa"),
        local,
        person.email.clone(),
        format!("  {word}  "),
    ] {
        let found = found(&[("q", &search)]);
        assert_eq!(found.len(), 1, "{search}");
        assert_eq!(found[0].id, person.id);
    }
    assert_eq!(found(&[("q", &format!("{word} Anders"))]), []);
}

#[test]
fn filters_are_all_held_at_once() {
    let word = fresh_word();
    let role: Role = owner()
        .get("/roles")
        .send()
        .expect(200)
        .read::<Page<Role>>()
        .items
        .into_iter()
        .find(|role| !role.permissions.is_empty())
        .expect("a role that gives something");
    let given = role.permissions[0].as_str();
    let invite = |rest: &str, permissions: &[&str], roles: &[&str]| {
        Invited::by(&json!({
            "email": format!("{}@conformance.example.test", fresh_word()),
            "name": format!("{word} {rest}"),
            "permissions": permissions,
            "roles": roles,
        }))
    };
    let _direct = invite("direct", &[given], &[]);
    let by_role: Staff = {
        let invited = invite("by role", &[], &[role.id.as_str()]);
        let staff = invited.join();
        staff.patched_by_owner(&json!({ "name": format!("{word} by role") }));
        staff
    };
    let _nothing = invite("nothing", &[], &[]);

    let found = |filters: &[(&str, &str)]| {
        let mut query = vec![("q", word.as_str())];
        query.extend(filters);
        names(&self::found(&query), &word)
    };
    assert_eq!(found(&[]), ["by role", "direct", "nothing"]);
    assert_eq!(found(&[("role", role.id.as_str())]), ["by role"]);
    assert_eq!(found(&[("permission", given)]), ["by role", "direct"]);
    assert_eq!(found(&[("status", "invited")]), ["direct", "nothing"]);
    assert_eq!(found(&[("status", "active")]), ["by role"]);
    assert_eq!(
        found(&[("status", "active,invited"), ("permission", given)]),
        ["by role", "direct"]
    );
    assert_eq!(found(&[("status", "invited"), ("permission", given)]), ["direct"]);
    assert_eq!(found(&[("status", "suspended")]), Vec::<String>::new());

    let revoke = owner().put(format!("{}/revocation", by_role.path()));
    revoke.json(&json!({})).send().expect(200);
    assert_eq!(found(&[("status", "ended")]), ["by role"], "the name stays");
    assert_eq!(by_role.seen_by_owner().status, Status::Ended);
}

#[test]
fn the_owner_is_not_among_the_staff() {
    let owner = &latchkey_conformance::Settings::get().owner;
    let found = found(&[("q", owner)]);
    assert!(found.iter().all(|member| member.email != *owner));
}

#[test]
fn every_page_says_how_many_stand_where_whatever_was_asked_for() {
    // Other tests invite people meanwhile, so no number is known exactly; but nobody is ever forgotten.
    let word = fresh_word();
    let _person = named(&word, "counted");
    let page = |query: &str| -> StaffPage { owner().get(format!("/staff?{query}")).send().expect(200).read() };
    let before = page(&format!("q={word}"));
    assert_eq!(before.total, 1);
    assert!(before.counts.invited >= 1, "nobody is counted who is in the list");
    let _another = named(&word, "counted too");
    let after = page("q=zzz-nobody-has-this-name&limit=1");
    assert_eq!(after.total, 0);
    assert!(
        after.counts.of(&Status::ALL) > before.counts.of(&Status::ALL),
        "the search narrows the counts down"
    );
}
