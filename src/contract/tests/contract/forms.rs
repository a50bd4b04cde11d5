//! The JSON form of each type, literally, so that no rename or reordering of Rust changes what travels.

use latchkey_contract::id::{AccountId, RoleId, SessionId, StoreId, Version};
use latchkey_contract::invitation::{Invitation, Join};
use latchkey_contract::list::Page;
use latchkey_contract::owner::NewOwner;
use latchkey_contract::patch::Patch;
use latchkey_contract::permissions::{SectionId, Status, Text};
use latchkey_contract::profile::{PasswordChange, Profile, ProfilePatch};
use latchkey_contract::role::Role;
use latchkey_contract::session::{OwnSession, Session, SessionAccount, SessionsEnded, SignIn, Store};
use latchkey_contract::staff::StaffPatch;
use serde_json::{Value, json};

use crate::{ids, reads, time, travels};

fn session() -> (Session, Value) {
    let session = Session {
        account: SessionAccount {
            id: AccountId("a1".into()),
            name: "Sari Dewi".into(),
            email: "sari@example.test".into(),
            owner: false,
            status: Status::Active,
            language: Some("id".into()),
            starts: Some(time("2026-11-01T00:00:00Z")),
            ends: Some(time("2027-01-31T22:59:59.5Z")),
            onboarding: Vec::new(),
        },
        permissions: ids(&["orders.view", "orders.manage"]),
        store: Store {
            id: StoreId("s1".into()),
            name: "Kunci & Nyckel".into(),
            currency: "EUR".into(),
        },
        version: Version("7".into()),
        token: None,
    };
    let json = json!({
        "account": {
            "id": "a1",
            "name": "Sari Dewi",
            "email": "sari@example.test",
            "owner": false,
            "status": "active",
            "language": "id",
            "starts": "2026-11-01T00:00:00Z",
            "ends": "2027-01-31T22:59:59.500Z",
        },
        "permissions": ["orders.view", "orders.manage"],
        "store": { "id": "s1", "name": "Kunci & Nyckel", "currency": "EUR" },
        "version": "7",
    });
    (session, json)
}

#[test]
fn a_session_leaves_out_what_there_is_not() {
    let (session, json) = session();
    travels(&session, &json);

    let mut plain = session;
    plain.account.language = None;
    plain.account.starts = None;
    plain.account.ends = None;
    plain.token = Some("secret".into());
    let json = json!({
        "account": { "id": "a1", "name": "Sari Dewi", "email": "sari@example.test", "owner": false, "status": "active" },
        "permissions": ["orders.view", "orders.manage"],
        "store": { "id": "s1", "name": "Kunci & Nyckel", "currency": "EUR" },
        "version": "7",
        "token": "secret",
    });
    travels(&plain, &json);
}

#[test]
fn a_null_is_read_like_an_absent_member_of_an_answer() {
    let (mut session, mut json) = session();
    session.account.language = None;
    session.account.ends = None;
    json["account"]["language"] = Value::Null;
    json["account"]["ends"] = Value::Null;
    json["token"] = Value::Null;
    reads(&session, &json);
}

#[test]
fn signing_in_asks_for_a_token_only_by_saying_so() {
    let mut sign_in = SignIn {
        email: "sari@example.test".into(),
        password: "correct horse battery".into(),
        otp: None,
        token: false,
    };
    travels(
        &sign_in,
        &json!({ "email": "sari@example.test", "password": "correct horse battery" }),
    );
    sign_in.token = true;
    travels(
        &sign_in,
        &json!({ "email": "sari@example.test", "password": "correct horse battery", "token": true }),
    );
}

