//! The matrix of what is done to a record or a list as a whole: making, taking away, bringing back, and having it as a
//! file. It is asked for by the same people as the fields and commands, and each of it is really done where it may be,
//! except where that would change what the next one finds.

use latchkey_contract::resource::{Resource, Rules};
use serde_json::json;

use super::matrix::{Asker, judge};
use crate::support::{Answer, Browser};

/// How many records are tried before a resource counts as one of which none can be taken away.
const TRIED: usize = 12;

/// A record that the owner has taken away, where one can be.
pub(super) async fn taken_away(owner: &Browser, resource: &Resource) -> Option<String> {
    resource.rules.delete.as_ref()?;
    let path = format!("/resources/{}", resource.id);
    let list = owner.get(&format!("{path}?limit=200")).await.expect(200);
    let items = list.at("/items").as_array().cloned().unwrap_or_default();
    // Not the first: that is the one whose fields are asked for.
    for item in items.iter().skip(1).rev().take(TRIED) {
        let id = item["id"].as_str().expect("it has an id");
        if delete(owner, &path, id).await.status == 204 {
            return Some(id.to_owned());
        }
    }
    None
}

async fn delete(browser: &Browser, path: &str, id: &str) -> Answer {
    let path = format!("{path}/{id}");
    let seen = browser.get(&path).await.expect(200).etag();
    browser.ask("DELETE", &path, &[("if-match", &seen)], None).await
}

/// Fails unless the answer is what the rules say; whether it was let in.
fn let_in(
    asker: &Asker,
    rules: &Rules,
    rule: Option<&latchkey_permissions::Rule>,
    answer: &Answer,
    what: &str,
) -> bool {
    let context = format!("{} {what}", asker.who);
    let views = asker.may(&rules.view);
    match rule {
        Some(rule) => {
            let may = views && asker.may(rule);
            judge(answer, may, &context);
            may
        }
        None if views => {
            assert!(matches!(answer.status.as_u16(), 404 | 405), "{context}: {answer:?}");
            false
        }
        None => {
            judge(answer, false, &context);
            false
        }
    }
}

/// Asks for all of it; how much that was.
pub(super) async fn ask_whole(
    owner: &Browser,
    asker: &Asker,
    resource: &Resource,
    record: Option<&str>,
    gone: Option<&str>,
) -> usize {
    let rules = &resource.rules;
    let path = format!("/resources/{}", resource.id);
    let made = asker.browser.post(&path, json!({ "no such member": true })).await;
    if let_in(
        asker,
        rules,
        rules.create.as_ref(),
        &made,
        &format!("makes one of {path}"),
    ) {
        assert_eq!(made.status, 422, "{} makes one of {path}", asker.who);
    }
    let file = asker.browser.get(&format!("{path}/export.csv")).await;
    if let_in(
        asker,
        rules,
        rules.export.as_ref(),
        &file,
        &format!("has {path} as a file"),
    ) {
        assert_eq!(file.status, 200, "{} has {path} as a file", asker.who);
        let kind = file.header("content-type").unwrap_or_default();
        assert!(kind.starts_with("text/csv"), "{kind}");
    }
    let mut tries = 2;
    if let Some(id) = record {
        // Of a state that it never had: whoever may take it away is told so, and it stays.
        let seen = [("if-match", "\"0\"")];
        let answer = asker.browser.ask("DELETE", &format!("{path}/{id}"), &seen, None).await;
        if let_in(
            asker,
            rules,
            rules.delete.as_ref(),
            &answer,
            &format!("takes {path}/{id} away"),
        ) {
            assert_eq!(answer.status, 412, "{} takes {path}/{id} away", asker.who);
        }
        owner.get(&format!("{path}/{id}")).await.expect(200);
        tries += 1;
    }
    if let Some(id) = gone.or(record) {
        let answer = asker.browser.put(&format!("{path}/{id}/restoration"), json!({})).await;
        let may = let_in(
            asker,
            rules,
            rules.delete.as_ref(),
            &answer,
            &format!("brings {path}/{id} back"),
        );
        if may {
            answer.expect(200);
        }
        if gone.is_some() {
            let there = owner.get(&format!("{path}/{id}")).await.status == 200;
            assert_eq!(there, may, "{} brings {path}/{id} back", asker.who);
            if may {
                // Whoever may bring it back may take it away, and so it is gone again for the next one.
                delete(&asker.browser, &path, id).await.expect(204);
            }
        }
        tries += 1;
    }
    tries
}
