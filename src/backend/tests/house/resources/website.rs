//! The website: content and design are permitted apart, pages have addresses of their own, and the code that other
//! sites copy is safe to paste.

use latchkey_backend::Names;
use serde_json::{Value, json};

use super::settings::set;
use crate::support::{Browser, House, wrong};

/// Somebody who holds these permissions alone.
async fn holding(house: &House, permissions: &[&str]) -> Browser {
    let owner = house.owner().await;
    let path = format!("/staff/{}", owner.id_of("nobody").await);
    let seen = owner.get(&path).await.etag();
    owner
        .patch(&path, &seen, json!({"permissions": permissions}))
        .await
        .expect(200);
    house.signed_in("nobody").await
}

#[tokio::test]
async fn content_and_design_are_permitted_apart() {
    let house = House::sample().await;
    for (may, fields, must, others) in [
        (
            "website.content",
            json!({"tagline": "Doors"}),
            "website.design",
            json!({"look": "market"}),
        ),
        (
            "website.design",
            json!({"look": "market"}),
            "website.content",
            json!({"tagline": "Locks"}),
        ),
    ] {
        let browser = holding(&house, &[may]).await;
        let changed = set(&browser, "site", fields.clone()).await.expect(200);
        let (name, value) = fields
            .as_object()
            .and_then(|fields| fields.iter().next())
            .expect("there is one");
        assert_eq!(changed.at(&format!("/fields/{name}")), *value);
        let refused = set(&browser, "site", others).await;
        assert_eq!(refused.refusal(), (403, "missing-permission".into()));
        assert_eq!(refused.at("/missing"), json!([must]));
        assert_eq!(
            browser.get("/resources/site-address/site-address").await.refusal().0,
            403
        );
        assert_eq!(browser.get("/resources/embed/embed").await.refusal().0, 403);
    }
    let browser = holding(&house, &["website.view"]).await;
    browser.get("/resources/site/site").await.expect(200);
    assert_eq!(
        set(&browser, "site", json!({"tagline": "Doors"})).await.refusal().0,
        403
    );
    let page = json!({"title": "Doors"});
    assert_eq!(browser.post("/resources/pages", page).await.refusal().0, 403);
}

#[tokio::test]
async fn what_is_shown_has_words_and_can_be_read() {
    let house = House::sample().await;
    let designer = house.signed_in("designer").await;
    let fields = json!({"bannerOn": true, "bannerText": " ", "popupOn": true, "popupTitle": null, "popupText": null});
    let answer = set(&designer, "site", fields).await;
    let missing = ["/bannerText", "/popupTitle", "/popupText"].map(|pointer| wrong(pointer, "required"));
    assert_eq!(answer.wrong(), missing);
    let pale = set(&designer, "site", json!({"accent": "#F4E3C1"})).await;
    assert_eq!(pale.wrong(), [wrong("/accent", "mismatch")]);
    let no_colour = set(&designer, "site", json!({"accent": "red; background: url(x)"})).await;
    assert!(
        no_colour.wrong().iter().all(|(pointer, _)| pointer == "/accent"),
        "{no_colour:?}"
    );
    set(
        &designer,
        "site",
        json!({"bannerOn": false, "bannerText": null, "accent": "#224466"}),
    )
    .await
    .expect(200);
}

