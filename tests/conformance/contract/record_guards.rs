//! Every call on every resource is answered as the descriptor's own rules say.

use latchkey_conformance::people::owner;
use latchkey_conformance::resources::{all, path};
use latchkey_conformance::{Answer, Client, Staff};
use latchkey_contract::endpoint::{Act, ENDPOINTS, Endpoint, Guard, Method};
use latchkey_contract::list::Page;
use latchkey_contract::permissions::{Access, Catalogue, Decision, Denial, Rule};
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::resource::{Resource, Target};

use crate::records::turn;
use crate::texts;

/// Asks about a record that is not there, with a body that nobody reads.
fn ask(client: &Client, endpoint: &Endpoint, resource: &Resource, command: &str) -> Answer {
    let path = endpoint
        .path
        .replace("{resource}", resource.id.as_str())
        .replace("{id}", "no-such-id")
        .replace("{command}", command);
    let request = client.request(endpoint.method, path);
    if endpoint.method == Method::Get {
        request.send()
    } else {
        request.body("text/plain", "{ broken").send()
    }
}

/// The rules that decide about a call, each in turn; nothing where the descriptor does not offer it.
fn rules(resource: &Resource, act: Act) -> Option<Vec<&Rule>> {
    let rules = &resource.rules;
    let more = match act {
        Act::View => return Some(vec![&rules.view]),
        Act::Create => rules.create.as_ref(),
        Act::Delete => rules.delete.as_ref(),
        Act::Export => rules.export.as_ref(),
        // Fields can have rules of their own, so that one rule does not say who may not change anything.
        Act::Edit => rules.edit.as_ref().filter(|_| {
            let own = |rule: &Option<Rule>| rule.is_some();
            !resource.fields.iter().any(|field| own(&field.edit))
                && !resource.blocks.iter().any(|block| own(&block.edit))
        }),
        Act::Command => None,
    };
    more.map(|rule| vec![&rules.view, rule])
}

fn denied(rules: &[&Rule], catalogue: &Catalogue, access: Access) -> Option<ProblemCode> {
    rules
        .iter()
        .find_map(|rule| match rule.compile(catalogue).decide(&access) {
            Decision::Allowed => None,
            Decision::Denied(Denial::SignedOut) => Some(ProblemCode::SignedOut),
            Decision::Denied(Denial::OwnerOnly) => Some(ProblemCode::OwnerOnly),
            Decision::Denied(Denial::Missing(_)) => Some(ProblemCode::MissingPermission),
            Decision::Denied(denial) => panic!("{denial:?} is not expected"),
        })
}

#[test]
fn every_call_on_every_resource_is_answered_as_its_descriptor_says() {
    let _turn = turn();
    let catalogue = crate::catalogue();
    let everything = catalogue.ids(catalogue.everything());
    let (nobody, newcomer) = (Client::browser(), Staff::with(&[]));
    let everybody = Staff::with(&texts(&everything));
    let people = [
        (&nobody, Access::SignedOut),
        (
            &newcomer.client,
            Access::Granted(catalogue.set(Vec::<String>::new()).known),
        ),
        (&everybody.client, Access::Granted(catalogue.everything())),
        (owner(), Access::Owner),
    ];
    for resource in &all() {
        for endpoint in ENDPOINTS {
            let Guard::Resource(act) = endpoint.guard else { continue };
            let target = if endpoint.path.contains("{id}") {
                Target::Record
            } else {
                Target::List
            };
            let mut asked = Vec::new();
            if act == Act::Command {
                let commands = resource.commands.iter().filter(|command| command.target == target);
                asked.extend(commands.map(|command| (command.id.as_str(), vec![&resource.rules.view, &command.rule])));
            } else if let Some(rules) = rules(resource, act) {
                asked.push(("", rules));
            }
            for (command, rules) in asked {
                for (client, access) in &people {
                    let answer = ask(client, endpoint, resource, command);
                    match denied(&rules, &catalogue, *access) {
                        Some(code) => drop(answer.refused(code)),
                        None => assert!(
                            matches!(answer.status, 200 | 400 | 404 | 415 | 428),
                            "{} was let in by its rule: {answer}",
                            endpoint.name
                        ),
                    }
                }
            }
        }
    }
}

#[test]
fn a_person_hears_of_no_resource_and_no_field_that_the_rules_keep_from_that_person() {
    let catalogue = crate::catalogue();
    for resource in all() {
        let permissions = resource.rules.view.permissions();
        if permissions.is_empty() {
            continue;
        }
        let staff = Staff::with(&texts(permissions));
        let held = catalogue.with_required(catalogue.set(permissions.iter().cloned()).known);
        let sees = |rule: Option<&Rule>| {
            rule.is_none_or(|rule| rule.compile(&catalogue).decide(&Access::Granted(held)).is_allowed())
        };
        let heard: Page<Resource> = staff.client.get("/resources").send().expect(200).read();
        for other in all() {
            let known = heard.items.iter().any(|heard| heard.id == other.id);
            assert_eq!(known, sees(Some(&other.rules.view)), "{} of {}", other.id, resource.id);
        }
        let one = format!("/resources?id={}", resource.id);
        let one: Page<Resource> = staff.client.get(one).send().expect(200).read();
        let [shown] = one.items.as_slice() else {
            panic!("{} is not told of", resource.id)
        };
        let names: Vec<_> = shown.fields.iter().map(|field| &field.name).collect();
        let open = resource.fields.iter().filter(|field| sees(field.view.as_ref()));
        assert_eq!(names, open.map(|field| &field.name).collect::<Vec<_>>());
        assert!(shown.schema.properties.keys().all(|name| names.contains(&name)));
        for hidden in resource.fields.iter().filter(|field| !sees(field.view.as_ref())) {
            let list = staff.client.get(path(&resource)).send().expect(200).json();
            let items = list["items"].as_array().expect("a list");
            assert!(
                items
                    .iter()
                    .all(|item| item["fields"].get(hidden.name.as_str()).is_none())
            );
        }
    }
}

#[test]
fn what_does_not_exist_is_nowhere() {
    for path in [
        "/resources/no-such-thing",
        "/resources/no-such-thing/x",
        "/resources/no-such-thing/export.csv",
    ] {
        owner().get(path).send().refused(ProblemCode::NotFound);
        Client::browser().get(path).send().refused(ProblemCode::SignedOut);
    }
    for resource in all() {
        let path = path(&resource);
        owner()
            .get(format!("{path}/no-such-id"))
            .send()
            .refused(ProblemCode::NotFound);
        owner()
            .post(format!("{path}/commands/no-such-command"))
            .send()
            .refused(ProblemCode::NotFound);
        if resource.rules.export.is_none() {
            owner()
                .get(format!("{path}/export.csv"))
                .send()
                .refused(ProblemCode::NotFound);
        }
        if resource.rules.create.is_none() {
            let request = owner().post(path).json(&serde_json::json!({}));
            request.send().refused(ProblemCode::MethodNotAllowed);
        }
    }
}
