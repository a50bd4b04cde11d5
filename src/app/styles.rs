//! The stylesheet that only chapters need. The page has its element, after the first one and before the theme, without
//! its address: the element gets that when something needs it.

use std::cell::RefCell;

use js_sys::{Object, Promise};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::client::ClientError;

/// The element's id in `index.html`.
const ID: &str = "more-styles";
/// Where the element keeps the address meanwhile; the build puts it there.
const ADDRESS: &str = "data-href";

thread_local! {
    /// The one loading that everybody waits for. It goes on where a page that wanted it is left meanwhile: the browser
    /// tells of its end only once.
    static LOADING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Sees to it that all styles are there.
///
/// # Errors
/// Where they cannot be had.
pub(crate) async fn load_all() -> Result<(), ClientError> {
    let Some(link) = document().get_element_by_id(ID) else {
        return Ok(());
    };
    let loading = LOADING.with_borrow_mut(|loading| loading.get_or_insert_with(|| begin(&link)).clone());
    let told = JsFuture::from(loading.clone()).await;
    if told.is_ok_and(|event| event.unchecked_into::<web_sys::Event>().type_() == "load") {
        return Ok(());
    }
    LOADING.with_borrow_mut(|now| {
        // Whoever waited for the same hears of it too, and may have begun anew.
        if now.as_ref().is_some_and(|now| Object::is(now, &loading)) {
            *now = None;
            // Taken away again, so that the next try loads it anew.
            let _ = link.remove_attribute("href");
        }
    });
    Err(ClientError::Unreachable)
}

/// Applies the stylesheet. The event that ends it is `load` or `error`.
fn begin(link: &web_sys::Element) -> Promise {
    Promise::new(&mut |end, _| {
        // A function can listen to any element.
        let _ = link.add_event_listener_with_callback("load", &end);
        let _ = link.add_event_listener_with_callback("error", &end);
        let _ = link.set_attribute("href", &link.get_attribute(ADDRESS).unwrap_or_default());
    })
}