#[tokio::test]
async fn a_page_has_an_address_of_its_own() {
    let house = House::sample().await;
    let designer = house.signed_in("designer").await;
    let first = designer
        .post("/resources/pages", json!({"title": "Skötsel & råd"}))
        .await
        .expect(201);
    assert_eq!(first.at("/fields/address"), "skotsel-rad");
    assert_eq!(first.at("/fields/published"), false);
    let second = designer
        .post("/resources/pages", json!({"title": "Skötsel, råd"}))
        .await
        .expect(201);
    assert_eq!(second.at("/fields/address"), "skotsel-rad-2");
    let taken = json!({"title": "Other", "address": "skotsel-rad"});
    assert_eq!(
        designer.post("/resources/pages", taken).await.wrong(),
        [wrong("/address", "taken")]
    );
    let own = json!({"title": "Other", "address": "checkout"});
    assert_eq!(
        designer.post("/resources/pages", own).await.wrong(),
        [wrong("/address", "taken")]
    );
    let cart = designer
        .post("/resources/pages", json!({"title": "Cart"}))
        .await
        .expect(201);
    assert_eq!(cart.at("/fields/address"), "cart-2");
    let odd = json!({"title": "Other", "address": "../x"});
    assert_eq!(
        designer.post("/resources/pages", odd).await.wrong(),
        [wrong("/address", "malformed")]
    );

    // A title that changes leaves the address alone: links lead there.
    let path = format!("/resources/pages/{}", first.text_at("/id"));
    let renamed = designer
        .patch(&path, &first.etag(), json!({"title": "Råd"}))
        .await
        .expect(200);
    assert_eq!(renamed.at("/fields/address"), "skotsel-rad");
    designer
        .ask("DELETE", &path, &[("if-match", &renamed.etag())], None)
        .await
        .expect(204);
    let path_of_second = format!("/resources/pages/{}", second.text_at("/id"));
    let body = json!({"address": "skotsel-rad"});
    designer.patch(&path_of_second, &second.etag(), body).await.expect(200);
    let back = designer.put(&format!("{path}/restoration"), json!({})).await;
    assert_eq!(back.refusal(), (409, "state".into()));
}

#[tokio::test]
async fn a_domain_is_checked_and_the_code_to_copy_follows_it() {
    let house = House::sample_with(|config| config.names = Names::Only(vec!["shop.nyckel.se".into()])).await;
    let developer = house.signed_in("developer").await;
    let embed = || async {
        let embed = developer.get("/resources/embed/embed").await.expect(200);
        (embed.at("/fields/state"), embed.at("/fields/code"))
    };
    let (state, code) = embed().await;
    assert_eq!(state, "unchecked");
    let begins = |code: &Value, with: &str| code.as_str().is_some_and(|code| code.starts_with(with));
    assert!(
        begins(&code, "<iframe src=\"https://shop.example.com/embed?show=store"),
        "{code}"
    );
    // Without a domain there is no shop that other sites could show: this backend is none.
    let none = set(&developer, "site-address", json!({"domain": null}))
        .await
        .expect(200);
    assert_eq!(none.at("/fields/url"), Value::Null);
    assert_eq!(embed().await, (json!("noAddress"), Value::Null));

    for (domain, fault) in [
        ("https://nyckel.se", "malformed"),
        ("nyckel", "malformed"),
        ("www.nyckel.se", "malformed"),
        ("shop.localhost", "unknown-value"),
        ("admin.nyckel.se", "taken"),
    ] {
        let answer = set(&developer, "site-address", json!({"domain": domain})).await;
        assert_eq!(answer.wrong(), [wrong("/domain", fault)], "{domain}");
    }
    let address = "/resources/site-address/site-address";
    let check = format!("{address}/commands/check");
    assert_eq!(developer.post(&check, json!({})).await.refusal(), (409, "state".into()));
    let kept = set(&developer, "site-address", json!({"domain": "Shop.Nyckel.SE"}))
        .await
        .expect(200);
    assert_eq!(kept.at("/fields/domain"), "shop.nyckel.se");
    assert_eq!(kept.at("/fields/status"), "unchecked");
    assert_eq!(kept.at("/fields/url"), "https://shop.nyckel.se");
    let (state, code) = embed().await;
    assert_eq!(state, "unchecked");
    assert!(begins(&code, "<iframe src=\"https://shop.nyckel.se/embed?"), "{code}");
    let checked = developer.post(&check, json!({})).await.expect(200);
    assert_eq!(checked.at("/record/fields/status"), "found");
    assert_eq!(embed().await.0, "found");
    assert_eq!(checked.at("/record/fields/checkedAt"), "2026-11-24T09:30:00Z");
    let other = set(&developer, "site-address", json!({"domain": "nobody.nyckel.se"}))
        .await
        .expect(200);
    assert_eq!(
        (other.at("/fields/status"), other.at("/fields/checkedAt")),
        (json!("unchecked"), Value::Null)
    );
    let checked = developer.post(&check, json!({})).await.expect(200);
    assert_eq!(checked.at("/record/fields/status"), "notFound");
    assert_eq!(embed().await.0, "notFound");
    let none = set(&developer, "site-address", json!({"domain": null}))
        .await
        .expect(200);
    assert_eq!(none.at("/fields/status"), "none");
    assert_eq!(none.at("/fields/url"), Value::Null);
    assert_eq!(embed().await, (json!("noAddress"), Value::Null));
}

