//! A second factor that the owner requires: of whom, what it keeps closed until it is set up, and what follows when what
//! somebody holds changes.

use serde_json::{Value, json};

use crate::support::{Answer, Browser, House, PASSWORD};
use crate::two_factor::set_up;

const SETTINGS: &str = "/staff/onboarding";

/// Requires one of these, as things stand now.
pub(crate) async fn require(owner: &Browser, policy: &str) -> Answer {
    let seen = owner.get(SETTINGS).await.expect(200);
    let body = json!({"steps": [], "basics": seen.at("/basics/text"), "twoFactorPolicy": policy});
    owner
        .ask("PUT", SETTINGS, &[("if-match", &seen.etag())], Some(&body))
        .await
}

async fn status(owner: &Browser, id: &str) -> Value {
    owner.get(&format!("/staff/{id}")).await.expect(200).at("/status")
}

async fn patch(owner: &Browser, id: &str, body: Value) -> Answer {
    let path = format!("/staff/{id}");
    let seen = owner.get(&path).await.expect(200).etag();
    owner.patch(&path, &seen, body).await
}

#[tokio::test]
async fn required_of_everybody_it_keeps_all_closed_until_it_is_set_up() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let id = owner.id_of("accountant").await;
    let theirs = house.signed_in("accountant").await;
    theirs.get("/resources/orders?limit=1").await.expect(200);

    let saved = require(&owner, "everybody").await.expect(200);
    assert_eq!(saved.at("/twoFactorPolicy"), "everybody");
    assert!(saved.at("/askedAgain").as_u64() > Some(3), "{saved:?}");
    let refused = theirs.get("/resources/orders?limit=1").await;
    assert_eq!(refused.refusal(), (403, "onboarding".into()));
    assert_eq!(refused.at("/steps"), json!(["second-factor"]));
    assert_eq!(status(&owner, &id).await, "onboarding");
    let own = theirs.get("/onboarding").await.expect(200);
    let asked = json!([{"step": "choose-password", "done": true}, {"step": "second-factor", "done": false}]);
    assert_eq!(own.at("/steps"), asked, "nothing else is asked of whoever had access");

    set_up(&theirs).await;
    theirs.get("/resources/orders?limit=1").await.expect(200);
    assert_eq!(status(&owner, &id).await, "active");
    let told = owner.get("/activity?limit=5").await.expect(200);
    let kinds: Vec<_> = told
        .at("/items")
        .as_array()
        .expect("entries")
        .iter()
        .map(|one| one["kind"].clone())
        .collect();
    assert!(kinds.contains(&json!("onboarding-finished")), "{kinds:?}");
    // The owner is asked for nothing.
    owner.get("/staff?limit=1").await.expect(200);
}

#[tokio::test]
async fn whoever_must_have_one_cannot_turn_it_off_and_sets_up_another_when_it_is_reset() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let id = owner.id_of("accountant").await;
    let theirs = house.signed_in("accountant").await;
    set_up(&theirs).await;
    patch(&owner, &id, json!({"twoFactorRequired": true})).await.expect(200);
    let proof = json!({"current": PASSWORD});
    let own = theirs.get("/profile/two-factor").await.expect(200);
    assert_eq!(own.at("/required"), true);
    let refused = theirs.put("/profile/two-factor/removal", proof.clone()).await;
    assert_eq!(refused.refusal(), (409, "state".into()));
    theirs.get("/resources/orders?limit=1").await.expect(200);

    owner.delete(&format!("/staff/{id}/two-factor")).await.expect(200);
    assert_eq!(status(&owner, &id).await, "onboarding");
    let again = house.signed_in("accountant").await;
    let refused = again.get("/resources/orders?limit=1").await;
    assert_eq!(refused.refusal(), (403, "onboarding".into()));

    // Where it is not required any more, nothing is left, and it can be turned off.
    patch(&owner, &id, json!({"twoFactorRequired": false}))
        .await
        .expect(200);
    assert_eq!(status(&owner, &id).await, "active");
    again.get("/resources/orders?limit=1").await.expect(200);
    house.clock.advance(30_000);
    again.put("/profile/two-factor/removal", proof).await.expect(204);
}

