//! A picture: chosen from a file, made small, seen at once, and described in words for whoever does not see it.

use latchkey_contract::id::FieldName;
use latchkey_contract::resource::Schema;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::Slot;
use super::line::{Like, bare};
use super::shell::{group, part};
use super::shrink::shrink;
use crate::i18n::words;
use crate::pages::resource::shown::source;
use crate::reactive::{handler, live};

/// The longest `data:` address where the schema does not say. A whole body may have 64 KiB.
const LONGEST: usize = 40_000;

/// What the pictures of a record may have together, since all of them can be sent at once.
const TOGETHER: usize = 54_000;

/// The longest `data:` address of one of the pictures of a record.
fn longest(root: &Schema, own: &Schema) -> usize {
    let alike = |schema: &&Schema| root.resolve(schema) == Some(own);
    let pictures = root.properties.values().filter(alike).count().max(1);
    let described = own.properties.get(&FieldName("src".to_owned()));
    let most = described.and_then(|src| root.resolve(src)?.max_length);
    let most = most.map_or(LONGEST, |most| (most as usize).min(LONGEST));
    most.min(TOGETHER / pictures)
}

/// The inputs.
pub(super) fn image(slot: &Slot) -> AnyView {
    let src = RwSignal::new(slot.part("src"));
    let alt = RwSignal::new(slot.part("alt"));
    let refused = RwSignal::new(false);
    let file = NodeRef::<html::Input>::new();
    let put = slot.put;
    let tell = move || {
        let (src, alt) = (src.get_untracked(), alt.get_untracked());
        let picture = if alt.is_empty() {
            json!({ "src": src })
        } else {
            json!({ "src": src, "alt": alt })
        };
        put.run(if src.is_empty() { Value::Null } else { picture });
    };
    let limit = longest(&slot.root, &slot.schema);
    let choose = move |_| {
        let Some(chosen) = file.get_untracked().and_then(|input| input.files()?.get(0)) else {
            return;
        };
        spawn_local(async move {
            let small = shrink(&chosen, limit).await;
            refused.try_set(small.is_none());
            if let Some(small) = small
                && src.try_set(small).is_none()
            {
                tell();
            }
        });
    };
    let remove = move |_| {
        src.set(String::new());
        if let Some(file) = file.get_untracked() {
            file.set_value("");
            crate::navigation::focus(&file);
        }
        tell();
    };
    let preview = live(move || {
        let src = source(&src.get())?;
        Some(view! {
            <div class="image-now">
                <img class="image" src=src alt=alt />
                <button class="button small" type="button" on:click=handler(remove)>{words::resource_image_remove}</button>
            </div>
        })
    });
    let id = slot.form.id_of(&format!("{}/src", slot.pointer));
    let alt_pointer = format!("{}/alt", slot.pointer);
    let alt_needed = slot.schema.needs(&FieldName("alt".to_owned()));
    let alt_required = Signal::derive(move || alt_needed && src.with(|src| !src.is_empty()));
    let alt_schema = slot.member("alt").unwrap_or_default();
    let read = move |text: &str| {
        alt.set(text.trim().to_owned());
        tell();
    };
    let alt_input = bare(
        slot,
        &alt_pointer,
        &alt_schema,
        alt_required,
        Like::TEXT,
        slot.part("alt"),
        read,
    );
    let inputs = view! {
        {preview}
        <div class="field">
            <label class="label" for=id.clone()>{words::resource_image_file}</label>
            {live(move || refused.get().then(|| view! { <p class="error" role="alert">{words::resource_image_refused}</p> }))}
            <input class="input" id=id type="file" accept="image/*" node_ref=file on:change=handler(choose) />
        </div>
        {part(slot, &alt_pointer, words::resource_image_alt, alt_input)}
    };
    group(slot, inputs.into_any())
}

#[cfg(test)]
mod tests {
    use latchkey_contract::resource::Schema;
    use serde_json::json;

    use super::longest;

    #[test]
    fn all_pictures_of_a_record_can_be_sent_at_once() {
        let image = json!({ "type": "object", "properties": { "src": { "type": "string", "maxLength": 49_152 } } });
        for (names, expected) in [
            (vec!["a"], 40_000),
            (vec!["a", "b"], 27_000),
            (vec!["a", "b", "c"], 18_000),
        ] {
            let members: serde_json::Map<_, _> = names
                .iter()
                .map(|name| ((*name).to_owned(), json!({ "$ref": "#/$defs/image" })))
                .collect();
            let root = json!({ "type": "object", "properties": members, "$defs": { "image": image } });
            let root: Schema = serde_json::from_value(root).expect("a schema");
            let own = root.definitions["image"].clone();
            assert_eq!(longest(&root, &own), expected, "{names:?}");
        }
    }
}
