//! The JSON form of an offer of the store, literally.

use latchkey_contract::id::AccountId;
use latchkey_contract::ownership::{Ownership, OwnershipOffer};
use serde_json::json;

use crate::{time, travels};

#[test]
fn an_offer_and_none() {
    let offer = OwnershipOffer {
        to: AccountId("a2".into()),
        name: "Budi Santoso".into(),
        owner: "Astrid Lindqvist".into(),
        created: time("2026-11-24T09:30:00Z"),
        expires: time("2026-12-01T09:30:00Z"),
    };
    travels(
        &Ownership { offer: Some(offer) },
        &json!({ "offer": {
            "to": "a2",
            "name": "Budi Santoso",
            "owner": "Astrid Lindqvist",
            "created": "2026-11-24T09:30:00Z",
            "expires": "2026-12-01T09:30:00Z",
        }}),
    );
    travels(&Ownership { offer: None }, &json!({}));
}
