//! One operation: what the description says of an endpoint beyond what the table of endpoints needs to know.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::problem::ProblemCode;

/// Makes a schema, or a reference to one.
pub(super) type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

macro_rules! tags {
    ($($tag:ident, $name:literal, $about:literal;)+) => {
        /// What an operation is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Tag {
            $(#[doc = $about] $tag,)+
        }

        impl Tag {
            pub(super) const ALL: [Self; [$($name),+].len()] = [$(Self::$tag),+];

            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Self::$tag => $name,)+
                }
            }

            pub(super) fn about(self) -> &'static str {
                match self {
                    $(Self::$tag => $about,)+
                }
            }
        }
    };
}

tags! {
    Store, "store", "Setting up an empty store, and handing one over.";
    Session, "session", "Signing in and out, and one's own sessions.";
    Permissions, "permissions", "What can be granted, and roles.";
    Staff, "staff", "Staff accounts: inviting, granting, suspending and revoking.";
    Invitations, "invitations", "Joining by an invitation.";
    Profile, "profile", "One's own account.";
    Resources, "resources", "What lies behind the menus.";
    Reports, "reports", "Figures, and what waits to be done.";
    Activity, "activity", "What happened, and whether it is still what was written.";
    Events, "events", "What changes, told as it happens.";
    Letters, "letters", "Letters to people that have not arrived.";
    Billing, "billing", "The plan, how many people it has room for, and the invoices.";
}

/// A request's body.
#[derive(Clone, Copy)]
pub(super) struct Body {
    pub(super) schema: SchemaOf,
    /// Whether it is a merge patch.
    pub(super) patch: bool,
    /// Whether it cannot be left out.
    pub(super) needed: bool,
}

/// A header of a successful answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    /// The state of the record.
    ETag,
    /// The session's cookie is set; not for a client that uses a bearer token.
    SetsCookie,
    /// The session's cookie is taken away.
    ClearsCookie,
}

/// What sets a call apart from most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    /// It takes the parameters of the list of staff.
    ListsStaff,
    /// It takes the parameters of a list of records.
    ListsRecords,
    /// It takes the parameters of the list of resources.
    ListsResources,
    /// It takes the language that texts are wanted in.
    NarrowsTexts,
    /// It takes the parameters of the list of what happened.
    ListsActivity,
    /// It takes a head that was noted earlier.
    TakesHead,
    /// It takes what becomes of those who hold a role.
    MovesHolders,
    /// It takes why it is done.
    TakesReason,
    /// It takes the first and the last day of a span.
    SpansDays,
    /// It answers CSV.
    Csv,
    /// It answers server-sent events.
    Streams,
    /// It takes an `Idempotency-Key`.
    Idempotent,
    /// It takes `If-None-Match` and answers 304.
    Revalidates,
    /// Its answer is about nobody; any other must not be kept by anybody on the way.
    Impersonal,
}

/// What is said of one endpoint.
pub(super) struct Operation {
    pub(super) name: &'static str,
    pub(super) tag: Tag,
    pub(super) summary: &'static str,
    pub(super) about: Option<&'static str>,
    pub(super) body: Option<Body>,
    pub(super) status: u16,
    pub(super) answer: Option<SchemaOf>,
    pub(super) headers: &'static [Header],
    pub(super) traits: Vec<Trait>,
    /// Refusals beyond those that follow from guard, method, body and parameters.
    pub(super) refusals: &'static [ProblemCode],
}

impl Operation {
    /// An operation that answers 204.
    pub(super) fn new(name: &'static str, tag: Tag, summary: &'static str) -> Self {
        Self {
            name,
            tag,
            summary,
            about: None,
            body: None,
            status: 204,
            answer: None,
            headers: &[],
            traits: Vec::new(),
            refusals: &[],
        }
    }

    /// Whether it is like this.
    pub(super) fn is(&self, what: Trait) -> bool {
        self.traits.contains(&what)
    }

    /// Says more.
    pub(super) fn about(mut self, about: &'static str) -> Self {
        self.about = Some(about);
        self
    }

