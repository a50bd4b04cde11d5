//! casbin: its role-based model, one policy line for each permission of a role. The cheap half of the matcher stands
//! first, as its documentation advises. The model and the policy are read once. (Its cache of earlier answers is left
//! out: looking an answer up is not deciding.)

use casbin::{CoreApi, DefaultModel, Enforcer, StringAdapter};

use crate::Engine;
use crate::shop::{MANAGER, Shop};

const MODEL: &str = "
[request_definition]
r = sub, act

[policy_definition]
p = sub, act

[role_definition]
g = _, _

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = r.act == p.act && g(r.sub, p.sub)
";

const PERSON: &str = "manager@example.test";

pub(crate) struct Casbin {
    enforcer: Enforcer,
    actions: Vec<String>,
}

impl Engine for Casbin {
    const NAME: &'static str = "casbin";

    fn prepare(shop: &Shop) -> Self {
        let mut lines = vec![format!("g, {PERSON}, {MANAGER}")];
        for (role, ids) in &shop.roles {
            lines.extend(ids.iter().map(|id| format!("p, {role}, {id}")));
        }
        let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
        let enforcer = runtime.block_on(async {
            let model = DefaultModel::from_str(MODEL).await.expect("the model is well formed");
            let policy = StringAdapter::new(lines.join("\n"));
            Enforcer::new(model, policy).await.expect("the policy is well formed")
        });
        let actions = shop.ids.iter().map(ToString::to_string).collect();
        Self { enforcer, actions }
    }

    fn decide(&self, place: usize) -> bool {
        let question = (PERSON, self.actions[place].as_str());
        self.enforcer
            .enforce(question)
            .expect("casbin can evaluate its matcher")
    }
}