#[tokio::test]
async fn pages_banner_and_pop_up_have_pictures() {
    let house = House::sample().await;
    let designer = house.signed_in("designer").await;
    // As long as the app makes each of three, and all of them at once.
    let picture = |alt: &str| json!({"src": format!("data:image/webp;base64,{}", "A".repeat(17_972)), "alt": alt});
    let all = json!({"logo": picture("A key"), "bannerPicture": picture("A door"), "popupPicture": picture("A bell")});
    let changed = set(&designer, "site", all.clone()).await.expect(200);
    for (name, picture) in all.as_object().expect("they are fields") {
        assert_eq!(changed.at(&format!("/fields/{name}")), *picture);
    }
    let elsewhere = json!({"src": "https://elsewhere.example/x.png"});
    let refused = set(&designer, "site", json!({"bannerPicture": elsewhere})).await;
    assert_eq!(refused.wrong(), [wrong("/bannerPicture/src", "malformed")]);
    let gone = set(&designer, "site", json!({"bannerPicture": null})).await.expect(200);
    assert_eq!(gone.at("/fields/bannerPicture"), Value::Null);

    let page = json!({"title": "The workshop", "picture": picture("A bench")});
    let page = designer.post("/resources/pages", page).await.expect(201);
    assert_eq!(page.at("/fields/picture/alt"), "A bench");
    // A list is drawn without what is long.
    let list = designer.get("/resources/pages?limit=200").await.expect(200);
    assert_eq!(list.at("/items/0/fields/picture"), Value::Null);
    let looker = holding(&house, &["website.design"]).await;
    let refused = set(&looker, "site", json!({"popupPicture": picture("Another")})).await;
    assert_eq!(refused.at("/missing"), json!(["website.content"]));
}

#[tokio::test]
async fn one_product_is_shown_where_it_is_chosen() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let none = set(&owner, "embed", json!({"show": "product"})).await;
    assert_eq!(none.wrong(), [wrong("/product", "required")]);
    let unknown = set(&owner, "embed", json!({"show": "product", "product": "x"})).await;
    assert_eq!(unknown.wrong(), [wrong("/product", "unknown-value")]);
    let product = owner
        .get("/resources/products?limit=1")
        .await
        .expect(200)
        .text_at("/items/0/id");
    let shown = set(&owner, "embed", json!({"show": "product", "product": product}))
        .await
        .expect(200);
    assert_eq!(shown.at("/fields/product/id"), product);
    assert!(
        shown
            .text_at("/fields/code")
            .contains(&format!("product={product}&amp;")),
        "{shown:?}"
    );
    let forged = set(&owner, "embed", json!({"code": "<script>"})).await;
    assert_eq!(forged.wrong(), [wrong("/code", "unknown-member")]);
}

#[tokio::test]
async fn the_name_of_the_site_stays_text_in_the_code_to_copy() {
    let house = House::sample().await;
    let owner = house.owner().await;
    set(&owner, "site", json!({"name": "\"><script>x</script>"}))
        .await
        .expect(200);
    let code = owner
        .get("/resources/embed/embed")
        .await
        .expect(200)
        .text_at("/fields/code");
    assert!(
        code.contains("title=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\""),
        "{code}"
    );
}
