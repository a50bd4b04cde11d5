//! The JSON forms of staff accounts, literally.

use latchkey_contract::id::{AccountId, RoleId, Version};
use latchkey_contract::patch::Patch;
use latchkey_contract::periods::{Period, Periods};
use latchkey_contract::permissions::Status;
use latchkey_contract::revocation::{Revocation, Revoked};
use latchkey_contract::staff::{
    InvitationLink, Invited, NewStaffMember, OpenInvitation, StaffCounts, StaffMember, StaffPage, StaffPatch,
};
use serde_json::{Value, json};

use crate::{ids, reads, time, travels};

fn member() -> (StaffMember, Value) {
    let member = StaffMember {
        id: AccountId("a2".into()),
        name: "Nils Ek".into(),
        email: "nils@example.test".into(),
        status: Status::Invited,
        permissions: ids(&["reports.view"]),
        roles: vec![RoleId("accountant".into())],
        last_seen: None,
        two_factor: false,
        two_factor_required: true,
        starts: None,
        ends: Some(time("2026-12-24T12:00:00Z")),
        periods: Periods::default(),
        invitation: Some(OpenInvitation {
            expires: time("2026-12-01T08:00:00Z"),
            letter: None,
        }),
        invitation_requested: None,
        onboarding: None,
        version: Version("3".into()),
    };
    let json = json!({
        "id": "a2",
        "name": "Nils Ek",
        "email": "nils@example.test",
        "status": "invited",
        "permissions": ["reports.view"],
        "roles": ["accountant"],
        "lastSeen": null,
        "twoFactor": false,
        "twoFactorRequired": true,
        "starts": null,
        "ends": "2026-12-24T12:00:00Z",
        "invitation": { "expires": "2026-12-01T08:00:00Z" },
        "version": "3",
    });
    (member, json)
}

#[test]
fn a_member_of_staff_says_null_where_something_is_not_set() {
    let (mut member, mut json) = member();
    travels(&member, &json);

    let ends = Some(time("2026-12-20T00:00:00Z"));
    let period = Period { starts: None, ends };
    member
        .periods
        .permissions
        .insert(ids(&["reports.view"])[0].clone(), period);
    json["periods"] = json!({ "permissions": { "reports.view": { "ends": "2026-12-20T00:00:00Z" } } });
    travels(&member, &json);
    member.periods = Periods::default();
    json.as_object_mut().expect("an object").remove("periods");

    member.invitation = None;
    json.as_object_mut().expect("an object").remove("invitation");
    travels(&member, &json);
}

#[test]
fn a_page_of_the_staff_says_how_many_stand_where() {
    let (member, json) = member();
    let mut counts = StaffCounts::default();
    for (count, status) in (1..).zip(Status::ALL) {
        counts.set(status, count);
    }
    travels(
        &StaffPage {
            items: vec![member],
            next: Some("c".into()),
            total: 3,
            counts,
        },
        &json!({
            "items": [json],
            "next": "c",
            "total": 3,
            "counts": { "invited": 1, "onboarding": 2, "active": 3, "suspended": 4, "ended": 5 },
        }),
    );
    for (count, status) in (1..).zip(Status::ALL) {
        assert_eq!(counts.of(&[status]), count, "{status}");
    }
    assert_eq!(counts.of(&[]), 0);
    assert_eq!(counts.of(&Status::ALL), 15);
}

#[test]
fn inviting_needs_an_address_and_permissions_and_no_more() {
    travels(
        &NewStaffMember {
            email: "nils@example.test".into(),
            name: "Nils Ek".into(),
            permissions: ids(&["orders.view"]),
            roles: vec![RoleId("designer".into())],
            starts: Some(time("2026-12-01T00:00:00Z")),
            ends: None,
            periods: Periods::default(),
            two_factor_required: true,
            message: "Welcome!".into(),
            reason: "The Christmas trade".into(),
        },
        &json!({
            "email": "nils@example.test",
            "name": "Nils Ek",
            "permissions": ["orders.view"],
            "roles": ["designer"],
            "starts": "2026-12-01T00:00:00Z",
            "ends": null,
            "twoFactorRequired": true,
            "message": "Welcome!",
            "reason": "The Christmas trade",
        }),
    );
    let least = json!({ "email": "nils@example.test", "permissions": [] });
    reads(
        &NewStaffMember {
            email: "nils@example.test".into(),
            ..NewStaffMember::default()
        },
        &least,
    );
    for needed in ["email", "permissions"] {
        let mut json = least.clone();
        json.as_object_mut().expect("an object").remove(needed);
        assert!(serde_json::from_value::<NewStaffMember>(json).is_err(), "{needed}");
    }
}

#[test]
fn answers_to_inviting_and_revoking() {
    let (account, member) = member();
    travels(
        &Invited {
            account: account.clone(),
            invitation: InvitationLink {
                link: "https://shop.example.test/join/t0k3n".into(),
                expires: time("2026-12-01T08:00:00Z"),
            },
        },
        &json!({
            "account": member,
            "invitation": { "link": "https://shop.example.test/join/t0k3n", "expires": "2026-12-01T08:00:00Z" },
        }),
    );
    travels(
        &Revoked {
            account,
            sessions_ended: 1,
            tokens_ended: 1,
            invitations_cancelled: 2,
            requests_closed: 0,
            millis: 12,
        },
        &json!({ "account": member, "sessionsEnded": 1, "tokensEnded": 1, "invitationsCancelled": 2, "requestsClosed": 0, "millis": 12 }),
    );
    travels(
        &Revocation {
            reason: "Left the company".into(),
        },
        &json!({ "reason": "Left the company" }),
    );
    reads(&Revocation::default(), &json!({}));
}

#[test]
fn a_patch_of_staff_says_only_what_changes() {
    travels(&StaffPatch::default(), &json!({}));
    travels(
        &StaffPatch {
            name: Some("Nils Ekman".into()),
            permissions: Some(ids(&["orders.view"])),
            roles: Some(Vec::new()),
            starts: Patch::Clear,
            ends: Patch::Set(time("2026-12-24T12:00:00+01:00")),
            reason: "Helps with refunds".into(),
            periods: None,
            two_factor_required: Some(false),
        },
        &json!({
            "name": "Nils Ekman",
            "permissions": ["orders.view"],
            "roles": [],
            "starts": null,
            "ends": "2026-12-24T11:00:00Z",
            "reason": "Helps with refunds",
            "twoFactorRequired": false,
        }),
    );
}
