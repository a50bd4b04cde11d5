//! A resource before it is read: the text of its descriptor, and what is known of it besides.

use std::borrow::Cow;
use std::sync::Arc;

use super::behaviour::{Behaviour, Plain};

/// A descriptor in JSON and what goes with it.
pub(crate) struct Definition {
    pub(super) descriptor: Cow<'static, str>,
    /// The fields of the one record, for a resource of one.
    pub(super) first: Option<Cow<'static, str>>,
    /// The records that are always there.
    pub(super) held: Option<&'static str>,
    pub(super) behaviour: Arc<dyn Behaviour>,
}

impl Definition {
    /// A resource that is nothing but its descriptor.
    pub(crate) fn new(descriptor: impl Into<Cow<'static, str>>) -> Self {
        Self {
            descriptor: descriptor.into(),
            first: None,
            held: None,
            behaviour: Arc::new(Plain),
        }
    }

    /// With a behaviour of its own.
    pub(crate) fn behaves(mut self, behaviour: impl Behaviour + 'static) -> Self {
        self.behaviour = Arc::new(behaviour);
        self
    }

    /// With records that are always there, in JSON: a list of their ids and the fields that each has at first.
    pub(crate) fn holds(mut self, records: &'static str) -> Self {
        self.held = Some(records);
        self
    }

    /// With the fields that its one record has at first, in JSON.
    pub(crate) fn begins_with(mut self, fields: impl Into<Cow<'static, str>>) -> Self {
        self.first = Some(fields.into());
        self
    }
}
