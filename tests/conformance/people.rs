//! The people of a run: the owner, and those who are invited for one test and revoked after it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use latchkey_contract::id::AccountId;
use latchkey_contract::session::Session;
use latchkey_contract::staff::{self, StaffMember};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::client::Client;
use crate::settings::Settings;

/// The password of everybody who is made here.
pub const PASSWORD: &str = "a long enough passphrase";

/// How long the owner goes on without proving it anew: half of the contract's ten minutes.
const PROVEN_FOR: Duration = Duration::from_mins(5);

/// The owner, signed in once for the whole run: signing in is slow on purpose, and slowed down when many do it at once. Who it
/// is, is proved anew every few minutes, since much of what is done here needs that.
///
/// # Panics
/// Where the owner cannot sign in.
pub fn owner() -> &'static Client {
    static OWNER: OnceLock<(Client, Mutex<Instant>)> = OnceLock::new();
    let (client, proven) = OWNER.get_or_init(|| {
        let settings = Settings::get();
        let client = Client::browser();
        sign_in(&client, &settings.owner, &settings.password).expect(200);
        (client, Mutex::new(Instant::now()))
    });
    let mut proven = proven.lock().unwrap_or_else(PoisonError::into_inner);
    if proven.elapsed() > PROVEN_FOR {
        let proof = json!({ "current": Settings::get().password });
        client.post("/session/proof").json(&proof).send().expect(200);
        *proven = Instant::now();
    }
    client
}

/// Signs in.
#[track_caller]
pub fn sign_in(client: &Client, email: &str, password: &str) -> Answer {
    client
        .post("/session")
        .json(&json!({ "email": email, "password": password }))
        .send()
}

/// An e-mail address that was never used before.
pub fn fresh_email() -> String {
    format!("{}@conformance.example.test", fresh_word())
}

/// A word that was never used before.
///
/// # Panics
/// Where the clock stands before 1970.
pub fn fresh_word() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970");
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("c{:x}p{:x}n{count}", since.as_micros(), std::process::id())
}

/// Somebody who has been invited. When it is dropped, the account is revoked.
#[derive(Debug)]
pub struct Invited {
    /// The account.
    pub id: AccountId,
    /// The address.
    pub email: String,
    /// The token of the link.
    pub token: String,
}

impl Invited {
    /// Invites somebody with these permissions.
    #[track_caller]
    pub fn with(permissions: &[&str]) -> Self {
        Self::by(&json!({ "email": fresh_email(), "name": "Ada Conformance", "permissions": permissions }))
    }

    /// Invites somebody by this request.
    #[track_caller]
    pub fn by(request: &Value) -> Self {
        Self::read(&owner().post("/staff").json(request).send().expect(201))
    }

    /// Whom an answer to an invitation is about.
    #[track_caller]
    pub fn read(answer: &Answer) -> Self {
        let invited: staff::Invited = answer.read();
        Self {
            id: invited.account.id,
            email: invited.account.email,
            token: token_of(&invited.invitation.link),
        }
    }

    /// The account's path.
    pub fn path(&self) -> String {
        format!("/staff/{}", self.id)
    }

    /// The path of the invitation.
    pub fn invitation(&self) -> String {
        format!("/invitations/{}", self.token)
    }

    /// The account as the owner sees it now.
    #[track_caller]
    pub fn seen_by_owner(&self) -> StaffMember {
        owner().get(self.path()).send().expect(200).read()
    }

    /// Joins.
    #[track_caller]
    pub fn join(self) -> Staff {
        let client = Client::browser();
        let request = json!({ "name": "Ada Conformance", "password": PASSWORD });
        client.post(self.invitation()).json(&request).send().expect(201);
        Staff { invited: self, client }
    }
}

impl Drop for Invited {
    fn drop(&mut self) {
        // Nothing can be held here any more; a test may have revoked the account by itself.
        let revocation = owner().put(format!("{}/revocation", self.path()));
        drop(revocation.json(&json!({ "reason": "end of a test" })).send_unchecked());
    }
}

/// The token in a link.
///
/// # Panics
/// Where it is too short to be one.
#[track_caller]
pub fn token_of(link: &str) -> String {
    let token = link.rsplit('/').next().unwrap_or_default();
    assert!(token.len() >= 20, "the link carries no token of any length: {link}");
    token.to_owned()
}

/// A member of staff who is signed in. When it is dropped, the account is revoked.
#[derive(Debug)]
pub struct Staff {
    invited: Invited,
    /// The browser in which the person joined.
    pub client: Client,
}

impl Staff {
    /// Invites somebody with these permissions, who joins.
    #[track_caller]
    pub fn with(permissions: &[&str]) -> Self {
        Invited::with(permissions).join()
    }

    /// Signs in once more.
    #[track_caller]
    pub fn another_browser(&self) -> Client {
        let client = Client::browser();
        sign_in(&client, &self.email, PASSWORD).expect(200);
        client
    }

    /// Signs in as a program that sends a token.
    ///
    /// # Panics
    /// Where no token is answered.
    #[track_caller]
    pub fn program(&self) -> Client {
        let request = json!({ "email": self.email, "password": PASSWORD, "token": true });
        let session: Session = Client::browser()
            .post("/session")
            .json(&request)
            .send()
            .expect(200)
            .read();
        Client::with_token(&session.token.expect("a token"))
    }

    /// What the person's session says now.
    #[track_caller]
    pub fn session(&self) -> Session {
        self.client.get("/session").send().expect(200).read()
    }

    /// Changes the account, as the owner.
    #[track_caller]
    pub fn patched_by_owner(&self, patch: &Value) -> StaffMember {
        let etag = self.seen_by_owner().version.etag();
        let request = owner().patch(self.path()).header("If-Match", etag).json(patch);
        request.send().expect(200).read()
    }
}

impl std::ops::Deref for Staff {
    type Target = Invited;

    fn deref(&self) -> &Invited {
        &self.invited
    }
}
