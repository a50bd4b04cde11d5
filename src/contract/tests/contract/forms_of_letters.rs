//! The JSON forms of letters, literally.

use latchkey_contract::id::{AccountId, LetterId};
use latchkey_contract::letter::{
    Delivery, InvitationLetter, Letter, LetterKind, LetterPage, LetterState, Trouble, TroubleKind,
};
use serde_json::{Value, json};

use crate::{reads, time, travels};

fn waiting() -> (Letter, Value) {
    let letter = Letter {
        id: LetterId("l1".into()),
        kind: LetterKind::Invitation,
        to: "nils@example.test".into(),
        account: Some(AccountId("a2".into())),
        state: LetterState::Waiting,
        attempts: 2,
        next: Some(time("2026-11-24T09:35:00Z")),
        created: time("2026-11-24T09:30:00Z"),
        trouble: Some(Trouble {
            kind: TroubleKind::SignIn,
            said: "5.7.8 wrong name or password".into(),
        }),
        again: true,
    };
    let json = json!({
        "id": "l1",
        "kind": "invitation",
        "to": "nils@example.test",
        "account": "a2",
        "state": "waiting",
        "attempts": 2,
        "next": "2026-11-24T09:35:00Z",
        "created": "2026-11-24T09:30:00Z",
        "trouble": { "kind": "sign-in", "said": "5.7.8 wrong name or password" },
        "again": true,
    });
    (letter, json)
}

#[test]
fn what_has_not_arrived_says_what_went_wrong_and_how_letters_travel() {
    let (mut letter, mut json) = waiting();
    for (delivery, word) in [(Delivery::Sent, "sent"), (Delivery::Kept, "kept")] {
        let page = LetterPage {
            items: vec![letter.clone()],
            next: None,
            total: 1,
            delivery,
        };
        travels(
            &page,
            &json!({ "items": [json], "next": null, "total": 1, "delivery": word }),
        );
    }
    letter = Letter {
        kind: LetterKind::NewsletterTrial,
        account: None,
        state: LetterState::Failed,
        next: None,
        trouble: None,
        again: false,
        ..letter
    };
    let members = json.as_object_mut().expect("an object");
    members.retain(|name, _| name != "account" && name != "trouble");
    members.extend([
        ("kind".to_owned(), "newsletter-trial".into()),
        ("state".to_owned(), "failed".into()),
        ("next".to_owned(), Value::Null),
        ("again".to_owned(), false.into()),
    ]);
    travels(&letter, &json);
}

#[test]
fn kinds_that_are_not_known_here_are_read_all_the_same() {
    reads(&LetterKind::Other, &json!("birthday"));
    let trouble = Trouble {
        kind: TroubleKind::Other,
        said: String::new(),
    };
    reads(&trouble, &json!({ "kind": "pigeon-lost" }));
    let letter = InvitationLetter {
        state: LetterState::Waiting,
        trouble: None,
    };
    travels(&letter, &json!({ "state": "waiting" }));
}
