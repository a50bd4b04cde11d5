//! What every form does the same way: one sending at a time, errors at their fields and summed up above, nothing lost.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use latchkey_contract::problem::{FieldCode, FieldError, ProblemCode};
use latchkey_contract::screen::BILLING;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::problem::{error_message, field_message};
use crate::client::ClientError;
use crate::i18n::words;
use crate::navigation::focus;
use crate::reactive::{effect, handler, live};
use crate::time::after;

/// The state of one form. What is in its fields is the page's own.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    busy: RwSignal<bool>,
    wrong: RwSignal<Option<Wrong>>,
    /// Seconds until it may be sent again.
    wait: RwSignal<u32>,
    fields: Fields,
}

/// What a form knows of its fields.
#[derive(Clone, Copy)]
enum Fields {
    /// The fields that the form shows, by pointer. An error at another member is said above.
    Known {
        /// What their ids begin with, where two such forms are on one page.
        prefix: &'static str,
        pointers: &'static [&'static str],
    },
    /// Fields that come with the data: they are looked for on the page, and have words of their own.
    Found {
        /// What their ids begin with, where two such forms are on one page.
        prefix: &'static str,
        say: StoredValue<Say>,
    },
}

/// Puts an error in words.
type Say = Arc<dyn Fn(&FieldError) -> String + Send + Sync>;

/// A request on its way, whatever its kind; it ends in what its answer calls for.
type Sending = Pin<Box<dyn Future<Output = Result<Box<dyn FnOnce()>, ClientError>>>>;

/// What keeps the form from being sent or was answered to it.
#[derive(Clone, Debug, PartialEq)]
enum Wrong {
    Fields(Vec<FieldError>),
    Answer(ClientError),
}

/// An error that the form finds by itself, before it asks the backend.
pub(crate) fn field_error(pointer: &str, code: FieldCode) -> FieldError {
    FieldError {
        pointer: pointer.to_owned(),
        code,
        detail: String::new(),
    }
}

/// What the ids of a form's inputs begin with, where nothing else is said.
const PREFIX: &str = "field";

/// The id of the input that a pointer belongs to, in a form whose ids begin as most do.
pub(crate) fn input_id(pointer: &str) -> String {
    prefixed(PREFIX, pointer)
}

fn prefixed(prefix: &str, pointer: &str) -> String {
    format!("{prefix}{}", pointer.replace('/', "-"))
}

