//! A backend in a folder of its own, on a clock that stands still.

use std::path::Path;

use latchkey_backend::{App, Clock, Config, ManualClock, SampleSize, Seed, app};
use latchkey_permissions::Time;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::Browser;

/// The password of everybody in the sample store.
pub(crate) const PASSWORD: &str = "a sample password for all";

/// The moment at which every test begins: 2026-11-24T09:30:00Z.
pub(crate) const START: Time = Time::from_millis(1_795_512_600_000);

const FILE: &str = "latchkey.sqlite";

/// A backend, its folder and its clock.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) clock: ManualClock,
    folder: TempDir,
}

/// The sample store, filled once for all tests: hashing everybody's password takes a while.
struct Template {
    folder: TempDir,
    invitation: String,
}

static PEOPLE: OnceCell<Template> = OnceCell::const_new();
static TRADE: OnceCell<Template> = OnceCell::const_new();

/// The sample store with its people alone, which is enough for most.
async fn template() -> &'static Template {
    filled(&PEOPLE, SampleSize::NONE).await
}

async fn filled(template: &'static OnceCell<Template>, size: SampleSize) -> &'static Template {
    template
        .get_or_init(|| async {
            let folder = TempDir::new().expect("there is room for a folder");
            let seed = Seed::Sample {
                password: Some(PASSWORD.into()),
            };
            let mut config = config(folder.path(), &ManualClock::at(START), seed);
            config.sample_size = size;
            let app = app(config).await.expect("the sample store is filled");
            app.close().await;
            Template {
                folder,
                invitation: app.sample.expect("it was filled just now").invitation,
            }
        })
        .await
}

fn config(folder: &Path, clock: &ManualClock, seed: Seed) -> Config {
    Config {
        seed,
        clock: Clock::Manual(clock.clone()),
        ..Config::new(folder, "http://127.0.0.1:8787")
    }
}

impl House {
    /// The sample store.
    pub(crate) async fn sample() -> Self {
        Self::sample_with(|_| {}).await
    }

    /// The sample store with other settings.
    pub(crate) async fn sample_with(change: impl FnOnce(&mut Config)) -> Self {
        Self::copy_of(template().await, change).await
    }

    /// The sample store with a little trade: 100 orders, 32 customers, 9 carts, and everything that there is to sell.
    pub(crate) async fn trading() -> Self {
        Self::copy_of(filled(&TRADE, SampleSize::SMALL).await, |_| {}).await
    }

    async fn copy_of(template: &Template, change: impl FnOnce(&mut Config)) -> Self {
        let folder = TempDir::new().expect("there is room for a folder");
        std::fs::copy(template.folder.path().join(FILE), folder.path().join(FILE)).expect("the store is copied");
        Self::open(folder, Seed::Empty, change).await
    }

    /// A store that was begun empty.
    pub(crate) async fn empty() -> Self {
        let folder = TempDir::new().expect("there is room for a folder");
        Self::open(folder, Seed::Empty, |_| {}).await
    }

    /// What lies in a folder already.
    pub(crate) async fn of_folder(folder: TempDir, seed: Seed, change: impl FnOnce(&mut Config)) -> Self {
        Self::open(folder, seed, change).await
    }

    async fn open(folder: TempDir, seed: Seed, change: impl FnOnce(&mut Config)) -> Self {
        let clock = ManualClock::at(START);
        let mut config = config(folder.path(), &clock, seed);
        change(&mut config);
        let app = app(config).await.expect("the backend starts");
        Self { app, clock, folder }
    }

    /// A second backend over the same database, at the same clock.
    pub(crate) async fn beside(&self, change: impl FnOnce(&mut Config)) -> App {
        let mut config = config(self.folder.path(), &self.clock, Seed::Empty);
        change(&mut config);
        app(config).await.expect("a second backend starts")
    }

    /// Stops it and starts it again on the same folder.
    pub(crate) async fn restart(self, seed: Seed) -> Self {
        self.restart_with(|config| config.seed = seed).await
    }

    /// Stops it and starts it again on the same folder with other settings.
    pub(crate) async fn restart_with(self, change: impl FnOnce(&mut Config)) -> Self {
        self.app.close().await;
        let mut config = config(self.folder.path(), &self.clock, Seed::Empty);
        change(&mut config);
        let app = app(config).await;
        Self {
            app: app.expect("the backend starts again"),
            ..self
        }
    }

    /// The folder with its data.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The link with which the newcomer of the sample store joins.
    pub(crate) async fn newcomers_token() -> String {
        token_of(&template().await.invitation)
    }

    /// A browser that nobody has used.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.app.router.clone())
    }

    /// A browser in which this person of the sample store is signed in.
    pub(crate) async fn signed_in(&self, mailbox: &str) -> Browser {
        let browser = self.browser();
        browser
            .sign_in(&format!("{mailbox}@example.test"), PASSWORD)
            .await
            .expect(200);
        browser
    }

    /// The owner's browser.
    pub(crate) async fn owner(&self) -> Browser {
        self.signed_in("owner").await
    }
}

/// The token in a link.
pub(crate) fn token_of(link: &str) -> String {
    link.rsplit(['/', '#']).next().unwrap_or_default().to_owned()
}

impl Browser {
    /// A member of staff, looked up by the owner.
    pub(crate) async fn find(&self, email: &str) -> Value {
        let page = self
            .get(&format!("/staff?q={}", email.replace('@', "%40")))
            .await
            .expect(200);
        assert_eq!(page.at("/total"), 1, "{email}: {}", page.text);
        page.at("/items/0")
    }

    /// The id of one of the sample store's staff.
    pub(crate) async fn id_of(&self, mailbox: &str) -> String {
        let member = self.find(&format!("{mailbox}@example.test")).await;
        member["id"].as_str().expect("an id").to_owned()
    }

    /// Invites somebody; the id and the token of the link.
    pub(crate) async fn invite(&self, email: &str, permissions: &[&str]) -> (String, String) {
        let answer = self
            .post("/staff", json!({"email": email, "permissions": permissions}))
            .await
            .expect(201);
        (
            answer.text_at("/account/id"),
            token_of(&answer.text_at("/invitation/link")),
        )
    }
}
