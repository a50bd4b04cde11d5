//! Roles, and what becomes of those who hold them.

use serde_json::json;

use super::rights::{Bits, closed, ids};
use super::world::{Role, Stand, World};

/// Letters and digits of each role's own.
const NAMES: [&str; 3] = ["Early shift", "Late shift", "Weekend"];

impl World {
    pub(super) async fn create_role(&mut self, window: usize, role: usize, bits: Bits) {
        let body = json!({"name": {"en": NAMES[role]}, "permissions": ids(bits)});
        let answer = self.post(window, "/roles", body).await;
        if self.roles[role].id.is_some() {
            assert_eq!(answer.wrong(), [("/name/en".into(), "taken".into())]);
            return;
        }
        let id = answer.expect(201).text_at("/id");
        self.note("role-created", id.clone());
        self.roles[role].id = Some(id);
        self.roles[role].bits = closed(bits);
    }

    pub(super) async fn edit_role(&mut self, window: usize, role: usize, bits: Bits, stale: bool) {
        let Some(id) = self.roles[role].id.clone() else { return };
        let path = format!("/roles/{id}");
        let (etag, fresh) = self.seen(window, &path, stale).await;
        let body = json!({"name": {"en": NAMES[role]}, "permissions": ids(bits)});
        let answer = self.ask(window, "PUT", &path, Some(&etag), Some(&body)).await;
        if !fresh {
            assert_eq!(answer.refusal(), (412, "stale".into()));
            return;
        }
        self.seen[window].insert(path, answer.expect(200).etag());
        if self.roles[role].bits != closed(bits) {
            self.roles[role].bits = closed(bits);
            self.note("role-changed", id);
            self.settle_all(self.holders(role));
        }
    }

    /// Those who hold a role.
    fn holders(&self, role: usize) -> Vec<usize> {
        let all = 0..self.people.len();
        let holds =
            |who: &usize| self.people[*who].stand != Stand::Ended && self.people[*who].roles.contains_key(&role);
        all.filter(holds).collect()
    }

    pub(super) async fn delete_role(&mut self, window: usize, role: usize, stale: bool) {
        let Some(id) = self.roles[role].id.clone() else { return };
        let path = format!("/roles/{id}");
        let (etag, fresh) = self.seen(window, &path, stale).await;
        let answer = self.ask(window, "DELETE", &path, Some(&etag), None).await;
        if !fresh {
            assert_eq!(answer.refusal(), (412, "stale".into()));
        } else if !self.holders(role).is_empty() {
            assert_eq!(answer.refusal(), (409, "state".into()));
        } else {
            answer.expect(204);
            self.roles[role] = Role::default();
            for person in &mut self.people {
                person.roles.remove(&role);
            }
            self.note("role-deleted", id);
        }
    }

    pub(super) async fn move_holders(&mut self, window: usize, role: usize, to: Option<usize>) {
        let Some(id) = self.roles[role].id.clone() else { return };
        let other = to.map(|to| self.roles[to].id.clone().unwrap_or_else(|| "none-such".to_owned()));
        let path = format!("/roles/{id}/holders");
        let answer = self.ask(window, "PUT", &path, None, Some(&json!({"to": other}))).await;
        if to.is_some_and(|to| to == role || self.roles[to].id.is_none()) {
            assert_eq!(answer.wrong(), [("/to".into(), "unknown-value".into())]);
            return;
        }
        let holders = self.holders(role);
        assert_eq!(answer.expect(200).at("/moved"), holders.len());
        for who in &holders {
            // Nobody has given more time, nor less where the other was held already.
            let held = &mut self.people[*who].roles;
            if let (Some(period), Some(to)) = (held.remove(&role), to) {
                held.entry(to).or_insert(period);
            }
        }
        if !holders.is_empty() {
            self.note("holders-moved", id);
            self.settle_all(holders);
        }
    }
}
