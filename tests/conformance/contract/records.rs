//! Lists and records of every resource that the backend has.

use latchkey_conformance::people::{fresh_word, owner};
use latchkey_conformance::resources::{Fields, all, as_sent, path, sample};
use latchkey_contract::list::Page;
use latchkey_contract::permissions::Text;
use latchkey_contract::problem::{FieldCode, ProblemCode};
use latchkey_contract::resource::{Record, Resource, Shape};
use serde_json::{Value, json};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::faults;

/// Whoever compares lists and whoever makes records take turns: both work on the same store.
static RECORDS: Mutex<()> = Mutex::new(());

/// The turn. That another test failed in its own is no reason to fail here.
pub(crate) fn turn() -> MutexGuard<'static, ()> {
    RECORDS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A resource's schema as a validator of records.
fn validator(resource: &Resource) -> jsonschema::Validator {
    let schema = serde_json::to_value(&resource.schema).expect("a schema");
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap_or_else(|error| panic!("{}: {error}", resource.id))
}

#[test]
fn descriptors_name_what_they_have_and_speak_english() {
    for resource in all() {
        let id = &resource.id;
        let said = |text: &Text| assert!(text.has_english(), "{id}: {text:?}");
        said(&resource.words.title);
        assert_eq!(resource.rules.create.is_some(), resource.words.create.is_some(), "{id}");
        let names: Vec<_> = resource.fields.iter().map(|field| &field.name).collect();
        for field in &resource.fields {
            said(&field.label);
            assert!(resource.schema.member(&field.name).is_some(), "{id}: {}", field.name);
        }
        assert_eq!(resource.schema.properties.len(), names.len(), "{id}");
        let lists = resource.columns.iter().chain(&resource.filters).chain(&resource.sorts);
        let blocks = resource.blocks.iter().flat_map(|block| &block.fields);
        for name in lists.chain(blocks).chain(&resource.name) {
            assert!(names.contains(&name), "{id}: {name}");
        }
        assert!(resource.path.starts_with('/'), "{id}");
    }
}

#[test]
fn every_record_is_what_its_schema_says_and_has_its_own_path() {
    for resource in all() {
        let validator = validator(&resource);
        let list = owner().get(format!("{}?limit=5", path(&resource))).send().expect(200);
        let page: Page<Record<Fields>> = list.read();
        assert!(page.total >= page.items.len() as u64);
        for listed in &page.items {
            let answer = owner()
                .get(format!("{}/{}", path(&resource), listed.id))
                .send()
                .expect(200);
            let record: Record<Fields> = answer.read();
            assert_eq!(answer.etag(), record.version.etag());
            assert_eq!(record.id, listed.id);
            for (name, value) in &listed.fields {
                assert_eq!(record.fields.get(name), Some(value), "{}: {name}", resource.id);
            }
            let whole = Value::Object(as_sent(&resource.fields, &record.fields));
            let wrong: Vec<_> = validator
                .iter_errors(&whole)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{} {}: {wrong:?}", resource.id, record.id);
        }
        if resource.shape == Shape::One {
            let [one] = page.items.as_slice() else {
                panic!("{} is not one", resource.id)
            };
            assert_eq!(one.id.as_str(), resource.id.as_str());
        }
    }
}

#[test]
fn lists_are_sorted_and_paged_without_a_gap_and_refuse_what_they_do_not_know() {
    let _turn = turn();
    for resource in all() {
        let path = path(&resource);
        let sorts = resource
            .sorts
            .iter()
            .flat_map(|name| [name.to_string(), format!("-{name}")]);
        for sort in sorts {
            let read = |more: &str| -> Page<Record<Fields>> {
                owner()
                    .get(format!("{path}?sort={sort}&{more}"))
                    .send()
                    .expect(200)
                    .read()
            };
            let whole = read("limit=6");
            let mut parts = read("limit=3");
            if let Some(next) = &parts.next {
                let rest = read(&format!("limit=3&cursor={next}"));
                parts.items.extend(rest.items);
            }
            assert_eq!(parts.items, whole.items, "{path} by {sort}");
            assert_eq!(parts.total, whole.total);
        }
        for (question, pointer, code) in [
            ("no-such-filter=1", "/no-such-filter", FieldCode::UnknownMember),
            ("sort=no-such-field", "/sort", FieldCode::UnknownValue),
            ("limit=201", "/limit", FieldCode::Malformed),
            ("cursor=nonsense", "/cursor", FieldCode::Malformed),
        ] {
            let problem = owner()
                .get(format!("{path}?{question}"))
                .send()
                .refused(ProblemCode::Invalid);
            assert_eq!(faults(&problem), [(pointer, code)], "{path}");
        }
        if resource.search {
            let page: Page<Record<Fields>> = owner()
                .get(format!("{path}?q={}", fresh_word()))
                .send()
                .expect(200)
                .read();
            assert_eq!((page.total, page.items.len()), (0, 0), "{path}");
        }
        if resource.rules.export.is_some() {
            let file = owner().get(format!("{path}/export.csv")).send().expect(200);
            let text = String::from_utf8(file.body).expect("UTF-8");
            assert!(!text.is_empty(), "{path}");
        }
    }
}

