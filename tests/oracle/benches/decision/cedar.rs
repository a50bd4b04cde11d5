//! Cedar: role-based access as its documentation lays it out, one policy for each role, with what the role may do as a
//! group of actions. Policies and entities are parsed once, and so is each request.

use std::collections::{HashMap, HashSet};

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, Policy, PolicyId, PolicySet,
    Request,
};

use crate::Engine;
use crate::shop::{MANAGER, Shop};

pub(crate) struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    requests: Vec<Request>,
}

fn uid(kind: &str, id: &str) -> EntityUid {
    let kind: EntityTypeName = kind.parse().expect("types are names");
    EntityUid::from_type_name_and_id(kind, EntityId::new(id))
}

fn policy(role: &str) -> Policy {
    let (holders, actions) = (uid("Role", role), uid("Action", role));
    let text = format!("permit (principal in {holders}, action in {actions}, resource);");
    Policy::parse(Some(PolicyId::new(role)), text).expect("the policy is well formed")
}

impl Engine for Cedar {
    const NAME: &'static str = "cedar";

    fn prepare(shop: &Shop) -> Self {
        let mut groups: HashMap<&str, HashSet<EntityUid>> = HashMap::new();
        for (role, ids) in &shop.roles {
            for id in ids {
                groups.entry(id.as_str()).or_default().insert(uid("Action", role));
            }
        }
        let (manager, store) = (uid("Staff", "manager"), uid("Store", "store"));
        let actions = shop.ids.iter().map(|id| {
            let parents = groups.remove(id.as_str()).unwrap_or_default();
            Entity::new_no_attrs(uid("Action", id.as_str()), parents)
        });
        let mut entities: Vec<Entity> = actions.collect();
        for (role, _) in &shop.roles {
            entities.push(Entity::new_no_attrs(uid("Action", role), HashSet::new()));
            entities.push(Entity::new_no_attrs(uid("Role", role), HashSet::new()));
        }
        entities.push(Entity::new_no_attrs(
            manager.clone(),
            HashSet::from([uid("Role", MANAGER)]),
        ));
        entities.push(Entity::new_no_attrs(store.clone(), HashSet::new()));

        let request = |id: &str| {
            let (principal, action, resource) = (manager.clone(), uid("Action", id), store.clone());
            Request::new(principal, action, resource, Context::empty(), None).expect("there is no schema to break")
        };
        Self {
            authorizer: Authorizer::new(),
            policies: PolicySet::from_policies(shop.roles.iter().map(|(role, _)| policy(role)))
                .expect("no policy id twice"),
            entities: Entities::from_entities(entities, None).expect("entities are sound"),
            requests: shop.ids.iter().map(|id| request(id.as_str())).collect(),
        }
    }

    fn decide(&self, place: usize) -> bool {
        let response = self
            .authorizer
            .is_authorized(&self.requests[place], &self.policies, &self.entities);
        response.decision() == Decision::Allow
    }
}
