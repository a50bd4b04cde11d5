//! The second factor: set up, asked for, used once, lost, and taken away.

use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use crate::events::heard;
use crate::password_links::letters_to;
use crate::support::{Answer, Browser, House, PASSWORD, START, wrong};

const EMAIL: &str = "accountant@example.test";

/// The code that the app shows so many seconds after the beginning.
pub(crate) fn code(secret: &str, seconds: i64) -> String {
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).build().expect("a factor");
    let now = u64::try_from(START.millis() / 1000 + seconds).expect("a moment");
    totp.generate(now).to_string()
}

/// Sets one up with the code of the beginning; the secret and the recovery codes.
pub(crate) async fn set_up(browser: &Browser) -> (String, Vec<Value>) {
    let proof = json!({"current": PASSWORD});
    let started = browser.post("/profile/two-factor", proof).await.expect(200);
    let secret = started.text_at("/secret");
    let uri = started.text_at("/uri");
    assert!(uri.contains(&format!("secret={secret}&")), "{uri}");
    let confirmed = browser
        .put("/profile/two-factor", json!({"code": code(&secret, 0)}))
        .await;
    let codes = confirmed.expect(200).at("/recoveryCodes");
    (secret, codes.as_array().expect("codes").clone())
}

async fn sign_in(browser: &Browser, otp: &str) -> Answer {
    let body = json!({"email": EMAIL, "password": PASSWORD, "otp": otp});
    browser.post("/session", body).await
}

#[tokio::test]
async fn it_is_asked_for_from_then_on_and_each_code_works_once() {
    let house = House::sample().await;
    let (here, elsewhere) = (house.signed_in("accountant").await, house.signed_in("accountant").await);
    let before = here.copy();
    let (secret, codes) = set_up(&here).await;
    assert_eq!(codes.len(), 10);
    here.get("/session").await.expect(200);
    for ended in [&before, &elsewhere] {
        assert_eq!(ended.get("/session").await.refusal(), (401, "signed-out".into()));
    }
    let two_factor = here.get("/profile/two-factor").await.expect(200);
    assert_eq!(two_factor.json(), json!({"active": true, "recoveryCodesLeft": 10}));

    let door = house.browser();
    assert_eq!(
        door.sign_in(EMAIL, PASSWORD).await.refusal(),
        (401, "otp-required".into())
    );
    assert!(door.cookie().is_none());
    // The code that set it up has been used.
    let again = sign_in(&door, &code(&secret, 0)).await;
    assert_eq!(again.wrong(), [wrong("/otp", "mismatch")]);
    house.clock.advance(30_000);
    sign_in(&door, &code(&secret, 30)).await.expect(200);
    let again = sign_in(&house.browser(), &code(&secret, 30)).await;
    assert_eq!(again.wrong(), [wrong("/otp", "mismatch")]);

    let recovery = codes[3].as_str().expect("a code");
    sign_in(&door, &recovery.to_uppercase().replace('-', " "))
        .await
        .expect(200);
    let again = sign_in(&house.browser(), recovery).await;
    assert_eq!(again.wrong(), [wrong("/otp", "mismatch")]);
}

#[tokio::test]
async fn without_the_password_nobody_learns_of_it() {
    let house = House::sample().await;
    let before = house.browser().sign_in(EMAIL, "not the password at all").await;
    set_up(&house.signed_in("accountant").await).await;
    let after = house.browser().sign_in(EMAIL, "not the password at all").await;
    assert_eq!(after.refusal(), (401, "invalid-credentials".into()));
    assert_eq!(before.text, after.text);
}

#[tokio::test]
async fn whoever_has_the_password_cannot_try_codes_without_end() {
    let house = House::sample().await;
    let (secret, _) = set_up(&house.signed_in("accountant").await).await;
    let door = house.browser();
    for _ in 0..5 {
        // Beginning anew with the password alone forgives nothing.
        assert_eq!(
            door.sign_in(EMAIL, PASSWORD).await.refusal(),
            (401, "otp-required".into())
        );
        assert_eq!(sign_in(&door, "000000").await.wrong(), [wrong("/otp", "mismatch")]);
    }
    house.clock.advance(30_000);
    let waits = sign_in(&door, "000000").await;
    assert_eq!(waits.wrong(), [wrong("/otp", "mismatch")]);
    let waits = sign_in(&door, &code(&secret, 30)).await;
    assert_eq!(waits.refusal(), (429, "too-many-attempts".into()));
    house.clock.advance(2_000);
    sign_in(&door, &code(&secret, 30)).await.expect(200);
}

#[tokio::test]
async fn it_is_turned_off_with_the_password_and_reset_by_the_owner() {
    let house = House::sample().await;
    let accountant = house.signed_in("accountant").await;
    let owner = house.owner().await;
    set_up(&accountant).await;
    assert_eq!(owner.find(EMAIL).await["twoFactor"], true);
    let refused = accountant
        .put("/profile/two-factor/removal", json!({"current": "not the password"}))
        .await;
    assert_eq!(refused.wrong(), [wrong("/current", "mismatch")]);
    let proof = json!({"current": PASSWORD});
    accountant.put("/profile/two-factor/removal", proof).await.expect(204);
    house.browser().sign_in(EMAIL, PASSWORD).await.expect(200);

    set_up(&accountant).await;
    let id = owner.id_of("accountant").await;
    let member = owner.delete(&format!("/staff/{id}/two-factor")).await.expect(200);
    assert_eq!(member.at("/twoFactor"), false);
    assert_eq!(accountant.get("/session").await.refusal(), (401, "signed-out".into()));
    house.browser().sign_in(EMAIL, PASSWORD).await.expect(200);
    for email in [EMAIL, "owner@example.test"] {
        let letters = letters_to(&house, email);
        let told = letters
            .iter()
            .filter(|(subject, _)| subject.starts_with("Two-step sign-in"));
        assert_eq!(told.count(), 1, "{email}");
    }
}

#[tokio::test]
async fn whose_session_ends_by_it_is_told_so() {
    let house = House::sample().await;
    let (here, elsewhere) = (house.signed_in("accountant").await, house.signed_in("accountant").await);
    let owner = house.owner().await;
    let id = owner.id_of("accountant").await;
    let (mut stays, mut goes) = (here.listen().await, elsewhere.listen().await);
    let mut overhears = owner.listen().await;
    set_up(&here).await;
    assert_eq!(goes.name().await, "session.ended");
    goes.ends().await;
    assert_eq!(overhears.name().await, "staff.changed");
    // The session in which it was turned on goes on.
    assert_eq!(heard(&here, &mut stays).await, []);
    owner.delete(&format!("/staff/{id}/two-factor")).await.expect(200);
    assert_eq!(stays.name().await, "session.ended");
    stays.ends().await;
}
