//! Typed ids of records. They are opaque: nothing may be read out of one.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it travels.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A person's account.
    AccountId
}
id! {
    /// A role.
    RoleId
}
id! {
    /// A signed-in session.
    SessionId
}
id! {
    /// A store.
    StoreId
}
id! {
    /// A kind of record behind a menu.
    ResourceId
}
id! {
    /// A record behind a menu.
    RecordId
}
id! {
    /// The name of a field of a record.
    FieldName
}
id! {
    /// A plan of the subscription.
    PlanId
}
id! {
    /// A letter.
    LetterId
}
id! {
    /// An invoice.
    InvoiceId
}
id! {
    /// The state of a record; another one whenever the record has changed. It is the `ETag` without its quotes.
    Version
}

impl Version {
    /// The version as an `ETag` or `If-Match` header.
    pub fn etag(&self) -> String {
        format!("\"{}\"", self.0)
    }
}
