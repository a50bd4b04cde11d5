//! Changes what two roles of the store hold.

use fastrand::Rng;
use serde_json::{Value, json};

use super::Hand;
use super::books::Books;
use crate::caller::{Ask, Caller, Gone};

const PERMISSIONS: [&str; 3] = ["carts.view", "customers.view", "discounts.view"];

struct Role {
    path: String,
    id: String,
    permission: &'static str,
    entries: usize,
}

/// See the module.
pub(super) struct Roles {
    roles: Vec<Role>,
    doubt: Option<(usize, &'static str)>,
}

fn draft(name: &str, permission: &str) -> Value {
    json!({"name": {"en": name}, "permissions": [permission]})
}

impl Roles {
    pub(super) fn new(caller: &Caller) -> Self {
        let make = |name| {
            let ask = Ask::new("POST", "/roles").body(draft(name, PERMISSIONS[0]));
            let id = caller.ask(&ask).expect("it answers").expect(201).text("/id");
            Role {
                path: format!("/roles/{id}"),
                id,
                permission: PERMISSIONS[0],
                entries: 0,
            }
        };
        Self {
            roles: ["Early shift", "Late shift"].map(make).into(),
            doubt: None,
        }
    }
}

impl Hand for Roles {
    fn act(&mut self, caller: &Caller, random: &mut Rng) -> Result<(), Gone> {
        let chosen = random.usize(..self.roles.len());
        let role = &mut self.roles[chosen];
        let seen = caller.ask(&Ask::new("GET", &role.path))?.expect(200);
        let others: Vec<_> = PERMISSIONS.iter().filter(|id| **id != role.permission).collect();
        let permission = *others[random.usize(..others.len())];
        let ask = Ask::new("PUT", &role.path)
            .body(draft(&seen.text("/name/en"), permission))
            .header("If-Match", seen.etag());
        let Ok(answer) = caller.ask(&ask) else {
            self.doubt = Some((chosen, permission));
            return Err(Gone);
        };
        answer.expect(200);
        role.permission = permission;
        role.entries += 1;
        Ok(())
    }

    fn look(&mut self, caller: &Caller, books: &Books) -> usize {
        for (n, role) in self.roles.iter_mut().enumerate() {
            let there = caller.get(&role.path).expect(200).body["permissions"].clone();
            if let Some((_, permission)) = self.doubt.filter(|(doubtful, _)| *doubtful == n)
                && there == json!([permission])
            {
                role.permission = permission;
                role.entries += 1;
            }
            assert_eq!(there, json!([role.permission]), "{}", role.path);
            // The first entry is of the role being made.
            assert_eq!(books.about(&role.id) - 1, role.entries, "{}", role.path);
        }
        self.doubt = None;
        self.roles.iter().map(|role| role.entries).sum()
    }
}
