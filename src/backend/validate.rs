//! What a member of a request must be. Every fault is collected, so that a form can show them all at once.

use latchkey_contract::id::RoleId;
use latchkey_contract::limits::{EMAIL_MAX, MESSAGE_MAX, NAME_MAX, PASSWORD_MAX, is_email};
use latchkey_contract::periods::{Period, Periods};
use latchkey_contract::problem::{FieldCode, FieldError};
use latchkey_permissions::{Catalogue, PermissionId, PermissionSet, Time, Window};
use unicode_normalization::UnicodeNormalization;

use crate::problem::{Refusal, field};

/// The faults found so far.
#[derive(Default)]
pub(crate) struct Faults(Vec<FieldError>);

impl Faults {
    /// Notes one.
    pub(crate) fn note(&mut self, pointer: impl Into<String>, code: FieldCode, detail: impl Into<String>) {
        self.0.push(field(pointer, code, detail));
    }

    /// Goes on only where there is none.
    pub(crate) fn none(self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Refusal::invalid(self.0))
        }
    }

    /// Adds those of places that have none yet.
    pub(crate) fn and(&mut self, more: Self) {
        for fault in more.0 {
            if !self.0.iter().any(|known| known.pointer == fault.pointer) {
                self.0.push(fault);
            }
        }
    }

    /// Those found so far.
    pub(crate) fn found(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    /// A text of one line, trimmed, of at most `max` characters. Blank is left to the caller.
    pub(crate) fn line(&mut self, pointer: &str, text: &str, max: usize) -> String {
        let text: String = text.trim().nfc().collect();
        if text.chars().count() > max {
            self.note(pointer, FieldCode::TooLong, format!("Use at most {max} characters."));
        } else if text.chars().any(disturbs_a_line) {
            self.note(pointer, FieldCode::Malformed, "Leave out control characters.");
        }
        text
    }

    /// A name that is not blank.
    pub(crate) fn name(&mut self, pointer: &str, text: &str, max: usize) -> String {
        let name = self.line(pointer, text, max);
        if name.is_empty() {
            self.note(pointer, FieldCode::Required, "Write a name.");
        }
        name
    }

    /// The name of a person who may not have said it yet.
    pub(crate) fn optional_name(&mut self, pointer: &str, text: &str) -> String {
        self.line(pointer, text, NAME_MAX)
    }

    /// A text of several lines, of at most `max` characters.
    pub(crate) fn text(&mut self, pointer: &str, text: &str, max: usize) -> String {
        let text: String = text.trim().nfc().collect();
        if text.chars().count() > max {
            self.note(pointer, FieldCode::TooLong, format!("Use at most {max} characters."));
        } else if text
            .chars()
            .any(|c| disturbs_a_line(c) && !matches!(c, '\n' | '\r' | '\t'))
        {
            self.note(pointer, FieldCode::Malformed, "Leave out control characters.");
        }
        text
    }

    /// The owner's few words in an invitation.
    pub(crate) fn message(&mut self, pointer: &str, text: &str) -> String {
        self.text(pointer, text, MESSAGE_MAX)
    }

    /// An e-mail address, trimmed.
    pub(crate) fn email(&mut self, pointer: &str, text: &str) -> String {
        let email = text.trim();
        if email.is_empty() {
            self.note(pointer, FieldCode::Required, "Write an e-mail address.");
        } else if email.chars().count() > EMAIL_MAX {
            self.note(
                pointer,
                FieldCode::TooLong,
                format!("Use at most {EMAIL_MAX} characters."),
            );
        } else if !is_email(email) || email.chars().any(disturbs_a_line) {
            self.note(
                pointer,
                FieldCode::Malformed,
                "Write an address such as name@example.com.",
            );
        }
        email.to_owned()
    }

    /// A new password, exactly as it was typed. Any characters will do; here it is counted how many. Whether it has as
    /// many as it must.
    pub(crate) fn password(&mut self, pointer: &str, password: &str, min: usize) -> bool {
        let length = password.chars().count();
        let (code, detail) = if length < min {
            (FieldCode::TooShort, format!("Use at least {min} characters."))
        } else if length > PASSWORD_MAX {
            (FieldCode::TooLong, format!("Use at most {PASSWORD_MAX} characters."))
        } else {
            return true;
        };
        self.note(pointer, code, detail);
        false
    }

    /// Permissions, with everything they require.
    pub(crate) fn permissions(&mut self, pointer: &str, ids: &[PermissionId], catalogue: &Catalogue) -> PermissionSet {
        for (n, id) in ids.iter().enumerate() {
            if catalogue.permission(id).is_none() {
                self.note(
                    format!("{pointer}/{n}"),
                    FieldCode::UnknownValue,
                    "There is no such permission.",
                );
            }
        }
        catalogue.with_required(catalogue.set(ids.iter().cloned()).known)
    }

    /// Roles, each once, in the order of `known`.
    pub(crate) fn roles(&mut self, pointer: &str, wanted: &[RoleId], known: &[RoleId]) -> Vec<RoleId> {
        for (n, id) in wanted.iter().enumerate() {
            if !known.contains(id) {
                self.note(
                    format!("{pointer}/{n}"),
                    FieldCode::UnknownValue,
                    "There is no such role.",
                );
            }
        }
        known.iter().filter(|role| wanted.contains(role)).cloned().collect()
    }

    /// Dates of single roles and permissions: each names what is `direct`ly held or a role, and ends after it starts.
    /// What nobody asked for but comes along because something else needs it holds as long as that does: so it does not
    /// outlive the reason for which it was given.
    pub(crate) fn periods(
        &mut self,
        periods: &Periods,
        asked: &[PermissionId],
        direct: &[PermissionId],
        roles: &[RoleId],
        catalogue: &Catalogue,
    ) -> Periods {
        let named = periods.permissions.iter().map(|(id, period)| {
            let pointer = format!("/periods/permissions/{}", id.as_str());
            (pointer, direct.contains(id), *period)
        });
        let of_roles = periods.roles.iter().map(|(id, period)| {
            let pointer = format!("/periods/roles/{}", id.as_str());
            (pointer, roles.contains(id), *period)
        });
        for (pointer, held, period) in named.chain(of_roles) {
            if !held {
                self.note(&pointer, FieldCode::UnknownValue, "Dates are for what is given here.");
            }
            self.window(&format!("{pointer}/ends"), period.into());
        }
        let mut periods = periods.clone();
        for id in direct.iter().filter(|id| !asked.contains(id)) {
            if periods.permissions.get(id).is_some() {
                continue;
            }
            let this = catalogue.set([id.clone()]).known;
            let needing = asked.iter().filter(|other| {
                let other = catalogue.set([(*other).clone()]).known;
                catalogue.with_required(other).contains_all(this)
            });
            let windows: Vec<_> = needing.map(|other| periods.of_permission(other)).collect();
            let bounds = |bound: fn(&Window) -> Option<Time>| windows.iter().map(bound).collect::<Option<Vec<_>>>();
            let period = Period {
                starts: bounds(|window| window.starts).and_then(|all| all.into_iter().min()),
                ends: bounds(|window| window.ends).and_then(|all| all.into_iter().max()),
            };
            periods.permissions.insert(id.clone(), period);
        }
        periods.kept(direct, roles)
    }

    /// The dates of an account.
    pub(crate) fn window(&mut self, pointer: &str, window: Window) {
        if let Window {
            starts: Some(starts),
            ends: Some(ends),
        } = window
            && ends <= starts
        {
            self.note(
                pointer,
                FieldCode::EndsBeforeStart,
                "Choose an end that comes after the start.",
            );
        }
    }

    /// A language as BCP 47 writes it.
    pub(crate) fn language(&mut self, pointer: &str, language: &str) {
        let mut parts = language.split('-');
        let primary = parts
            .next()
            .is_some_and(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
        let others = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !primary || !others || language.len() > 35 {
            self.note(pointer, FieldCode::Malformed, "Write a language such as en, sv or id.");
        }
    }

    /// A currency as ISO 4217 writes it.
    pub(crate) fn currency(&mut self, pointer: &str, currency: &str) {
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            self.note(pointer, FieldCode::Malformed, "Write a currency such as EUR.");
        }
    }
}