#[test]
fn what_can_be_made_is_made_once_changed_knowingly_taken_away_and_brought_back() {
    let _turn = turn();
    let mut tried = 0;
    for resource in all() {
        if resource.rules.create.is_none() || resource.rules.delete.is_none() {
            continue;
        }
        let Some(fields) = sample(&resource) else { continue };
        let (path, key) = (path(&resource), format!("{}-{}", fresh_word(), fresh_word()));
        let fields = Value::Object(fields);
        let post = || {
            owner()
                .post(path.as_str())
                .header("Idempotency-Key", key.as_str())
                .json(&fields)
                .send()
        };
        let first = post();
        // Laws across records are the backend's own; what they refuse is refused in the contract's form all the same.
        if matches!(first.status, 409 | 422) {
            continue;
        }
        let first = first.expect(201);
        let record: Record<Fields> = first.read();
        assert_eq!(first.etag(), record.version.etag());
        assert_eq!(
            post().expect(201).json(),
            first.json(),
            "the same key makes no second record"
        );
        let one = format!("{path}/{}", record.id);
        assert_eq!(owner().get(one.as_str()).send().expect(200).json(), first.json());

        owner()
            .patch(one.as_str())
            .json(&json!({}))
            .send()
            .refused(ProblemCode::PreconditionRequired);
        let changes =
            |seen: &str, patch: &Value| owner().patch(one.as_str()).header("If-Match", seen).json(patch).send();
        let same = changes(&record.version.etag(), &json!({})).expect(200);
        assert_eq!(same.etag(), record.version.etag(), "no change is no new state");
        let stale = changes("\"another\"", &json!({})).refused(ProblemCode::Stale);
        assert_eq!(stale.current, Some(first.json()));
        let unknown = changes(&record.version.etag(), &json!({ "noSuchField": 1 })).refused(ProblemCode::Invalid);
        assert_eq!(faults(&unknown), [("/noSuchField", FieldCode::UnknownMember)]);

        let taken = |seen: &str| owner().delete(one.as_str()).header("If-Match", seen).send();
        owner()
            .delete(one.as_str())
            .send()
            .refused(ProblemCode::PreconditionRequired);
        taken("\"another\"").refused(ProblemCode::Stale);
        let gone = taken(&record.version.etag());
        if gone.status == 409 {
            continue;
        }
        gone.expect(204);
        owner().get(one.as_str()).send().refused(ProblemCode::NotFound);
        let back: Record<Fields> = owner().put(format!("{one}/restoration")).send().expect(200).read();
        assert_eq!(back.id, record.id);
        taken(&back.version.etag()).expect(204);
        tried += 1;
    }
    assert!(tried > 0, "no resource could be tried");
}

#[test]
fn what_only_the_backend_sets_is_refused() {
    for resource in all() {
        if resource.rules.create.is_none() {
            continue;
        }
        let read_only = resource.schema.properties.iter().filter(|(_, schema)| schema.read_only);
        let body: Fields = read_only.map(|(name, _)| (name.to_string(), json!("1"))).collect();
        if body.is_empty() {
            continue;
        }
        let names: Vec<_> = body.keys().map(|name| format!("/{name}")).collect();
        let problem = owner()
            .post(path(&resource))
            .json(&Value::Object(body))
            .send()
            .refused(ProblemCode::Invalid);
        let refused = faults(&problem);
        for name in &names {
            assert!(
                refused.contains(&(name, FieldCode::UnknownMember)),
                "{}: {name}",
                resource.id
            );
        }
    }
}
