//! The words of messages, in the language of whoever gets them. They are their own files, not the app's: the app
//! compiles its words when it is built, the backend reads these while it runs.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use latchkey_permissions::Time;

const ENGLISH: &str = include_str!("locales/en.ftl");
const SWEDISH: &str = include_str!("locales/sv.ftl");
const INDONESIAN: &str = include_str!("locales/id.ftl");

/// Every language, English first: it stands in for what is not here.
const LANGUAGES: &[(&str, &str)] = &[("en", ENGLISH), ("sv", SWEDISH), ("id", INDONESIAN)];

/// The words of one language.
pub(super) struct Words {
    /// Its BCP 47 tag.
    pub(super) language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language, or of the nearest that is here: `sv-FI` finds `sv`.
    pub(super) fn of(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let &(language, source) = LANGUAGES
            .iter()
            .find(|(tag, _)| tag.eq_ignore_ascii_case(primary))
            .unwrap_or(&LANGUAGES[0]);
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap_or_default()]);
        // What is inserted stands between words of the same direction, and its invisible marks would be copied along.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// A message with its values.
    pub(super) fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            tracing::error!(id, language = self.language, "a message has no words");
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = values.iter().map(|&(name, value)| (name, value)).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        for error in errors {
            tracing::error!(id, language = self.language, %error, "a message lacks a value");
        }
        text.into_owned()
    }

    /// An amount of money, given with a point: `12.50`.
    pub(super) fn money(&self, amount: &str, currency: &str) -> String {
        let amount = amount.replace('.', &self.say("money-decimal", &[]));
        self.say("money", &[("amount", &amount), ("currency", currency)])
    }

    /// A moment as people write it, in UTC, to the minute.
    pub(super) fn moment(&self, moment: Time) -> String {
        // RFC 3339: the parts stand at fixed places.
        let text = moment.to_string();
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let month = self.say(&format!("month-{}", part(5, 7)), &[]);
        self.say(
            "moment",
            &[
                ("day", part(8, 10).trim_start_matches('0')),
                ("month", &month),
                ("year", part(0, 4)),
                ("time", part(11, 16)),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

    use super::*;

    /// Each message with the values it takes.
    type Shape = BTreeMap<String, BTreeSet<String>>;

    fn shape(source: &str) -> Shape {
        let resource = fluent_syntax::parser::parse(source).expect("it is Fluent");
        let mut shape = Shape::new();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    assert!(message.attributes.is_empty(), "attributes are not used here");
                    let mut values = BTreeSet::new();
                    collect(message.value.as_ref().expect("it has words"), &mut values);
                    assert!(
                        shape.insert(message.id.name.to_owned(), values).is_none(),
                        "{} twice",
                        message.id.name
                    );
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                Entry::Term(_) | Entry::Junk { .. } => panic!("neither terms nor junk are used here"),
            }
        }
        shape
    }

    fn collect(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => {
                    values.insert(id.name.to_owned());
                }
                PatternElement::Placeable { .. } => panic!("only plain values are used here"),
            }
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_values() {
        let english = shape(ENGLISH);
        assert!(english.len() > 20);
        for (language, source) in LANGUAGES {
            assert_eq!(shape(source), english, "{language}");
        }
    }

    #[test]
    fn the_nearest_language_is_found_and_english_stands_in() {
        for (asked, found) in [
            ("sv", "sv"),
            ("sv-FI", "sv"),
            ("ID", "id"),
            ("en-GB", "en"),
            ("de", "en"),
            ("", "en"),
        ] {
            assert_eq!(Words::of(asked).language, found, "{asked}");
        }
    }

    #[test]
    fn an_amount_is_written_as_people_write_it() {
        assert_eq!(Words::of("en").money("12.50", "EUR"), "EUR 12.50");
        assert_eq!(Words::of("sv").money("12.50", "EUR"), "12,50 EUR");
        assert_eq!(Words::of("id").money("15000", "IDR"), "IDR 15000");
    }

    #[test]
    fn a_moment_is_written_as_people_write_it() {
        let moment: Time = "2026-11-04T09:05:59.123Z".parse().expect("it is a time");
        assert_eq!(Words::of("en").moment(moment), "4 November 2026 at 09:05 (UTC)");
        assert_eq!(Words::of("sv").moment(moment), "4 november 2026 kl. 09:05 (UTC)");
        assert_eq!(Words::of("id").moment(moment), "4 November 2026 pukul 09:05 (UTC)");
    }
}
