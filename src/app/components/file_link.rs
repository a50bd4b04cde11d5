//! Links to files that only somebody who has shortly before proved who it is may have. A browser that fetches a file shows
//! no dialog, so that it is asked first and the file is fetched then.

use leptos::ev::MouseEvent;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::problem::error_message;
use super::toasts::use_toasts;
use crate::session::use_signed_in;

/// What a click on such a link does.
pub(crate) fn fetch_file() -> Box<dyn FnMut(MouseEvent)> {
    let signed_in = use_signed_in();
    let toasts = use_toasts();
    Box::new(move |event: MouseEvent| {
        let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = clicked.and_then(|clicked| clicked.closest("a[href]").ok().flatten());
        let (Some(link), Some(client)) = (link, signed_in.try_client()) else {
            return;
        };
        event.prevent_default();
        spawn_local(async move {
            if let Err(error) = client.check_proof().await {
                toasts.warn(error_message(&error));
                return;
            }
            // The same link, which nobody listens to.
            let copy = link
                .clone_node()
                .ok()
                .and_then(|copy| copy.dyn_into::<HtmlElement>().ok());
            if let Some(copy) = copy {
                copy.click();
            }
        });
    })
}