#[tokio::test]
async fn required_for_what_is_sensitive_it_follows_what_somebody_holds() {
    let house = House::trading().await;
    let owner = house.owner().await;
    require(&owner, "sensitive").await.expect(200);
    let (id, token) = owner.invite("plain@example.test", &["orders.view"]).await;
    let theirs = house.browser();
    let join = json!({"name": "Plain Person", "password": PASSWORD});
    theirs.post(&format!("/invitations/{token}"), join).await.expect(201);
    assert_eq!(status(&owner, &id).await, "active", "nothing sensitive is held");

    let refunds = json!({"permissions": ["orders.refund"], "reason": "Covers for Siti"});
    patch(&owner, &id, refunds).await.expect(200);
    assert_eq!(status(&owner, &id).await, "onboarding");
    assert_eq!(
        theirs.get("/resources/orders?limit=1").await.refusal(),
        (403, "onboarding".into())
    );
    patch(&owner, &id, json!({"permissions": ["orders.view"]}))
        .await
        .expect(200);
    assert_eq!(status(&owner, &id).await, "active");

    // By a role, which comes to give something sensitive and loses it again.
    let role = json!({"name": {"en": "Helpers"}, "permissions": ["orders.view"]});
    let role = owner.post("/roles", role).await.expect(201);
    let path = format!("/roles/{}", role.text_at("/id"));
    patch(&owner, &id, json!({"permissions": [], "roles": [role.at("/id")]}))
        .await
        .expect(200);
    for (permissions, stands) in [(["orders.refund"], "onboarding"), (["orders.view"], "active")] {
        let seen = owner.get(&path).await.expect(200).etag();
        let draft = json!({"name": {"en": "Helpers"}, "permissions": permissions, "reason": "The season"});
        owner
            .ask("PUT", &path, &[("if-match", &seen)], Some(&draft))
            .await
            .expect(200);
        assert_eq!(status(&owner, &id).await, stands);
    }
    // What is held on a later date counts today.
    let later = json!({
        "permissions": ["orders.refund"], "roles": [], "reason": "From spring on",
        "periods": {"permissions": {"orders.refund": {"starts": "2031-03-01T00:00:00Z"}}},
    });
    patch(&owner, &id, later).await.expect(200);
    assert_eq!(status(&owner, &id).await, "onboarding");
}

#[tokio::test]
async fn a_newcomer_sets_it_up_among_the_other_steps_and_back_from_a_pause_it_comes_first() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let new = json!({"email": "new@example.test", "permissions": ["orders.view"], "twoFactorRequired": true});
    let invited = owner.post("/staff", new).await.expect(201);
    assert_eq!(invited.at("/account/twoFactorRequired"), true);
    let token = crate::support::token_of(&invited.text_at("/invitation/link"));
    let theirs = house.browser();
    let join = json!({"name": "New Person", "password": PASSWORD});
    let joined = theirs.post(&format!("/invitations/{token}"), join).await.expect(201);
    assert_eq!(joined.at("/account/onboarding"), json!(["second-factor"]));
    set_up(&theirs).await;
    theirs.get("/resources/orders?limit=1").await.expect(200);

    let paused = owner.id_of("paused").await;
    require(&owner, "everybody").await.expect(200);
    assert_eq!(status(&owner, &paused).await, "suspended");
    owner.delete(&format!("/staff/{paused}/suspension")).await.expect(200);
    assert_eq!(status(&owner, &paused).await, "onboarding");
}

#[tokio::test]
async fn the_list_can_be_narrowed_to_whoever_has_one() {
    let house = House::sample().await;
    let owner = house.owner().await;
    set_up(&house.signed_in("accountant").await).await;
    let with = owner.get("/staff?twoFactor=true").await.expect(200);
    assert_eq!(with.at("/total"), 1);
    assert_eq!(with.at("/items/0/email"), "accountant@example.test");
    let without = owner.get("/staff?twoFactor=false&status=active").await.expect(200);
    assert!(!without.text.contains("accountant@example.test"));
    assert_eq!(
        owner.get("/staff?twoFactor=maybe").await.wrong(),
        [crate::support::wrong("/twoFactor", "unknown-value")]
    );
}
