//! Whatever is done in whatever order: nothing changes without its entry, and no entry is written where nothing changed.

use serde_json::{Value, json};
use sqlx::query_scalar;

use super::Since;
use crate::support::{Browser, House, PASSWORD};

/// Everything that is kept of access, as one text.
async fn access(house: &House) -> String {
    let mut all = String::new();
    for sql in [
        "SELECT GROUP_CONCAT(id || status || name || email || version || COALESCE(starts, '') || COALESCE(ends, '') \
         || COALESCE(password_hash, '')) FROM (SELECT * FROM accounts ORDER BY id)",
        "SELECT GROUP_CONCAT(account || permission) FROM (SELECT * FROM account_permissions ORDER BY account, permission)",
        // Former staff hold nothing, whatever the record remembers.
        "SELECT GROUP_CONCAT(account || role) FROM (SELECT h.* FROM account_roles h JOIN accounts a ON a.id = h.account \
         WHERE a.status <> 'ended' ORDER BY account, role)",
        "SELECT GROUP_CONCAT(id || name) FROM (SELECT * FROM roles ORDER BY id)",
        "SELECT GROUP_CONCAT(role || permission) FROM (SELECT * FROM role_permissions ORDER BY role, permission)",
        "SELECT GROUP_CONCAT(id || state) FROM (SELECT * FROM invitations ORDER BY id)",
        "SELECT GROUP_CONCAT(id) FROM (SELECT id FROM sessions ORDER BY id)",
    ] {
        let text: Option<String> = query_scalar(sql)
            .fetch_one(house.app.database())
            .await
            .expect("it is read");
        all.push_str(&text.unwrap_or_default());
        all.push('\n');
    }
    all
}

async fn with_etag(browser: &Browser, method: &str, path: &str, read: &str, body: &Value) {
    let etag = browser.get(read).await;
    let etag = etag.header("etag").unwrap_or("\"0\"").to_owned();
    browser.ask(method, path, &[("if-match", &etag)], Some(body)).await;
}

/// One thing that an owner or somebody else may do, drawn by chance.
async fn act(random: &mut fastrand::Rng, windows: &[Browser; 2], people: &[String], house: &House) -> &'static str {
    const PERMISSIONS: [&str; 4] = ["orders.view", "orders.refund", "products.manage", "website.design"];
    const ROLES: [&str; 3] = ["store-manager", "designer", "accountant"];
    let owner = random.choice(windows).expect("a window");
    let path = format!("/staff/{}", random.choice(people).expect("a person"));
    let role = format!("/roles/{}", random.choice(ROLES).expect("a role"));
    let permission = *random.choice(&PERMISSIONS).expect("a permission");
    match random.u8(0..12) {
        0 => {
            let email = format!("new{}@example.test", random.u8(0..4));
            owner
                .post("/staff", json!({"email": email, "permissions": [permission]}))
                .await;
            "invite"
        }
        1 => {
            let roles = [random.choice(ROLES).expect("a role")];
            let body = json!({"permissions": [permission], "roles": roles});
            with_etag(owner, "PATCH", &path, &path, &body).await;
            "change"
        }
        2 => {
            owner.put(&format!("{path}/suspension"), json!({})).await;
            "suspend"
        }
        3 => {
            owner.delete(&format!("{path}/suspension")).await;
            "reactivate"
        }
        4 => {
            owner.put(&format!("{path}/revocation"), json!({})).await;
            "revoke"
        }
        5 => {
            owner.post(&format!("{path}/invitation"), json!({})).await;
            "resend"
        }
        6 => {
            owner.delete(&format!("{path}/invitation")).await;
            "cancel"
        }
        7 => {
            owner.delete(&format!("{path}/sessions")).await;
            "end sessions"
        }
        8 => {
            let body = json!({"name": {"en": role}, "permissions": [permission]});
            with_etag(owner, "PUT", &role, &role, &body).await;
            "change a role"
        }
        9 => {
            let to = random.choice(ROLES).expect("a role");
            owner.put(&format!("{role}/holders"), json!({"to": to})).await;
            "move holders"
        }
        10 => {
            let email = random.choice(["manager", "designer", "nobody"]).expect("a person");
            let email = format!("{email}@example.test");
            house.browser().sign_in(&email, PASSWORD).await;
            "sign in"
        }
        _ => {
            with_etag(owner, "DELETE", &format!("{role}/changes"), &role, &json!({})).await;
            "reset a role"
        }
    }
}

#[tokio::test]
async fn nothing_changes_without_its_entry_and_nothing_else_is_an_entry() {
    // The same every time; what it draws is said where it fails.
    let mut random = fastrand::Rng::with_seed(20_261_124);
    // Nobody is to wait for having failed to sign in.
    let house = House::sample_with(|config| config.throttle.account_failures = 1_000_000).await;
    let windows = [house.owner().await, house.owner().await];
    let mut people = Vec::new();
    for mailbox in ["manager", "designer", "nobody", "newcomer", "former"] {
        people.push(windows[0].id_of(mailbox).await);
    }
    let (mut changed, mut before) = (0, access(&house).await);
    for step in 0..600 {
        let since = Since::now(&house).await;
        let did = act(&mut random, &windows, &people, &house).await;
        let after = access(&house).await;
        let kinds = since.kinds_kept(&house).await;
        let failed = ["sign-in-failed", "sign-in-refused"];
        let told: Vec<_> = kinds.iter().filter(|kind| !failed.contains(&kind.as_str())).collect();
        if before == after {
            assert!(
                told.is_empty(),
                "step {step}, {did}: nothing changed, and there is {kinds:?}"
            );
        } else {
            assert_eq!(told.len(), 1, "step {step}, {did}: {kinds:?}");
            changed += 1;
        }
        before = after;
    }
    assert!(changed > 60, "only {changed} changes were drawn");
    let verification = windows[0].get("/activity/verification").await.expect(200);
    assert_eq!(verification.at("/ok"), true, "{verification:?}");
}
