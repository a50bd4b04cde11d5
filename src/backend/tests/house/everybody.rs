//! Every call of the contract, asked by every kind of person, is held against what the rule itself decides.

use latchkey_contract::endpoint::{ENDPOINTS, Guard};
use latchkey_permissions::{
    Access, Catalogue, Decision, Denial, Grant, OnboardingSteps, PRESET_CATALOGUE, PRESET_ROLES, Person, RolePreset,
    Staff, Status, Time, Window,
};
use serde_json::{Value, json};
use sqlx::query;

use crate::support::{Browser, House, START};

/// Somebody who asks.
pub(crate) struct Asker {
    pub(crate) who: String,
    pub(crate) browser: Browser,
    pub(crate) access: Access,
}

/// Puts an account into a state that no call leads to while its session lives.
async fn force(house: &House, mailbox: &str, status: Status, window: Window) {
    query("UPDATE accounts SET status = $1, starts = $2, ends = $3 WHERE email_key = $4")
        .bind(status.as_str())
        .bind(window.starts.map(Time::millis))
        .bind(window.ends.map(Time::millis))
        .bind(format!("{mailbox}@example.test"))
        .execute(house.app.database())
        .await
        .expect("the account is changed");
}

fn granted(catalogue: &Catalogue, role: Option<&str>) -> Grant {
    let presets: Vec<RolePreset> = serde_json::from_str(PRESET_ROLES).expect("the presets are read");
    let preset = presets.iter().find(|preset| Some(preset.id.as_str()) == role);
    let ids = preset.map(|preset| preset.resolve(catalogue)).unwrap_or_default();
    Grant::of(catalogue.set(ids).known)
}

/// One of each kind of person.
pub(crate) async fn askers(house: &House, catalogue: &Catalogue) -> Vec<Asker> {
    let mut askers = vec![
        Asker {
            who: "signed out".into(),
            browser: house.browser(),
            access: Access::SignedOut,
        },
        Asker {
            who: "the owner".into(),
            browser: house.owner().await,
            access: Access::Owner,
        },
    ];
    let later = START.plus_millis(86_400_000);
    let before = START.plus_millis(-86_400_000);
    let starts = |starts| Window {
        starts: Some(starts),
        ends: None,
    };
    let ends = |ends| Window {
        starts: None,
        ends: Some(ends),
    };
    for (mailbox, role, status, window) in [
        ("nobody", None, Status::Active, Window::ALWAYS),
        ("manager", Some("store-manager"), Status::Active, Window::ALWAYS),
        (
            "fulfilment",
            Some("fulfilment-operator"),
            Status::Active,
            Window::ALWAYS,
        ),
        ("marketing", Some("marketing-manager"), Status::Active, starts(later)),
        ("assistant", Some("marketing-assistant"), Status::Active, ends(before)),
        ("accountant", Some("accountant"), Status::Onboarding, Window::ALWAYS),
        ("developer", Some("developer"), Status::Suspended, Window::ALWAYS),
        ("designer", Some("designer"), Status::Ended, Window::ALWAYS),
    ] {
        let browser = house.signed_in(mailbox).await;
        force(house, mailbox, status, window).await;
        let person = Person::Staff(Staff {
            status,
            window,
            grant: granted(catalogue, role),
            steps: OnboardingSteps::default(),
        });
        askers.push(Asker {
            who: format!("{mailbox}, {status}"),
            browser,
            access: person.access(catalogue, START),
        });
    }
    askers
}

/// How a denial is answered.
pub(crate) fn spoken(denial: Denial) -> (u16, &'static str) {
    match denial {
        Denial::SignedOut => (401, "signed-out"),
        Denial::OwnerOnly => (403, "owner-only"),
        Denial::Missing(_) => (403, "missing-permission"),
        Denial::NotStarted(_) => (403, "not-started"),
        Denial::Ended(_) => (403, "ended"),
        Denial::Suspended => (403, "suspended"),
        Denial::Onboarding(_) => (403, "onboarding"),
    }
}

#[tokio::test]
async fn what_comes_back_is_what_the_rule_decides() {
    let house = House::sample().await;
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read");
    let mut asked = 0;
    for asker in askers(&house, &catalogue).await {
        // Signing out comes last, since nobody is signed in after it.
        let (last, others): (Vec<_>, Vec<_>) = ENDPOINTS.iter().partition(|endpoint| endpoint.name == "signOut");
        for endpoint in others.into_iter().chain(last) {
            // Nothing has this id, and the body says nothing: whoever is let in finds that out, and changes nothing.
            let path = endpoint.path.replace("{id}", "nothing").replace("{token}", "nothing");
            let body: Option<Value> = (endpoint.method.as_str() != "GET").then(|| json!({}));
            let seen = [("if-match", "\"0\"")];
            let method = endpoint.method.as_str();
            let answer = asker.browser.ask(method, &path, &seen, body.as_ref()).await;
            let decision = match &endpoint.guard {
                Guard::Open => Decision::Allowed,
                Guard::Rule(rule) => rule.compile(&catalogue).decide(&asker.access),
                // What lies behind the menus is asked about below `resources`.
                Guard::Resource(_) => continue,
            };
            let context = format!("{} asks {method} {path}: {answer:?}", asker.who);
            match decision {
                Decision::Denied(denial) => {
                    let (status, code) = spoken(denial);
                    assert_eq!(answer.refusal(), (status, code.into()), "{context}");
                }
                Decision::Allowed => assert!(!matches!(answer.status.as_u16(), 401 | 403 | 405 | 500..), "{context}"),
            }
            asked += 1;
        }
    }
    let fixed = ENDPOINTS
        .iter()
        .filter(|call| !matches!(call.guard, Guard::Resource(_)));
    assert_eq!(asked, 10 * fixed.count());
}

#[tokio::test]
async fn whoever_is_only_onboarding_or_not_started_still_has_own_things() {
    let house = House::sample().await;
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read");
    for asker in askers(&house, &catalogue).await {
        let own = matches!(asker.who.as_str(), "accountant, onboarding" | "marketing, active");
        if own {
            let session = asker.browser.get("/session").await.expect(200);
            assert_eq!(session.at("/permissions"), json!([]), "{}", asker.who);
            for path in ["/profile", "/sessions", "/resources"] {
                asker.browser.get(path).await.expect(200);
            }
        }
    }
}

#[tokio::test]
async fn what_the_table_does_not_know_is_refused_in_its_own_form() {
    let house = House::sample().await;
    let owner = house.owner().await;
    for path in ["/nothing", "/staff/", "/staff/x/y/z", "/Staff", "/staff/%FF"] {
        assert_eq!(owner.get(path).await.refusal(), (404, "not-found".into()), "{path}");
    }
    let answer = owner.delete("/permissions").await;
    assert_eq!(answer.refusal(), (405, "method-not-allowed".into()));
    assert_eq!(answer.header("allow"), Some("GET,HEAD"));
}
