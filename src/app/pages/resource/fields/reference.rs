//! Another resource's record, found by typing part of what it is called: a combobox with a list, as the ARIA authoring
//! practices describe it.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::Slot;
use super::shell::{described_by, invalid, single};
use crate::client::{Load, Loaded};
use crate::i18n::words;
use crate::pages::resource::descriptors::descriptor;
use crate::pages::resource::shown::{name_of, shown};
use crate::reactive::{handler, live, memo};
use crate::session::{SignedIn, use_sessions, use_signed_in};

/// How long to wait after a letter before asking.
const PAUSE: Duration = Duration::from_millis(200);

/// One record that may be chosen: its id and what it is called.
type Offer = (String, String);

/// A search for a record of one resource.
#[derive(Clone, Copy)]
pub(in crate::pages::resource) struct Search {
    /// What is typed.
    text: RwSignal<String>,
    /// What is chosen.
    chosen: RwSignal<Option<Offer>>,
    open: RwSignal<bool>,
    /// Which offer the arrow keys stand on.
    at: RwSignal<Option<usize>>,
    offers: Load<Vec<Offer>>,
    resource: StoredValue<latchkey_contract::id::ResourceId>,
    signed_in: SignedIn,
    put: Callback<Option<Offer>>,
}

impl Search {
    /// A search that begins with what is chosen already.
    pub(in crate::pages::resource) fn new(
        resource: latchkey_contract::id::ResourceId,
        chosen: Option<Offer>,
        put: Callback<Option<Offer>>,
    ) -> Self {
        let text = chosen.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        Self {
            text: RwSignal::new(text),
            chosen: RwSignal::new(chosen),
            open: RwSignal::new(false),
            at: RwSignal::new(None),
            offers: Load::new(),
            resource: StoredValue::new(resource),
            signed_in: use_signed_in(),
            put,
        }
    }

    fn ask(self, text: &str) {
        let (signed_in, id) = (self.signed_in, self.resource.get_value());
        let words = String::from(js_sys::encode_uri_component(text.trim()));
        let query = if words.is_empty() {
            "limit=8".to_owned()
        } else {
            format!("q={words}&limit=8")
        };
        self.offers.ask(move |abort| async move {
            let Some(resource) = descriptor(signed_in, id.clone()).await? else {
                return Ok(Vec::new());
            };
            let page = signed_in.client().records(&id, &query, abort).await?;
            let offer = |record| (name_of(&resource, &record), record.id.0);
            Ok(page.items.into_iter().map(offer).map(|(name, id)| (id, name)).collect())
        });
        self.at.set(None);
        self.open.set(true);
    }

    fn list(self) -> Vec<Offer> {
        self.offers.with(|offers| offers.ready().cloned().unwrap_or_default())
    }

    fn choose(self, offer: Option<Offer>) {
        self.text
            .set(offer.as_ref().map(|(_, name)| name.clone()).unwrap_or_default());
        self.chosen.set(offer.clone());
        self.open.set(false);
        self.put.run(offer);
    }

    /// Leaving it: blank is nothing; anything else that was not chosen is forgotten.
    fn leave(self) {
        self.open.set(false);
        let (text, chosen) = (self.text.get_untracked(), self.chosen.get_untracked());
        match chosen {
            Some(_) if text.trim().is_empty() => self.choose(None),
            Some((_, name)) => self.text.set(name),
            None => self.text.set(String::new()),
        }
    }

    fn key(self, event: &KeyboardEvent) {
        let count = untrack(|| self.list().len());
        let open = self.open.get_untracked();
        let at = self.at.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !open => {
                self.ask("");
                event.prevent_default();
            }
            "ArrowDown" if count > 0 => {
                self.at.set(Some(at.map_or(0, |at| (at + 1) % count)));
                event.prevent_default();
            }
            "ArrowUp" if count > 0 => {
                self.at.set(Some(at.map_or(count - 1, |at| (at + count - 1) % count)));
                event.prevent_default();
            }
            "Enter" if open => {
                // Never sends the form while the list is open.
                event.prevent_default();
                if let Some(offer) = at.and_then(|at| untrack(|| self.list().get(at).cloned())) {
                    self.choose(Some(offer));
                }
            }
            "Escape" if open => {
                self.open.set(false);
                event.prevent_default();
                event.stop_propagation();
            }
            _ => {}
        }
    }
}

