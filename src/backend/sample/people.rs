//! The people of the sample store: one for each thing there is to see.

use latchkey_contract::id::RoleId;
use latchkey_contract::periods::Periods;
use latchkey_permissions::{Status, Time, Window};

use super::money::CURRENCY;
use crate::auth::token::{Token, random};
use crate::problem::Refusal;
use crate::state::AppState;
use crate::store::accounts::{self, Account};
use crate::store::{Db, grants, invitations, shop};

const NAME: &str = "Kunci & Nyckel";

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The sign-ins of the sample store, told when it is filled and never again.
#[derive(Clone, Debug)]
pub struct SampleStore {
    /// Its people, the owner first.
    pub people: Vec<SamplePerson>,
    /// The password of them all, where it was made up here; the person who gave one knows it.
    pub password: Option<String>,
    /// The link with which the newcomer joins.
    pub invitation: String,
}

/// One person of the sample store.
#[derive(Clone, Debug)]
pub struct SamplePerson {
    /// The address to sign in with.
    pub email: String,
    /// The name.
    pub name: String,
    /// What there is to see.
    pub shows: &'static str,
}

struct Sample {
    mailbox: &'static str,
    name: &'static str,
    shows: &'static str,
    status: Status,
    role: Option<&'static str>,
    /// How long ago the person was here.
    seen_ago: Option<i64>,
}

const fn active(
    mailbox: &'static str,
    name: &'static str,
    shows: &'static str,
    role: Option<&'static str>,
    seen_ago: i64,
) -> Sample {
    Sample {
        mailbox,
        name,
        shows,
        status: Status::Active,
        role,
        seen_ago: Some(seen_ago),
    }
}

/// Who has handled the orders so far.
pub(super) const MANAGER: &str = "Budi Santoso";

const OWNER: Sample = active("owner", "Astrid Lindqvist", "the owner", None, 12 * MINUTE);

const STAFF: &[Sample] = &[
    active("manager", MANAGER, "Store manager", Some("store-manager"), 25 * MINUTE),
    active(
        "fulfilment",
        "Siti Rahayu",
        "Fulfilment operator",
        Some("fulfilment-operator"),
        3 * HOUR,
    ),
    active(
        "marketing",
        "Elsa Bergström",
        "Marketing manager",
        Some("marketing-manager"),
        26 * HOUR,
    ),
    active(
        "assistant",
        "Dewi Anggraini",
        "Marketing assistant",
        Some("marketing-assistant"),
        2 * DAY,
    ),
    active(
        "accountant",
        "Gunnar Åkesson",
        "Accountant",
        Some("accountant"),
        6 * DAY,
    ),
    active("developer", "Rizky Pratama", "Developer", Some("developer"), 9 * HOUR),
    active("designer", "Maja Sjöberg", "Designer", Some("designer"), 4 * DAY),
    active("nobody", "Agus Setiawan", "no permission at all", None, 19 * DAY),
    Sample {
        mailbox: "newcomer",
        name: "Putri Wulandari",
        shows: "invited, not joined yet",
        status: Status::Invited,
        role: Some("fulfilment-operator"),
        seen_ago: None,
    },
    Sample {
        mailbox: "paused",
        name: "Oskar Nyström",
        shows: "suspended",
        status: Status::Suspended,
        role: Some("marketing-assistant"),
        seen_ago: Some(11 * DAY),
    },
    Sample {
        mailbox: "former",
        name: "Ingrid Hallberg",
        shows: "no longer on the staff",
        status: Status::Ended,
        role: Some("accountant"),
        seen_ago: Some(47 * DAY),
    },
];

/// How long ago the former member of staff left.
const LEFT_AGO: i64 = 45 * DAY;

/// A password to be read off a screen and typed: five groups of five, without letters that look alike.
pub(crate) fn readable_password() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let groups: Vec<String> = random::<25>()
        .chunks(5)
        .map(|group| {
            group
                .iter()
                .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
                .collect()
        })
        .collect();
    groups.join("-")
}

/// The hashes of one password for everybody who has one: each with a salt of its own.
pub(crate) async fn hashes(state: &AppState, password: &str) -> Result<Vec<String>, Refusal> {
    let everybody = 1 + STAFF.iter().filter(|person| has_password(person)).count();
    let mut hashes = Vec::with_capacity(everybody);
    for _ in 0..everybody {
        hashes.push(state.passwords.hash(password.to_owned()).await?);
    }
    Ok(hashes)
}

fn has_password(person: &Sample) -> bool {
    matches!(person.status, Status::Active | Status::Suspended)
}

/// Begins the store and lets its people in. `made_up` is the password where it was made up here.
pub(crate) async fn fill(
    db: &mut Db,
    state: &AppState,
    mut hashes: Vec<String>,
    made_up: Option<String>,
    now: Time,
) -> Result<SampleStore, Refusal> {
    shop::begin(db, NAME, CURRENCY, "sample", now).await?;
    let mut people = Vec::new();
    let token = Token::new();
    for person in [&OWNER].into_iter().chain(STAFF) {
        let email = format!("{}@example.test", person.mailbox);
        let ended = person.status == Status::Ended;
        let account = Account {
            owner: person.mailbox == OWNER.mailbox,
            last_seen: person.seen_ago.map(|ago| now.plus_millis(-ago)),
            password_hash: if has_password(person) { hashes.pop() } else { None },
            window: Window {
                starts: None,
                ends: ended.then(|| now.plus_millis(-LEFT_AGO)),
            },
            ..Account::new(email.clone(), person.name.into(), person.status)
        };
        accounts::insert(db, &account, now).await?;
        let roles: Vec<_> = person.role.map(|role| RoleId(role.into())).into_iter().collect();
        grants::set_roles(db, account.id.as_str(), &roles, &Periods::default()).await?;
        if person.status == Status::Invited {
            let expires = now.plus_millis(state.invitation_lifetime_ms);
            invitations::open(db, account.id.as_str(), &token, now, expires).await?;
        }
        people.push(SamplePerson {
            email,
            name: person.name.into(),
            shows: person.shows,
        });
    }
    Ok(SampleStore {
        people,
        password: made_up,
        invitation: state.invitation_link(&token),
    })
}

#[cfg(test)]
mod tests {
    use latchkey_contract::limits::PASSWORD_MIN;

    use super::readable_password;

    #[test]
    fn a_made_up_password_is_long_and_another_each_time() {
        let password = readable_password();
        assert!(password.len() > PASSWORD_MIN);
        assert_ne!(password, readable_password());
    }
}
