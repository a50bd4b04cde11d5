//! The stylesheet that only chapters need. The page names it, after the first one and before the theme, and does not
//! load it: it is disabled until something needs it.

use std::cell::Cell;

use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen_futures::JsFuture;

use crate::client::ClientError;

/// The element's id in `index.html`.
const ID: &str = "more-styles";

thread_local! {
    static LOADED: Cell<bool> = const { Cell::new(false) };
}

/// Sees to it that all styles are there.
///
/// # Errors
/// Where they cannot be had.
pub(crate) async fn load_all() -> Result<(), ClientError> {
    let Some(link) = document().get_element_by_id(ID).filter(|_| !LOADED.get()) else {
        return Ok(());
    };
    let answered = Promise::new(&mut |loaded, failed| {
        // A function can listen to any element.
        let _ = link.add_event_listener_with_callback("load", &loaded);
        let _ = link.add_event_listener_with_callback("error", &failed);
        let _ = link.remove_attribute("disabled");
    });
    if JsFuture::from(answered).await.is_err() {
        // Disabled again, so that the next try loads it anew.
        let _ = link.set_attribute("disabled", "");
        return Err(ClientError::Unreachable);
    }
    LOADED.set(true);
    Ok(())
}
