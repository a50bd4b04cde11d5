//! Leaving a page with something unsaved on it: asked first, whether by a link of the app or by closing the window.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::dialog::Dialog;
use crate::i18n::words;
use crate::navigation::{link_at, use_goer};
use crate::reactive::{handler, live};
use crate::session::use_sessions;

/// Asks before the page is left while `unsaved` says so.
#[component]
pub(crate) fn LeaveGuard(
    /// Whether something would be lost.
    #[prop(into)]
    unsaved: Signal<bool>,
    /// What is at stake, where it is not an account.
    #[prop(default = words::staff_form_unsaved_text)]
    text: fn() -> String,
    /// Called when somebody leaves it behind.
    #[prop(optional)]
    on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let sessions = use_sessions();
    sessions.guard_unsaved(move || unsaved.get());
    let goer = use_goer();
    let wanted = RwSignal::new(None::<String>);

    // The browser's own question, where the window is closed or another address typed.
    let closing = window_event_listener(ev::beforeunload, move |event| {
        if unsaved.get_untracked() {
            event.prevent_default();
        }
    });
    on_cleanup(move || closing.remove());

    // Links are caught on their way down, before the router sees them.
    let catch = Closure::<dyn Fn(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
        let plain = event.button() == 0 && !event.meta_key() && !event.ctrl_key() && !event.shift_key();
        if !plain || !unsaved.get_untracked() {
            return;
        }
        if let Some(href) = link_of(&event) {
            event.prevent_default();
            event.stop_propagation();
            wanted.set(Some(href));
        }
    });
    let caught: js_sys::Function = catch.as_ref().unchecked_ref::<js_sys::Function>().clone();
    let _ = document().add_event_listener_with_callback_and_bool("click", &caught, true);
    let catch = StoredValue::new_local((catch, caught));
    on_cleanup(move || {
        catch.try_with_value(|(_, caught)| {
            let _ = document().remove_event_listener_with_callback_and_bool("click", caught, true);
        });
    });

    let goer = StoredValue::new(goer);
    let stay = Callback::new(move |()| wanted.set(None));
    let leave = move |_| {
        if let Some(href) = wanted.get_untracked() {
            wanted.set(None);
            if let Some(on_leave) = on_leave {
                on_leave.run(());
            }
            goer.with_value(|goer| goer.to(&href));
        }
    };
    let stay_button = NodeRef::<html::Button>::new();
    live(move || {
        wanted.with(Option::is_some).then(|| {
            view! {
                <Dialog title=Signal::derive(words::staff_form_unsaved_title) on_close=stay>
                    <p>{text}</p>
                    <div class="buttons end">
                        <button class="button danger" type="button" on:click=handler(leave)>{words::staff_form_unsaved_leave}</button>
                        <button class="button primary" type="button" node_ref=stay_button on:click=handler(move |_| stay.run(()))>
                            {words::staff_form_unsaved_stay}
                        </button>
                    </div>
                </Dialog>
            }
        })
    })
}

/// The path that a click on a link of the app leads to; none for anything else, and for places on the page itself.
fn link_of(event: &web_sys::MouseEvent) -> Option<String> {
    let link = link_at(event)?;
    let here = window().location();
    let inside = link.origin() == here.origin().ok()? && link.target().is_empty() && !link.has_attribute("download");
    let elsewhere = link.pathname() != here.pathname().ok()?;
    (inside && elsewhere).then(|| format!("{}{}", link.pathname(), link.search()))
}