impl Form {
    /// A form with these fields.
    pub(crate) fn new(pointers: &'static [&'static str]) -> Self {
        Self::beside(PREFIX, pointers)
    }

    /// A form with these fields, beside another one on the same page: the ids of its inputs begin with `prefix`.
    pub(crate) fn beside(prefix: &'static str, pointers: &'static [&'static str]) -> Self {
        Self::with(Fields::Known { prefix, pointers })
    }

    /// A form whose fields come with the data. Their ids begin with `prefix`, and `say` has the words for their errors.
    pub(crate) fn described(prefix: &'static str, say: impl Fn(&FieldError) -> String + Send + Sync + 'static) -> Self {
        Self::with(Fields::Found {
            prefix,
            say: StoredValue::new(Arc::new(say)),
        })
    }

    fn with(fields: Fields) -> Self {
        let form = Self {
            busy: RwSignal::new(false),
            wrong: RwSignal::new(None),
            wait: RwSignal::new(0),
            fields,
        };
        effect(move || {
            let left = form.wait.get();
            if left > 0 {
                after(Duration::from_secs(1), move || {
                    form.wait.set(left - 1);
                    if left == 1 {
                        // It told to wait; that is over.
                        form.wrong.set(None);
                    }
                });
            }
        });
        form
    }

    /// Whether it is being sent. Reactive.
    pub(crate) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Seconds until it may be sent again; after too many attempts. Reactive.
    pub(crate) fn wait(self) -> Signal<u32> {
        self.wait.into()
    }

    /// Sends what `send` sends, once at a time, unless `found` has errors; `then` takes the answer.
    pub(crate) fn submit<T, F>(self, found: Vec<FieldError>, send: F, then: impl FnOnce(T) + 'static)
    where
        T: 'static,
        F: Future<Output = Result<T, ClientError>> + 'static,
    {
        self.submit_boxed(
            found,
            Box::pin(async move {
                let answer = send.await?;
                Ok(Box::new(move || then(answer)) as Box<dyn FnOnce()>)
            }),
        );
    }

    /// The same for every form: `send` gives what is to be done with its answer.
    fn submit_boxed(self, found: Vec<FieldError>, send: Sending) {
        if self.busy.get_untracked() || self.wait.get_untracked() > 0 {
            return;
        }
        if !found.is_empty() {
            self.wrong.set(Some(Wrong::Fields(found)));
            return;
        }
        self.wrong.set(None);
        self.busy.set(true);
        spawn_local(async move {
            let answer = send.await;
            // The page may be gone; then there is nobody to tell, but what was asked for has been done.
            self.busy.try_set(false);
            match answer {
                Ok(then) => then(),
                Err(error) => self.refuse(error),
            }
        });
    }

    /// Shows why it was refused.
    pub(crate) fn refuse(self, error: ClientError) {
        if error.code() == Some(ProblemCode::SignedOut) {
            // The whole window says so, and asks to sign in again; afterwards nothing is wrong with the form.
            return;
        }
        if error.code() == Some(ProblemCode::TooManyAttempts) {
            self.wait.try_set(error.retry_after().unwrap_or_default());
        }
        let wrong = match error.field_errors() {
            // The one refusal that is about a field without being called an error of it.
            [] if error.code() == Some(ProblemCode::EmailTaken) => {
                Wrong::Fields(vec![field_error("/email", FieldCode::Taken)])
            }
            [] => Wrong::Answer(error),
            errors => Wrong::Fields(errors.to_vec()),
        };
        self.wrong.try_set(Some(wrong));
    }

    /// Takes what was wrong away.
    pub(crate) fn clear(self) {
        self.wrong.set(None);
    }

    /// What is wrong with the field at `pointer`, or below it. Reactive.
    pub(crate) fn error_at(self, pointer: &str) -> Option<String> {
        self.wrong.with(|wrong| match wrong {
            Some(Wrong::Fields(errors)) => {
                let error = errors.iter().find(|error| is_at(error, pointer));
                error.map(|error| self.message(error))
            }
            _ => None,
        })
    }

    /// What is wrong with the field at `pointer` itself, whatever is wrong below it. Reactive.
    pub(crate) fn error_exactly_at(self, pointer: &str) -> Option<String> {
        self.wrong.with(|wrong| match wrong {
            Some(Wrong::Fields(errors)) => {
                let error = errors.iter().find(|error| error.pointer == pointer);
                error.map(|error| self.message(error))
            }
            _ => None,
        })
    }

    /// The id of the input that a pointer belongs to.
    pub(crate) fn id_of(self, pointer: &str) -> String {
        let (Fields::Known { prefix, .. } | Fields::Found { prefix, .. }) = self.fields;
        prefixed(prefix, pointer)
    }

    fn message(self, error: &FieldError) -> String {
        match self.fields {
            Fields::Known { .. } => field_message(error),
            Fields::Found { say, .. } => say
                .try_with_value(|say| say(error))
                .unwrap_or_else(|| field_message(error)),
        }
    }

    /// The id of the input that an error is about, where the form shows one.
    fn shows(self, error: &FieldError) -> Option<String> {
        match self.fields {
            Fields::Known { pointers, .. } => {
                let pointer = pointers.iter().find(|pointer| is_at(error, pointer));
                pointer.map(|pointer| self.id_of(pointer))
            }
            Fields::Found { .. } => {
                let mut pointer = error.pointer.as_str();
                loop {
                    let id = self.id_of(pointer);
                    if document().get_element_by_id(&id).is_some() {
                        return Some(id);
                    }
                    (pointer, _) = pointer.rsplit_once('/').filter(|(above, _)| !above.is_empty())?;
                }
            }
        }
    }
}

fn is_at(error: &FieldError, pointer: &str) -> bool {
    let rest = error.pointer.strip_prefix(pointer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What is wrong, above the form; it takes the focus when it appears.
#[component]
pub(crate) fn ErrorSummary(
    /// Whose.
    form: Form,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    effect(move || {
        form.wrong.track();
        if let Some(node) = node.get() {
            focus(&node);
        }
    });
    let line = move |error: FieldError| match form.shows(&error) {
        // The link is the page's own: it leads to a field, not to another page.
        Some(target) => {
            let href = format!("#{target}");
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                let field = document().get_element_by_id(&target);
                if let Some(field) = field.and_then(|field| wasm_bindgen::JsCast::dyn_into(field).ok()) {
                    focus(&field);
                }
            };
            view! { <li><a href=href on:click=handler(go)>{form.message(&error)}</a></li> }.into_any()
        }
        None => view! { <li>{form.message(&error)}</li> }.into_any(),
    };
    live(move || {
        form.wrong.get().map(|wrong| match wrong {
            Wrong::Fields(errors) => view! {
                <div class="error-summary" role="alert" tabindex="-1" node_ref=node>
                    <h2>{words::errors_title(errors.len() as u64)}</h2>
                    <ul>{errors.into_iter().map(line).collect_view()}</ul>
                </div>
            }
            .into_any(),
            Wrong::Answer(error) => view! {
                <div class="error-summary" role="alert" tabindex="-1" node_ref=node>
                    <h2>{error_message(&error)}</h2>
                    {way_out(&error)}
                </div>
            }
            .into_any(),
        })
    })
}

/// Where a refusal sends whoever has to do something elsewhere first.
fn way_out(error: &ClientError) -> Option<impl IntoView + use<>> {
    let full = error.code() == Some(ProblemCode::StaffLimit);
    full.then(|| view! { <p><a href=BILLING.path>{words::billing_title}</a></p> })
}

#[cfg(test)]
mod tests {
    use latchkey_contract::problem::FieldCode;

    use super::{field_error, input_id, is_at};

    #[test]
    fn an_error_below_a_field_belongs_to_it() {
        let error = field_error("/permissions/3", FieldCode::UnknownValue);
        assert!(is_at(&error, "/permissions"));
        assert!(!is_at(&error, "/permission"));
        assert!(is_at(&field_error("/email", FieldCode::Required), "/email"));
    }

    #[test]
    fn an_id_is_made_of_its_pointer() {
        assert_eq!(input_id("/storeName"), "field-storeName");
    }
}
