//! Which passwords are taken, wherever one is chosen, and how good one would be.

use serde_json::{Value, json};

use crate::support::{Browser, House, PASSWORD, token_of, wrong};
use crate::two_factor::set_up;

const COMMON: &str = "123456789012345";

async fn strength(browser: &Browser, password: &str, words: &[&str]) -> (String, Value) {
    let answer = browser
        .post("/passwords/strength", json!({"password": password, "words": words}))
        .await
        .expect(200);
    (answer.text_at("/strength"), answer.at("/fault"))
}

#[tokio::test]
async fn a_common_password_is_taken_nowhere() {
    let house = House::empty().await;
    let token = token_of(house.app.set_up.as_deref().expect("a link"));
    let owner = |password: &str| {
        json!({"token": token, "storeName": "Norrsken", "currency": "SEK", "name": "Åsa Öberg",
               "email": "asa.oberg@norrsken.test", "password": password})
    };
    let browser = house.browser();
    for (password, code) in [
        (COMMON, "too-common"),
        ("passwordpassword", "too-common"),
        ("ÅsaÖbergNorrsken", "too-personal"),
        ("asa.oberg@norrsken.test", "too-personal"),
        ("a short one", "too-short"),
    ] {
        let answer = browser.post("/owner", owner(password)).await;
        assert_eq!(answer.wrong(), [wrong("/password", code)], "{password}");
    }
    browser.post("/owner", owner(PASSWORD)).await.expect(201);

    let (_, link) = browser.invite("dewi.lestari@norrsken.test", &[]).await;
    let join = |password: &str| json!({"name": "Dewi Lestari", "password": password});
    let newcomer = house.browser();
    let path = format!("/invitations/{link}");
    for (password, code) in [(COMMON, "too-common"), ("DewiLestari2026", "too-personal")] {
        let answer = newcomer.post(&path, join(password)).await;
        assert_eq!(answer.wrong(), [wrong("/password", code)], "{password}");
    }
    newcomer.post(&path, join(PASSWORD)).await.expect(201);

    let change = |new: &str| json!({"current": PASSWORD, "new": new});
    for (new, code) in [
        (COMMON, "too-common"),
        ("dewi.lestari@norrsken.test", "too-personal"),
        ("fourteen chars", "too-short"),
    ] {
        let answer = newcomer.put("/profile/password", change(new)).await;
        assert_eq!(answer.wrong(), [wrong("/new", code)], "{new}");
    }
}

#[tokio::test]
async fn any_characters_are_taken_and_a_hundred_and_twenty_eight_of_them() {
    let house = House::sample().await;
    let browser = house.signed_in("accountant").await;
    let longest: String = "🦊 hjortron, brød & 雪 ".chars().cycle().take(128).collect();
    let mut present = PASSWORD.to_owned();
    for new in [longest, "   åska   blixt   dunder  ".to_owned()] {
        let body = json!({"current": present, "new": new});
        browser.put("/profile/password", body).await.expect(204);
        house
            .browser()
            .sign_in("accountant@example.test", &new)
            .await
            .expect(200);
        present = new;
    }
}

#[tokio::test]
async fn beside_a_second_factor_eight_characters_do_and_without_it_no_more() {
    let house = House::sample().await;
    let browser = house.signed_in("accountant").await;
    let short = "vqzkw7hf";
    let to_short = json!({"current": PASSWORD, "new": short});
    let refused = browser.put("/profile/password", to_short.clone()).await;
    assert_eq!(refused.wrong(), [wrong("/new", "too-short")]);
    set_up(&browser).await;
    for (new, code) in [("vqzkw7h", "too-short"), ("football", "too-common")] {
        let body = json!({"current": PASSWORD, "new": new});
        let refused = browser.put("/profile/password", body).await;
        assert_eq!(refused.wrong(), [wrong("/new", code)], "{new}");
    }
    browser.put("/profile/password", to_short).await.expect(204);

    // It cannot be turned off before there is a longer password.
    let off = browser
        .put("/profile/two-factor/removal", json!({"current": short}))
        .await;
    assert_eq!(off.wrong(), [wrong("/current", "too-short")]);
    assert_eq!(browser.get("/profile/two-factor").await.at("/active"), true);

    // Where the owner takes it away, the password alone opens nothing.
    let owner = house.owner().await;
    let id = owner.id_of("accountant").await;
    owner.delete(&format!("/staff/{id}/two-factor")).await.expect(200);
    let email = "accountant@example.test";
    let door = house.browser();
    assert_eq!(
        door.sign_in(email, short).await.refusal(),
        (403, "password-too-short".into())
    );
    assert!(door.cookie().is_none());
    // Whoever does not know it learns nothing of that.
    let stranger = door.sign_in(email, "vqzkw7hg").await;
    assert_eq!(stranger.refusal(), (401, "invalid-credentials".into()));
}

#[tokio::test]
async fn how_good_a_password_would_be_is_said_to_anybody_who_asks() {
    let house = House::sample().await;
    let visitor = house.browser();
    assert_eq!(
        strength(&visitor, COMMON, &[]).await,
        ("weak".into(), json!("too-common"))
    );
    let personal = strength(&visitor, "DewiLestari2026", &["Dewi Lestari"]).await;
    assert_eq!(personal, ("weak".into(), json!("too-personal")));
    assert_eq!(
        strength(&visitor, "kucing tidur di atas meja", &[]).await,
        ("strong".into(), Value::Null)
    );
    let long = visitor
        .post("/passwords/strength", json!({"password": "a".repeat(129)}))
        .await;
    assert_eq!(long.wrong(), [wrong("/password", "too-long")]);
    let many = visitor
        .post("/passwords/strength", json!({"password": "a", "words": vec!["a"; 6]}))
        .await;
    assert_eq!(many.wrong(), [wrong("/words", "too-many")]);
}

#[tokio::test]
async fn it_is_not_said_without_end() {
    let house = House::sample().await;
    let visitor = house.browser();
    let ask = async || visitor.post("/passwords/strength", json!({"password": "a"})).await;
    for _ in 0..60 {
        ask().await.expect(200);
    }
    let refused = ask().await;
    assert_eq!(refused.refusal(), (429, "too-many-attempts".into()));
    assert_eq!(refused.header("retry-after"), Some("1"));
    house.clock.advance(1_000);
    ask().await.expect(200);
}