#[test]
fn own_sessions_and_how_many_were_ended() {
    travels(
        &OwnSession {
            id: SessionId("x".into()),
            device: "Firefox · Linux".into(),
            created: time("2026-11-24T09:30:00Z"),
            last_seen: time("2026-11-24T09:31:00Z"),
            current: true,
            unrecognised: false,
        },
        &json!({
            "id": "x",
            "device": "Firefox · Linux",
            "created": "2026-11-24T09:30:00Z",
            "lastSeen": "2026-11-24T09:31:00Z",
            "current": true,
            "unrecognised": false,
        }),
    );
    travels(&SessionsEnded { sessions_ended: 2 }, &json!({ "sessionsEnded": 2 }));
}

#[test]
fn a_patch_refuses_null_where_nothing_can_be_taken_away() {
    for member in ["name", "permissions", "roles"] {
        let patch = json!({ member: null });
        assert!(serde_json::from_value::<StaffPatch>(patch).is_err(), "{member}");
    }
    assert!(serde_json::from_value::<ProfilePatch>(json!({ "name": null })).is_err());
}

#[test]
fn a_profile_and_what_changes_it() {
    travels(
        &Profile {
            id: AccountId("a1".into()),
            name: "Sari Dewi".into(),
            email: "sari@example.test".into(),
            language: None,
            turns: Vec::new(),
            version: Version("1".into()),
        },
        &json!({ "id": "a1", "name": "Sari Dewi", "email": "sari@example.test", "language": null, "version": "1" }),
    );
    travels(&ProfilePatch::default(), &json!({}));
    travels(
        &ProfilePatch {
            name: Some("Sari".into()),
            language: Patch::Clear,
        },
        &json!({ "name": "Sari", "language": null }),
    );
    travels(
        &PasswordChange {
            current: "old".into(),
            new: "new".into(),
        },
        &json!({ "current": "old", "new": "new" }),
    );
}

#[test]
fn an_invitation_and_joining() {
    travels(
        &Invitation {
            store: "Kunci & Nyckel".into(),
            email: "nils@example.test".into(),
            name: String::new(),
            sections: vec![SectionId::from_static("sales")],
            expires: time("2026-12-01T08:00:00Z"),
        },
        &json!({
            "store": "Kunci & Nyckel",
            "email": "nils@example.test",
            "name": "",
            "sections": ["sales"],
            "expires": "2026-12-01T08:00:00Z",
        }),
    );
    travels(
        &Join {
            name: "Nils Ek".into(),
            password: "correct horse battery".into(),
        },
        &json!({ "name": "Nils Ek", "password": "correct horse battery" }),
    );
}

#[test]
fn setting_up_a_store() {
    travels(
        &NewOwner {
            token: "t".into(),
            store_name: "Kunci & Nyckel".into(),
            currency: "EUR".into(),
            name: "Maja".into(),
            email: "maja@example.test".into(),
            password: "correct horse battery".into(),
        },
        &json!({
            "token": "t",
            "storeName": "Kunci & Nyckel",
            "currency": "EUR",
            "name": "Maja",
            "email": "maja@example.test",
            "password": "correct horse battery",
        }),
    );
}

#[test]
fn a_page_of_roles() {
    let role = Role {
        id: RoleId("designer".into()),
        name: Text([("en".to_owned(), "Designer".to_owned())].into()),
        permissions: ids(&["website.view", "website.design"]),
        holders: 1,
        preset: None,
        version: Version("1".into()),
    };
    travels(
        &Page {
            items: vec![role],
            next: Some("c".into()),
            total: 9,
        },
        &json!({
            "items": [{
                "id": "designer",
                "name": { "en": "Designer" },
                "permissions": ["website.view", "website.design"],
                "holders": 1,
                "version": "1",
            }],
            "next": "c",
            "total": 9,
        }),
    );
    travels(
        &Page::<Role> {
            items: Vec::new(),
            next: None,
            total: 0,
        },
        &json!({ "items": [], "next": null, "total": 0 }),
    );
}

#[test]
fn a_version_is_an_etag_without_its_quotes() {
    assert_eq!(Version("7".into()).etag(), "\"7\"");
}
