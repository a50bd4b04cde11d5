//! The key under which a backend does something once, however often it is asked. When an answer has been lost, the same
//! request goes out again under the same key, and the first answer comes back instead of a refusal.

use leptos::prelude::*;

/// Keeps a request together with its key.
pub(crate) struct OnceKey<R: Send + Sync + 'static>(StoredValue<Option<(R, String)>>);

impl<R: Send + Sync + 'static> Clone for OnceKey<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Send + Sync + 'static> Copy for OnceKey<R> {}

impl<R: Clone + PartialEq + Send + Sync + 'static> OnceKey<R> {
    /// Nothing asked yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The key of this request: the one it had before, if it is the same as before.
    pub(crate) fn of(self, request: &R) -> String {
        let before = self.0.get_value();
        if let Some((_, key)) = before.filter(|(before, _)| before == request) {
            return key;
        }
        let key = random_key();
        self.0.set_value(Some((request.clone(), key.clone())));
        key
    }
}

/// A key for one request: thirty-two random digits. `randomUUID` would be shorter, but is not to be had on a plain http address.
pub(crate) fn random_key() -> String {
    let mut bytes = [0_u8; 16];
    let filled = window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    match filled {
        Ok(_) => format!("{:032x}", u128::from_ne_bytes(bytes)),
        Err(_) => format!("{:x}", js_sys::Math::random().to_bits()),
    }
}