    /// It takes a body.
    pub(super) fn takes<T: JsonSchema>(mut self) -> Self {
        self.body = Some(Body {
            schema: SchemaGenerator::subschema_for::<T>,
            patch: false,
            needed: true,
        });
        self
    }

    /// It takes a body, which can be left out.
    pub(super) fn may_take<T: JsonSchema>(mut self) -> Self {
        self = self.takes::<T>();
        self.body = self.body.map(|body| Body { needed: false, ..body });
        self
    }

    /// It takes a merge patch.
    pub(super) fn patches<T: JsonSchema>(mut self) -> Self {
        self = self.takes::<T>();
        self.body = self.body.map(|body| Body { patch: true, ..body });
        self
    }

    /// It answers this.
    pub(super) fn answers<T: JsonSchema>(self, status: u16) -> Self {
        self.answers_with(status, SchemaGenerator::subschema_for::<T>)
    }

    /// It answers that it will be seen to: 202.
    pub(super) fn accepts(mut self) -> Self {
        self.status = 202;
        self
    }

    /// It answers what has this schema.
    pub(super) fn answers_with(mut self, status: u16, schema: SchemaOf) -> Self {
        self.status = status;
        self.answer = Some(schema);
        self
    }

    /// The answer is about nobody.
    pub(super) fn impersonal(mut self) -> Self {
        self.traits.push(Trait::Impersonal);
        self
    }

    /// It takes the parameters of the list of staff.
    pub(super) fn lists_staff(mut self) -> Self {
        self.traits.push(Trait::ListsStaff);
        self
    }

    /// It takes the parameters of a list of records.
    pub(super) fn lists_records(mut self) -> Self {
        self.traits.push(Trait::ListsRecords);
        self
    }

    /// It takes the parameters of the list of resources.
    pub(super) fn lists_resources(mut self) -> Self {
        self.traits.push(Trait::ListsResources);
        self
    }

    /// It takes the language that texts are wanted in.
    pub(super) fn narrows_texts(mut self) -> Self {
        self.traits.push(Trait::NarrowsTexts);
        self
    }

    /// It takes the parameters of the list of what happened.
    pub(super) fn lists_activity(mut self) -> Self {
        self.traits.push(Trait::ListsActivity);
        self
    }

    /// It takes a head that was noted earlier.
    pub(super) fn takes_head(mut self) -> Self {
        self.traits.push(Trait::TakesHead);
        self
    }

    /// It takes what becomes of those who hold a role.
    pub(super) fn moves_holders(mut self) -> Self {
        self.traits.push(Trait::MovesHolders);
        self
    }

    /// It takes why it is done.
    pub(super) fn takes_reason(mut self) -> Self {
        self.traits.push(Trait::TakesReason);
        self
    }

    /// It takes the first and the last day of a span.
    pub(super) fn spans_days(mut self) -> Self {
        self.traits.push(Trait::SpansDays);
        self
    }

    /// It answers CSV.
    pub(super) fn csv(mut self) -> Self {
        self.traits.push(Trait::Csv);
        self.answers_with(200, |_| schemars::json_schema!({ "type": "string" }))
    }

    /// It answers server-sent events.
    pub(super) fn streams(mut self) -> Self {
        self.traits.push(Trait::Streams);
        self.answers_with(200, |_| schemars::json_schema!({ "type": "string" }))
    }

    /// It takes an `Idempotency-Key`.
    pub(super) fn idempotent(mut self) -> Self {
        self.traits.push(Trait::Idempotent);
        self
    }

    /// It takes `If-None-Match`: clients ask it again and again. Its answer has an `ETag`.
    pub(super) fn revalidates(mut self) -> Self {
        self.traits.push(Trait::Revalidates);
        self.with(&[Header::ETag])
    }

    /// Its answer has these headers.
    pub(super) fn with(mut self, headers: &'static [Header]) -> Self {
        self.headers = headers;
        self
    }

    /// It can refuse with these too.
    pub(super) fn refuses(mut self, refusals: &'static [ProblemCode]) -> Self {
        self.refusals = refusals;
        self
    }
}