/// The combobox.
#[component]
pub(in crate::pages::resource) fn Combobox(
    search: Search,
    /// The id of the input.
    id: String,
    /// Whether something must be chosen.
    #[prop(optional)]
    required: bool,
    /// The ids of what describes it. Reactive.
    #[prop(into)]
    described_by: Signal<Option<String>>,
    /// Whether it is wrong. Reactive.
    #[prop(into)]
    invalid: Signal<Option<&'static str>>,
) -> impl IntoView {
    let list_id = format!("{id}-list");
    let ids = StoredValue::new(list_id.clone());
    let option_id = move |index: usize| ids.with_value(|id| format!("{id}-{index}"));
    let mut ask = debounce(PAUSE, move |text: String| search.ask(&text));
    let input = move |event| {
        let text = event_target_value(&event);
        search.text.set(text.clone());
        ask(text);
    };
    let active = live(move || search.at.get().filter(|_| search.open.get()).map(option_id));
    let said = memo(move || {
        search.offers.with(|offers| match offers {
            Loaded::Ready(offers) if offers.is_empty() => words::resource_search_none(),
            Loaded::Ready(_) => String::new(),
            Loaded::Pending => words::frame_loading(),
            Loaded::Failed(error) => crate::components::problem::error_message(error),
        })
    });
    let options = live(move || {
        let option = |(index, offer): (usize, Offer)| {
            let name = offer.1.clone();
            let offer = StoredValue::new(offer);
            let selected = live(move || (search.at.get() == Some(index)).to_string());
            // Before the input loses the focus, or it would forget what was typed.
            let press = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                search.choose(Some(offer.get_value()));
            };
            view! { <li role="option" id=option_id(index) aria-selected=selected on:mousedown=handler(press)>{name}</li> }
        };
        search.list().into_iter().enumerate().map(option).collect_view()
    });
    view! {
        <div class="combobox">
            <input
                class="input"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-expanded=move || search.open.get().to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=active
                aria-required=required.then_some("true")
                aria-describedby=described_by
                aria-invalid=invalid
                placeholder=words::resource_search_placeholder
                prop:value=search.text
                on:input=handler(input)
                on:keydown=handler(move |event: KeyboardEvent| search.key(&event))
                on:blur=handler(move |_| search.leave())
            />
            <div class="combobox-list" hidden=move || !search.open.get()>
                <ul role="listbox" id=list_id>{options}</ul>
                <p class="muted" role="status">{said}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The input of a slot; where the other records may not be seen, only what is chosen.
pub(super) fn reference(slot: &Slot) -> AnyView {
    let signed_in = use_signed_in();
    let sessions = use_sessions();
    let known = signed_in.known.get_untracked();
    let brief = known
        .resources
        .iter()
        .find(|brief| Some(&brief.id) == slot.field.resource.as_ref());
    let Some(brief) = brief.filter(|brief| untrack(|| sessions.allows(&brief.view))) else {
        let text = shown(&slot.field, &slot.initial, Some(&slot.schema), &slot.root);
        return view! { <div class="field"><span class="label">{slot.label()}</span>{text}</div> }.into_any();
    };
    let (id, name) = (slot.part("id"), slot.part("name"));
    let chosen = (!id.is_empty()).then_some((id, name));
    let put = slot.put;
    let put = Callback::new(move |offer: Option<Offer>| {
        put.run(offer.map_or(Value::Null, |(id, name)| json!({ "id": id, "name": name })));
    });
    let search = Search::new(brief.id.clone(), chosen, put);
    let (described, wrong) = (described_by(slot, &slot.pointer), invalid(slot, &slot.pointer));
    let described = Signal::derive(move || described.lock().ok().and_then(|mut read| read()));
    let wrong = Signal::derive(move || wrong.lock().ok().and_then(|mut read| read()));
    let input = view! { <Combobox search id=slot.id() required=slot.required described_by=described invalid=wrong /> };
    single(slot, input.into_any())
}
