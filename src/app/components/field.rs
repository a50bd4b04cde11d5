//! A labelled field: label, hint, error and input belong together for the eye and for a screen reader.

use leptos::ev;
use leptos::prelude::*;

use super::form::Form;
use crate::reactive::{Live, handler, live};

/// A text of the language files.
type Words = fn() -> String;

/// A field of one line.
#[component]
pub(crate) fn TextField(
    /// The form it belongs to.
    form: Form,
    /// The member of the request that it fills.
    pointer: &'static str,
    /// What it is called.
    label: fn() -> String,
    /// What is in it.
    value: RwSignal<String>,
    /// A sentence on what goes in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// The type of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in; a token of the HTML standard.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// A word beside the label that says it may stay empty.
    #[prop(optional)]
    optional: Option<fn() -> String>,
    /// Shown, but not to be changed.
    #[prop(optional)]
    readonly: bool,
) -> impl IntoView {
    view! {
        <Labelled form pointer label hint optional>
            <input
                class="input"
                id=form.id_of(pointer)
                type=kind
                autocomplete=autocomplete
                readonly=readonly
                aria-describedby=described_by(form, pointer, hint.is_some())
                aria-invalid=invalid(form, pointer)
                prop:value=value
                on:input=handler(move |event| value.set(event_target_value(&event)))
            />
        </Labelled>
    }
}

/// A password, which can be looked at.
#[component]
pub(crate) fn PasswordField(
    /// The form it belongs to.
    form: Form,
    /// The member of the request that it fills.
    pointer: &'static str,
    /// What it is called.
    label: fn() -> String,
    /// What is in it.
    value: RwSignal<String>,
    /// A sentence on what goes in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    /// What the button says that shows it, and the one that hides it.
    show: (Words, Words),
) -> impl IntoView {
    let shown = RwSignal::new(false);
    view! {
        <Labelled form pointer label hint optional=None>
            <div class="input-group">
                <input
                    class="input"
                    id=form.id_of(pointer)
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=described_by(form, pointer, hint.is_some())
                    aria-invalid=invalid(form, pointer)
                    prop:value=value
                    on:input=handler(move |event| value.set(event_target_value(&event)))
                />
                <button
                    class="button small"
                    type="button"
                    aria-controls=form.id_of(pointer)
                    on:click=handler(move |_| shown.update(|shown| *shown = !*shown))
                >
                    {move || if shown.get() { (show.1)() } else { (show.0)() }}
                    <span class="visually-hidden">" " {label}</span>
                </button>
            </div>
        </Labelled>
    }
}

/// A field of several lines.
#[component]
pub(crate) fn TextArea(
    /// The form it belongs to.
    form: Form,
    /// The member of the request that it fills.
    pointer: &'static str,
    /// What it is called.
    label: fn() -> String,
    /// What is in it.
    value: RwSignal<String>,
    /// A sentence on what goes in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// A word beside the label that says it may stay empty.
    #[prop(optional)]
    optional: Option<fn() -> String>,
) -> impl IntoView {
    view! {
        <Labelled form pointer label hint optional>
            <textarea
                class="input"
                id=form.id_of(pointer)
                rows="3"
                aria-describedby=described_by(form, pointer, hint.is_some())
                aria-invalid=invalid(form, pointer)
                prop:value=value
                on:input=handler(move |event: ev::Event| value.set(event_target_value(&event)))
            ></textarea>
        </Labelled>
    }
}

/// The ids of the hint and the error of a field, for its input's `aria-describedby`. Reactive.
pub(crate) fn described_by(form: Form, pointer: impl Into<String>, hinted: bool) -> Live<Option<String>> {
    let pointer = pointer.into();
    live(move || {
        let id = form.id_of(&pointer);
        let hint = hinted.then(|| format!("{id}-hint"));
        let error = form.error_at(&pointer).map(|_| format!("{id}-error"));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    })
}

/// Whether the field is wrong, for its input's `aria-invalid`. Reactive.
pub(crate) fn invalid(form: Form, pointer: impl Into<String>) -> Live<Option<&'static str>> {
    let pointer = pointer.into();
    live(move || form.error_at(&pointer).map(|_| "true"))
}

/// Label, hint and error around an input that carries [`Form::id_of`], [`described_by`] and [`invalid`].
#[component]
pub(crate) fn Labelled(
    /// The form it belongs to.
    form: Form,
    /// The member of the request that it fills.
    pointer: &'static str,
    /// What it is called.
    label: fn() -> String,
    /// A sentence on what goes in.
    hint: Option<Signal<String>>,
    /// A word beside the label that says it may stay empty.
    optional: Option<fn() -> String>,
    /// The input.
    children: Children,
) -> impl IntoView {
    let id = form.id_of(pointer);
    let error_id = format!("{id}-error");
    let error = live(move || {
        let id = error_id.clone();
        form.error_at(pointer)
            .map(|message| view! { <p class="error" id=id>{message}</p> })
    });
    view! {
        <div class="field">
            <label class="label" for=id.clone()>
                {label} {optional.map(|words| view! { " " <span class="optional">{words}</span> })}
            </label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            {error}
            {children()}
        </div>
    }
}
