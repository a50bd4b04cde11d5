//! Schemas of the permission module's types, which knows nothing of schemas: it depends on serde alone.
//!
//! Each stands in for the type it is named after, in `#[schemars(with = "…")]`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

macro_rules! foreign {
    ($(#[doc = $doc:literal] $name:ident, $inline:literal, $schema:tt;)+) => {
        $(
            #[doc = $doc]
            pub(crate) struct $name;

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn inline_schema() -> bool {
                    $inline
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    let mut schema = json_schema!($schema);
                    if !$inline {
                        schema.insert("description".into(), $doc.trim().into());
                    }
                    schema
                }
            }
        )+
    };
}

foreign! {
    /// A moment, RFC 3339 in UTC.
    Time, true, { "type": "string", "format": "date-time" };
    /// A right that can be granted, `noun.verb`.
    PermissionId, false, { "type": "string", "pattern": "^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$" };
    /// One of the groups of the permission catalogue.
    SectionId, false, { "type": "string", "pattern": "^[a-z][a-z0-9-]*$" };
    /// What is needed: to be the owner, to be signed in, or to hold all or any of some permissions.
    Rule, false, {
        "oneOf": [
            { "enum": ["owner", "signedIn"] },
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": false,
                "properties": {
                    "all": { "type": "array", "minItems": 1, "items": { "type": "string" } },
                    "any": { "type": "array", "minItems": 1, "items": { "type": "string" } }
                }
            }
        ]
    };
    /// A text for people by language (BCP 47), at least in English.
    Text, false, {
        "type": "object",
        "required": ["en"],
        "additionalProperties": { "type": "string" }
    };
}
