//! A list as a file that a spreadsheet opens: only what the person may see, and nothing in it that would run.

use latchkey_contract::resource::{Field, Kind, Record};
use latchkey_permissions::Text;
use serde_json::Value;

use super::Fields;
use crate::problem::Refusal;

/// A file in the making.
pub(crate) struct File {
    writer: csv::Writer<Vec<u8>>,
    fields: Vec<Field>,
    language: String,
}

impl File {
    /// Begins with the headings of these fields, in this language.
    pub(crate) fn begin<'a>(
        fields: impl Iterator<Item = &'a Field>,
        language: &str,
        currency: &str,
    ) -> Result<Self, Refusal> {
        let fields: Vec<Field> = fields
            .filter(|field| !matches!(field.kind, Kind::Image | Kind::Lines | Kind::Unknown))
            .cloned()
            .collect();
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let headings = fields.iter().map(|field| {
            let label = field.label.in_language(language);
            // An amount stands alone in its cell, so that it is a number; the currency is that of the store.
            match field.kind {
                Kind::Money => harmless(format!("{label} ({currency})")),
                _ => harmless(label.to_owned()),
            }
        });
        writer.write_record(headings).map_err(|error| failed(&error))?;
        Ok(Self {
            writer,
            fields,
            language: language.to_owned(),
        })
    }

    /// Adds records as they are shown.
    pub(crate) fn add(&mut self, records: &[Record<Fields>]) -> Result<(), Refusal> {
        for record in records {
            let cells = self.fields.iter().map(|field| {
                let value = record.fields.get(field.name.as_str());
                let text = value
                    .map(|value| cell(field, value, &self.language))
                    .unwrap_or_default();
                match field.kind {
                    // Numbers are no formulas, though some begin with a minus.
                    Kind::Number | Kind::Money => text,
                    _ => harmless(text),
                }
            });
            self.writer.write_record(cells).map_err(|error| failed(&error))?;
        }
        Ok(())
    }

    /// The whole file.
    pub(crate) fn finish(self) -> Result<Vec<u8>, Refusal> {
        self.writer.into_inner().map_err(|error| failed(&error))
    }
}

/// A file could not be written; how, goes to the log.
pub(crate) fn failed(error: &dyn std::fmt::Display) -> Refusal {
    tracing::error!(%error, "a file could not be written");
    Refusal::internal()
}

/// A text that no spreadsheet takes for a formula.
pub(crate) fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

fn cell(field: &Field, value: &Value, language: &str) -> String {
    let label = |value: &str| {
        let choice = field.choices.iter().find(|choice| choice.value == value);
        let label: Option<&Text> = choice.map(|choice| &choice.label);
        label.map_or(value, |label| label.in_language(language)).to_owned()
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match field.kind {
        Kind::Money => text(&value["amount"]),
        Kind::Reference => text(&value["name"]),
        Kind::Choice => label(value.as_str().unwrap_or_default()),
        Kind::Choices => {
            let chosen = value.as_array().into_iter().flatten().filter_map(Value::as_str);
            chosen.map(label).collect::<Vec<_>>().join(", ")
        }
        Kind::Address => {
            let lines = ["name", "street", "postcode", "city", "region", "country"];
            let lines = lines.iter().filter_map(|name| value[*name].as_str());
            lines.collect::<Vec<_>>().join(", ")
        }
        _ => match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_a_spreadsheet_would_run_is_only_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(formula.into()), format!("'{formula}"));
        }
        assert_eq!(harmless("A=1".into()), "A=1");
    }
}
