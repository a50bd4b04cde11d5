//! Every call on every resource, asked by every kind of person, is held against what the descriptor's own rules decide.

use latchkey_contract::endpoint::{Act, ENDPOINTS, Guard};
use latchkey_contract::resource::{Resource, ResourceBrief, Target};
use latchkey_permissions::{Catalogue, Decision, PRESET_CATALOGUE, Rule};
use serde_json::json;

use crate::everybody::{askers, spoken};
use crate::support::House;

/// What is asked, and by what it is decided: each of these rules in turn, then whether there is such a thing at all.
struct Question<'a> {
    path: String,
    rules: Vec<&'a Rule>,
    exists: bool,
}

/// All that can be asked of a resource by one call of the contract.
fn questions<'a>(resource: &'a Resource, path: &str, act: Act, access: impl Fn(&Rule) -> bool) -> Vec<Question<'a>> {
    let rules = &resource.rules;
    let path = path.replace("{resource}", resource.id.as_str());
    let target = if path.contains("{id}") {
        Target::Record
    } else {
        Target::List
    };
    let path = path.replace("{id}", "nothing");
    let one = |rule: Option<&'a Rule>| {
        vec![Question {
            path: path.clone(),
            rules: [Some(&rules.view), rule].into_iter().flatten().collect(),
            exists: rule.is_some(),
        }]
    };
    match act {
        Act::View => one(Some(&rules.view)),
        Act::Create => one(rules.create.as_ref()),
        Act::Delete => one(rules.delete.as_ref()),
        Act::Export => one(rules.export.as_ref()),
        Act::Edit => {
            // Whoever may change one field is let in; whoever may change none is told what the record needs.
            let fields = resource.fields.iter();
            let fields = fields.filter(|field| !resource.schema.properties[&field.name].read_only);
            let mut all: Vec<&Rule> = rules.edit.iter().collect();
            all.extend(fields.filter_map(|field| resource.edit_rule(field)));
            one(all.iter().copied().find(|rule| access(rule)).or(all.first().copied()))
        }
        Act::Command => {
            let mut questions = one(None);
            questions[0].path = path.replace("{command}", "nothing");
            for command in resource.commands.iter().filter(|command| command.target == target) {
                questions.push(Question {
                    path: path.replace("{command}", &command.id),
                    rules: vec![&rules.view, &command.rule],
                    exists: true,
                });
            }
            questions
        }
    }
}

#[tokio::test]
async fn what_comes_back_is_what_the_descriptor_decides() {
    let house = House::sample().await;
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read");
    let all = house.owner().await.get("/resources").await.expect(200);
    let all: Vec<Resource> = serde_json::from_value(all.at("/items")).expect("they are descriptors");
    assert!(!all.is_empty());
    for asker in askers(&house, &catalogue).await {
        for (resource, endpoint) in all
            .iter()
            .flat_map(|resource| ENDPOINTS.iter().map(move |call| (resource, call)))
        {
            let Guard::Resource(act) = endpoint.guard else { continue };
            let decides = |rule: &Rule| rule.compile(&catalogue).decide(&asker.access);
            for question in questions(resource, endpoint.path, act, |rule| decides(rule).is_allowed()) {
                let method = endpoint.method.as_str();
                let body = (method != "GET").then(|| json!({ "nothing": true }));
                let seen = [("if-match", "\"0\"")];
                let answer = asker.browser.ask(method, &question.path, &seen, body.as_ref()).await;
                let context = format!("{} asks {method} {}: {answer:?}", asker.who, question.path);
                let denial = question.rules.iter().find_map(|rule| match decides(rule) {
                    Decision::Allowed => None,
                    Decision::Denied(denial) => Some((denial, rule)),
                });
                if let Some((denial, rule)) = denial {
                    let (status, code) = spoken(denial);
                    assert_eq!(answer.refusal(), (status, code.into()), "{context}");
                    if code == "missing-permission" {
                        let missing = answer.at("/missing");
                        let missing = missing.as_array().expect("what is missing").iter();
                        let named = |id: &str| rule.permissions().iter().any(|known| known.as_str() == id);
                        let all = missing.map(|id| named(id.as_str().unwrap_or_default()));
                        assert_eq!(all.collect::<Vec<_>>().first(), Some(&true), "{context}");
                    }
                } else if question.exists {
                    assert!(!matches!(answer.status.as_u16(), 401 | 403 | 405 | 500..), "{context}");
                } else {
                    assert!(matches!(answer.status.as_u16(), 404 | 405), "{context}");
                    assert_eq!(answer.status == 405, answer.header("allow").is_some(), "{context}");
                }
            }
        }
    }
}

#[tokio::test]
async fn each_person_hears_of_what_that_person_may_view() {
    let house = House::sample().await;
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("the catalogue is read");
    let all = house.owner().await.get("/resources").await.expect(200);
    let all: Vec<Resource> = serde_json::from_value(all.at("/items")).expect("they are descriptors");
    for asker in askers(&house, &catalogue).await {
        let answer = asker.browser.get("/resources").await;
        let brief = asker.browser.get("/resources?brief=true").await;
        if answer.status != 200 {
            continue;
        }
        let viewed = |resource: &&Resource| {
            resource
                .rules
                .view
                .compile(&catalogue)
                .decide(&asker.access)
                .is_allowed()
        };
        let ids: Vec<_> = all.iter().filter(viewed).map(|resource| resource.id.clone()).collect();
        let heard: Vec<Resource> = serde_json::from_value(answer.at("/items")).expect("they are descriptors");
        assert_eq!(
            heard.iter().map(|one| one.id.clone()).collect::<Vec<_>>(),
            ids,
            "{}",
            asker.who
        );
        assert_eq!(brief.at("/total"), ids.len(), "{}", asker.who);
        let narrowed = asker.browser.get("/resources?brief=true&language=sv").await.expect(200);
        let narrowed: Vec<ResourceBrief> = serde_json::from_value(narrowed.at("/items")).expect("they are brief");
        assert_eq!(narrowed.len(), ids.len(), "{}", asker.who);
        for brief in narrowed {
            let languages: Vec<_> = brief.title.0.keys().map(String::as_str).collect();
            assert_eq!(languages, ["en", "sv"], "{}", brief.id);
        }
        for resource in &heard {
            for field in &resource.fields {
                let may = field
                    .view
                    .as_ref()
                    .map(|rule| rule.compile(&catalogue).decide(&asker.access));
                assert!(
                    may.is_none_or(Decision::is_allowed),
                    "{} hears of {}",
                    asker.who,
                    field.name
                );
            }
            let known = resource.schema.properties.keys();
            assert_eq!(known.count(), resource.fields.len(), "{}", resource.id);
        }
    }
}