/// Control characters, and those that break a line or turn its direction round: in a name they only deceive.
pub(crate) fn disturbs_a_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What texts are compared, sorted and searched by: however it was typed, and whatever its case.
pub(crate) fn folded(text: &str) -> String {
    text.trim().nfc().collect::<String>().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(check: impl FnOnce(&mut Faults)) -> Vec<FieldCode> {
        let mut faults = Faults::default();
        check(&mut faults);
        faults.0.into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn passwords_are_counted_in_characters() {
        let password = |text: &str| {
            codes(|faults| {
                faults.password("/p", text, 15);
            })
        };
        assert_eq!(password(&"å".repeat(14)), [FieldCode::TooShort]);
        assert_eq!(password(&"å".repeat(15)), []);
        assert_eq!(password(&"🔑".repeat(128)), []);
        assert_eq!(password(&"🔑".repeat(129)), [FieldCode::TooLong]);
        assert_eq!(password("\u{0}\t         \u{1b}  x"), []);
    }

    #[test]
    fn a_name_is_one_visible_line() {
        assert_eq!(codes(|f| drop(f.name("/n", "  Åsa Öberg ", 200))), []);
        assert_eq!(codes(|f| drop(f.name("/n", " \t", 200))), [FieldCode::Required]);
        assert_eq!(codes(|f| drop(f.name("/n", "a\nb", 200))), [FieldCode::Malformed]);
        assert_eq!(codes(|f| drop(f.name("/n", "a\u{202e}b", 200))), [FieldCode::Malformed]);
        assert_eq!(
            codes(|f| drop(f.name("/n", &"x".repeat(201), 200))),
            [FieldCode::TooLong]
        );
    }

    #[test]
    fn languages_and_currencies_have_their_form() {
        for language in ["en", "sv-FI", "zh-Hant-TW"] {
            assert_eq!(codes(|f| f.language("/l", language)), []);
        }
        for language in ["", "e", "en_GB", "en-", "../etc", "engelskan", "en-abcdefghi"] {
            assert_eq!(
                codes(|f| f.language("/l", language)),
                [FieldCode::Malformed],
                "{language}"
            );
        }
        assert_eq!(codes(|f| f.currency("/c", "EUR")), []);
        assert_eq!(codes(|f| f.currency("/c", "eur")), [FieldCode::Malformed]);
    }

    #[test]
    fn folding_forgets_case_and_composition() {
        assert_eq!(folded(" A\u{30a}SA "), "åsa");
        assert_eq!(folded("Åsa"), "åsa");
    }
}
