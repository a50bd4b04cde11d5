//! When each permission was last used, by whom. A request writes nothing for it: uses are kept in memory, and now and
//! then written along with something else that is written anyway.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use latchkey_contract::id::AccountId;
use latchkey_permissions::{Access, Catalogue, PermissionId, Rule, Time};

use crate::auth::extract::SignedIn;
use crate::store::{Db, uses};

/// How long uses are kept in memory before they are written. A backend that is killed forgets so much.
const KEPT_FOR_MS: i64 = 5 * 60_000;

/// One permission, used by one person.
pub(crate) type Key = (AccountId, PermissionId);

#[derive(Default)]
struct Kept {
    last: HashMap<Key, Time>,
    /// When the oldest of them was noted.
    since: Option<Time>,
}

/// See the module.
#[derive(Default)]
pub(crate) struct Uses(Mutex<Kept>);

impl Uses {
    /// Notes that a person has passed this rule. The owner passes without a permission, and what a page asks by itself is
    /// no use of one.
    pub(crate) fn note(&self, person: &SignedIn, rule: &Rule, catalogue: &Catalogue) {
        if person.watching {
            return;
        }
        let Access::Granted(held) = person.access else { return };
        let mut kept = self.lock();
        for permission in rule.permissions() {
            let one = catalogue.set([permission.clone()]).known;
            if !one.is_empty() && one.intersects(held) {
                let key = (person.account.id.clone(), permission.clone());
                kept.last.insert(key, person.now);
                kept.since.get_or_insert(person.now);
            }
        }
    }

    /// Writes what has been kept long enough, within a transaction that writes something else.
    pub(crate) async fn write_due(&self, db: &mut Db, now: Time) -> sqlx::Result<()> {
        let due = self
            .lock()
            .since
            .is_some_and(|since| now.millis() - since.millis() >= KEPT_FOR_MS);
        if due { self.write(db).await } else { Ok(()) }
    }

    /// Writes all that is kept. Where the transaction fails, it is lost: when it was used next is told again.
    pub(crate) async fn write(&self, db: &mut Db) -> sqlx::Result<()> {
        let taken = std::mem::take(&mut *self.lock()).last;
        for ((account, permission), last) in taken {
            uses::set(db, &account, &permission, last).await?;
        }
        Ok(())
    }

    /// What is kept of a person and not written yet.
    pub(crate) fn of(&self, account: &AccountId) -> HashMap<PermissionId, Time> {
        let kept = self.lock();
        let own = kept.last.iter().filter(|((whose, _), _)| whose == account);
        own.map(|((_, permission), last)| (permission.clone(), *last)).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
