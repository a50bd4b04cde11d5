//! The matrix: every field and command of every resource, making, taking away, bringing back and files, for every sample
//! person and for grants that nobody thought of.
//! The cases are made from the descriptors, so a resource that is added is covered by being there.

use latchkey_contract::resource::{Field, Resource, Target};
use latchkey_permissions::{Catalogue, PRESET_CATALOGUE, PermissionId, Rule};
use serde_json::json;

use super::matrix_whole::{ask_whole, taken_away};
use super::parcels::holding;
use crate::support::{Browser, House};

/// The people of the sample store who can sign in.
const PEOPLE: [&str; 9] = [
    "owner",
    "manager",
    "fulfilment",
    "marketing",
    "assistant",
    "accountant",
    "developer",
    "designer",
    "nobody",
];

/// How many random grants each run tries besides.
const RANDOM: usize = 3;

/// Somebody, and all that the backend itself says that this person may do.
pub(super) struct Asker {
    pub(super) who: String,
    pub(super) browser: Browser,
    owner: bool,
    held: Vec<PermissionId>,
}

impl Asker {
    async fn of(who: String, browser: Browser) -> Self {
        let session = browser.get("/session").await.expect(200);
        Self {
            who,
            owner: session.at("/account/owner") == json!(true),
            held: serde_json::from_value(session.at("/permissions")).expect("they are permissions"),
            browser,
        }
    }

    /// What a rule means, said here once more in the plainest way: the module that is tested is not tries.
    pub(super) fn may(&self, rule: &Rule) -> bool {
        let holds = |id: &PermissionId| self.held.contains(id);
        self.owner
            || match rule {
                Rule::Owner => false,
                Rule::SignedIn => true,
                Rule::All(ids) => ids.iter().all(holds),
                Rule::Any(ids) => ids.iter().any(holds),
            }
    }
}

/// The id of a record of each resource that has one.
async fn some_record(owner: &Browser, resource: &Resource) -> Option<String> {
    let page = owner
        .get(&format!("/resources/{}?limit=1", resource.id))
        .await
        .expect(200);
    page.at("/items/0/id").as_str().map(str::to_owned)
}

/// Fails unless the answer is a refusal for want of permission exactly where it should be one.
pub(super) fn judge(answer: &crate::support::Answer, allowed: bool, context: &str) {
    let refused = answer.status == 403;
    assert_eq!(refused, !allowed, "{context}: {answer:?}");
    if refused {
        assert_eq!(answer.refusal().1, "missing-permission", "{context}");
        assert!(
            answer.at("/missing").as_array().is_some_and(|ids| !ids.is_empty()),
            "{context}"
        );
    }
}

fn changeable(resource: &Resource, field: &Field) -> bool {
    !resource.schema.properties[&field.name].read_only
}

/// A resource, a record of it, and one that has been taken away.
struct Asked {
    resource: Resource,
    record: Option<String>,
    gone: Option<String>,
}

