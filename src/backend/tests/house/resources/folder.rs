//! Descriptors in a folder: what they become, what is wrong with them, and what becomes of their records when they
//! change.

use latchkey_backend::{App, Clock, Config, ManualClock, Seed, StartError, app};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::parcels::{house, parcel};
use crate::support::START;

/// The descriptor of parcels, to be changed.
fn descriptor() -> Value {
    serde_json::from_str(include_str!("parcels.json")).expect("it is JSON")
}

/// Starts an empty store with these files of descriptors.
async fn start(files: &[(&str, &Value)]) -> Result<App, StartError> {
    let (data, more) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    for (name, content) in files {
        std::fs::write(more.path().join(name), content.to_string()).expect("it is written");
    }
    let config = Config {
        seed: Seed::Empty,
        resources: Some(more.path().to_path_buf()),
        clock: Clock::Manual(ManualClock::at(START)),
        ..Config::new(data.path(), "http://127.0.0.1:8787")
    };
    app(config).await
}

/// What is said of a descriptor that cannot be served, with other values at some places.
async fn fault(places: &[(&str, Value)]) -> String {
    let mut wrong = descriptor();
    for (place, value) in places {
        let (parent, name) = place.rsplit_once('/').expect("a pointer");
        wrong.pointer_mut(parent).expect("a member")[name] = value.clone();
    }
    match start(&[("parcels.json", &wrong)]).await {
        Ok(_) => "it starts".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn a_descriptor_in_a_folder_is_served_like_any_other() {
    let house = house().await;
    let owner = house.owner().await;
    let heard = owner.get("/resources?id=parcels").await.expect(200);
    let mut wanted = descriptor();
    let mut shown = heard.at("/items/0");
    // What is needed of money, addresses and pictures comes along; a keyword that only a validator reads does not.
    let definitions = shown["schema"]["$defs"].take();
    let names: Vec<_> = definitions.as_object().expect("definitions").keys().collect();
    assert_eq!(names, ["address", "image", "price"]);
    shown["schema"].as_object_mut().expect("a schema").remove("$defs");
    wanted["schema"]["properties"]["tags"]
        .as_object_mut()
        .expect("a schema")
        .remove("uniqueItems");
    wanted["shape"] = json!("many");
    assert_eq!(shown, wanted);
    owner.post("/resources/parcels", parcel("Budi")).await.expect(201);
    let brief = owner.get("/resources?brief=true&id=parcels").await.expect(200);
    assert_eq!(
        brief.at("/items"),
        json!([{
            "id": "parcels", "section": "sales", "path": "/sales/parcels", "title": { "en": "Parcels" },
            "view": { "all": ["orders.view"] },
        }])
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_descriptor_is_said_at_start() {
    let command = json!([{ "id": "send", "label": { "en": "Send" }, "done": { "en": "Sent" }, "rule": "owner" }]);
    for (said, places) in [
        (
            "rules/view names `parcels.view`",
            vec![("/rules/view", json!({ "all": ["parcels.view"] }))],
        ),
        (
            "/fields/10/veiw says nothing",
            vec![("/fields/10/veiw", json!({ "all": ["orders.refund"] }))],
        ),
        ("columns names `colour`", vec![("/columns", json!(["colour"]))]),
        ("cannot be narrowed by `to`", vec![("/filters", json!(["to"]))]),
        (
            "cannot be sorted by `product`",
            vec![("/sorts", json!(["product", "sent"]))],
        ),
        (
            "sort names `weight`",
            vec![("/sort", json!("weight")), ("/sorts", json!(["sent"]))],
        ),
        (
            "/colour is in the schema, but is no field",
            vec![("/schema/properties/colour", json!({}))],
        ),
        (
            "/colour is not in the schema",
            vec![("/fields/0/name", json!("colour")), ("/name", json!("note"))],
        ),
        (
            "/note: the schema is not that",
            vec![("/schema/properties/note", json!({ "type": "string" }))],
        ),
        (
            "/state: the schema is not that",
            vec![("/schema/properties/state/enum", json!(["packed"]))],
        ),
        (
            "/margin is needed, but not everybody",
            vec![("/schema/required", json!(["margin"]))],
        ),
        (
            "words/create is missing",
            vec![("/words", json!({ "title": { "en": "Parcels" } }))],
        ),
        (
            "words/title has no text in `en`",
            vec![("/words/title", json!({ "sv": "Paket" }))],
        ),
        ("there is no section `post`", vec![("/section", json!("post"))]),
        (
            "not a closed object",
            vec![("/schema/additionalProperties", json!(true))],
        ),
        ("the id is there twice", vec![("/id", json!("products"))]),
        (
            "another resource has the path",
            vec![("/path", json!("/catalog/products"))],
        ),
        ("refers to `stamps`", vec![("/fields/4/resource", json!("stamps"))]),
        ("the commands written are", vec![("/commands", command)]),
        (
            "the first fields go with a resource of one",
            vec![("/shape", json!("one"))],
        ),
    ] {
        let found = fault(&places).await;
        assert!(found.contains(said), "`{said}` is not in: {found}");
    }
    let broken = json!("no object");
    assert!(start(&[("a.json", &broken)]).await.is_err());
}

#[tokio::test]
async fn a_resource_of_one_begins_with_its_default() {
    let lamps = json!({
        "id": "lamps", "section": "settings", "path": "/settings/lamps", "shape": "one",
        "words": { "title": { "en": "Lamps" } },
        "rules": { "view": { "all": ["settings.view"] }, "edit": { "all": ["settings.general"] } },
        "fields": [{ "name": "lit", "kind": "switch", "label": { "en": "Lit" } }],
        "schema": {
            "type": "object", "additionalProperties": false, "required": ["lit"],
            "properties": { "lit": { "type": "boolean" } },
        },
    });
    start(&[("lamps.json", &lamps), ("lamps.default.json", &json!({ "lit": true }))])
        .await
        .expect("it starts");
    let wrong = start(&[("lamps.json", &lamps), ("lamps.default.json", &json!({ "lit": 1 }))]).await;
    let said = wrong.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(said.contains("lamps: the first fields: /lit"), "{said}");
}

#[tokio::test]
async fn records_stay_when_their_descriptor_changes() {
    let more = TempDir::new().expect("a folder");
    let write = |descriptor: &Value| {
        std::fs::write(more.path().join("parcels.json"), descriptor.to_string()).expect("it is written");
    };
    let mut first = descriptor();
    first["filters"] = json!(["state"]);
    first["sorts"] = json!(["sent"]);
    write(&first);
    let house = crate::support::House::sample_with(|config| config.resources = Some(more.path().to_path_buf())).await;
    let owner = house.owner().await;
    let made = owner.post("/resources/parcels", parcel("Budi")).await.expect(201);
    owner
        .patch(
            &format!("/resources/parcels/{}", made.text_at("/id")),
            "\"1\"",
            json!({ "to": "Citra" }),
        )
        .await
        .expect(200);
    assert_eq!(owner.get("/resources/parcels?sort=to").await.status, 422);

    write(&descriptor());
    let house = house
        .restart_with(|config| config.resources = Some(more.path().to_path_buf()))
        .await;
    let owner = house.owner().await;
    let page = owner
        .get("/resources/parcels?sort=to&weight=2.5&q=citra")
        .await
        .expect(200);
    assert_eq!(page.at("/total"), 1);
    assert_eq!(page.at("/items/0/id"), made.at("/id"));
    assert_eq!(page.at("/items/0/version"), "2");
    owner.post("/resources/parcels", parcel("Dewi")).await.expect(201);
}