async fn ask_everything(owner: &Browser, asker: &Asker, all: &[Asked]) -> usize {
    // Nothing that is sent here is something that a record could become: whoever is let in is told so, and nothing changes.
    let nonsense = json!({ "no such member": true });
    let mut tries = 0;
    for Asked { resource, record, gone } in all {
        tries += ask_whole(owner, asker, resource, record.as_deref(), gone.as_deref()).await;
        let path = format!("/resources/{}", resource.id);
        let views = asker.may(&resource.rules.view);
        judge(
            &asker.browser.get(&path).await,
            views,
            &format!("{} lists {path}", asker.who),
        );
        for command in resource
            .commands
            .iter()
            .filter(|command| command.target == Target::List)
        {
            let path = format!("{path}/commands/{}", command.id);
            let answer = asker.browser.post(&path, nonsense.clone()).await;
            judge(
                &answer,
                views && asker.may(&command.rule),
                &format!("{} does {path}", asker.who),
            );
            tries += 1;
        }
        let Some(id) = record else { continue };
        let path = format!("{path}/{id}");
        // As it is now: what belongs to another may have come and gone.
        let whole = owner.get(&path).await.expect(200).json();
        let answer = asker.browser.get(&path).await;
        judge(&answer, views, &format!("{} opens {path}", asker.who));
        for command in resource
            .commands
            .iter()
            .filter(|command| command.target == Target::Record)
        {
            let path = format!("{path}/commands/{}", command.id);
            let answer = asker.browser.post(&path, nonsense.clone()).await;
            judge(
                &answer,
                views && asker.may(&command.rule),
                &format!("{} does {path}", asker.who),
            );
            tries += 1;
        }
        let etag = format!("\"{}\"", whole["version"].as_str().expect("a version"));
        let own = resource.fields.iter().filter(|field| changeable(resource, field));
        // Whoever may change something is let in, and then told field by field.
        let mut doors: Vec<&Rule> = own.filter_map(|field| resource.edit_rule(field)).collect();
        doors.extend(&resource.rules.edit);
        for field in &resource.fields {
            let sees = field.view.as_ref().is_none_or(|rule| asker.may(rule));
            let context = format!("{} sets {} of {path}", asker.who, field.name);
            if views {
                let there = answer.at("/fields").get(field.name.as_str()).is_some();
                let should = sees && whole["fields"].get(field.name.as_str()).is_some();
                assert_eq!(there, should, "{} sees {} of {path}", asker.who, field.name);
            }
            let change = json!({ field.name.as_str(): nonsense });
            let set = asker.browser.patch(&path, &etag, change).await;
            let rule = resource.edit_rule(field).filter(|_| changeable(resource, field));
            if views && doors.is_empty() {
                assert_eq!(set.status, 405, "{context}");
            } else if !views || !doors.iter().any(|rule| asker.may(rule)) {
                judge(&set, false, &context);
            } else if let Some(rule) = rule.filter(|_| sees) {
                judge(&set, asker.may(rule), &context);
                assert_ne!(set.status, 200, "{context}");
            } else {
                // To this person there is no such member, or it is nobody's to set.
                assert_eq!(set.wrong()[0].1, "unknown-member", "{context}");
            }
            tries += 1;
        }
    }
    tries
}

#[tokio::test]
async fn every_field_and_command_is_open_to_those_whom_its_rule_lets_in() {
    let house = House::trading().await;
    let owner = house.owner().await;
    let described = owner.get("/resources").await.expect(200);
    let described: Vec<Resource> = serde_json::from_value(described.at("/items")).expect("they are descriptors");
    let mut all = Vec::new();
    for resource in described {
        let gone = taken_away(&owner, &resource).await;
        let record = some_record(&owner, &resource).await;
        all.push(Asked { resource, record, gone });
    }
    let gone = all.iter().filter(|asked| asked.gone.is_some()).count();
    assert!(gone >= 5, "of {gone} resources something could be taken away");
    let mut tries = 0;
    for who in PEOPLE {
        let asker = Asker::of(who.to_owned(), house.signed_in(who).await).await;
        tries += ask_everything(&owner, &asker, &all).await;
    }

    let seed = std::env::var("LATCHKEY_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| fastrand::u64(..));
    println!("LATCHKEY_SEED={seed} repeats these grants");
    let mut dice = fastrand::Rng::with_seed(seed);
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read");
    for _ in 0..RANDOM {
        let ids = catalogue.sections().iter().flat_map(|section| &section.permissions);
        let ids: Vec<&str> = ids
            .map(|entry| entry.id.as_str())
            .filter(|_| dice.u8(..) < 80)
            .collect();
        let browser = holding(&house, &ids).await;
        let asker = Asker::of(format!("whoever holds {ids:?} (LATCHKEY_SEED={seed})"), browser).await;
        tries += ask_everything(&owner, &asker, &all).await;
    }
    assert!(tries > 3_000, "{tries}");
}
