//! What a form finds wrong by itself, by the limits that the backend holds as well, so that it need not be asked.

use latchkey_contract::limits::{EMAIL_MAX, PASSWORD_MAX, is_email};
use latchkey_contract::problem::{FieldCode, FieldError};

use super::form::field_error;

/// The errors found so far, in the order of the fields.
#[derive(Default)]
pub(crate) struct Checks(Vec<FieldError>);

impl Checks {
    /// Nothing looked at yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The errors.
    pub(crate) fn found(self) -> Vec<FieldError> {
        self.0
    }

    fn wrong(mut self, pointer: &str, code: Option<FieldCode>) -> Self {
        self.0.extend(code.map(|code| field_error(pointer, code)));
        self
    }

    /// Something must stand here.
    pub(crate) fn required(self, pointer: &str, value: &str) -> Self {
        let missing = value.trim().is_empty();
        self.wrong(pointer, missing.then_some(FieldCode::Required))
    }

    /// A text of at most `max` characters must stand here.
    pub(crate) fn text(self, pointer: &str, value: &str, max: usize) -> Self {
        let code = match value.trim() {
            "" => Some(FieldCode::Required),
            text if text.chars().count() > max => Some(FieldCode::TooLong),
            _ => None,
        };
        self.wrong(pointer, code)
    }

    /// A text of at most `max` characters may stand here.
    pub(crate) fn at_most(self, pointer: &str, value: &str, max: usize) -> Self {
        let long = value.trim().chars().count() > max;
        self.wrong(pointer, long.then_some(FieldCode::TooLong))
    }

    /// An e-mail address must stand here.
    pub(crate) fn email(self, pointer: &str, value: &str) -> Self {
        let code = match value.trim() {
            "" => Some(FieldCode::Required),
            text if text.chars().count() > EMAIL_MAX => Some(FieldCode::TooLong),
            text if !is_email(text) => Some(FieldCode::Malformed),
            _ => None,
        };
        self.wrong(pointer, code)
    }

    /// A password that is chosen now must stand here, of at least `min` characters. Spaces count: any character may be
    /// in one.
    pub(crate) fn new_password(self, pointer: &str, value: &str, min: usize) -> Self {
        let code = match value.chars().count() {
            count if count < min => Some(FieldCode::TooShort),
            count if count > PASSWORD_MAX => Some(FieldCode::TooLong),
            _ => None,
        };
        self.wrong(pointer, code)
    }

    /// A password that exists already must stand here; whether it is the right one, only the backend knows.
    pub(crate) fn password(self, pointer: &str, value: &str) -> Self {
        self.wrong(pointer, value.is_empty().then_some(FieldCode::Required))
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::limits::{NAME_MAX, PASSWORD_MAX, PASSWORD_MIN};
    use latchkey_contract::problem::FieldCode;

    use super::Checks;

    fn code(checks: Checks) -> Option<FieldCode> {
        checks.found().first().map(|error| error.code)
    }

    #[test]
    fn a_name_is_measured_in_characters_without_the_spaces_around_it() {
        let name = |value: &str| code(Checks::new().text("/name", value, NAME_MAX));
        assert_eq!(name("  "), Some(FieldCode::Required));
        assert_eq!(name(&format!(" {} ", "å".repeat(NAME_MAX))), None);
        assert_eq!(name(&"a".repeat(1_000_000)), Some(FieldCode::TooLong));
    }

    #[test]
    fn a_new_password_is_measured_with_all_its_characters() {
        let password = |value: &str| code(Checks::new().new_password("/password", value, PASSWORD_MIN));
        assert_eq!(password(""), Some(FieldCode::TooShort));
        assert_eq!(password(&"å".repeat(PASSWORD_MIN - 1)), Some(FieldCode::TooShort));
        assert_eq!(password(&" ".repeat(PASSWORD_MIN)), None);
        assert_eq!(password(&"a".repeat(PASSWORD_MAX + 1)), Some(FieldCode::TooLong));
    }

    #[test]
    fn an_email_address_that_is_far_too_long_is_told_so() {
        let email = |value: &str| code(Checks::new().email("/email", value));
        assert_eq!(email("dewi@example"), Some(FieldCode::Malformed));
        assert_eq!(
            email(&format!("{}@example.test", "a".repeat(300))),
            Some(FieldCode::TooLong)
        );
        assert_eq!(email(" dewi@example.test "), None);
    }

    #[test]
    fn errors_come_in_the_order_of_the_fields() {
        let found = Checks::new()
            .required("/a", "")
            .password("/b", "x")
            .password("/c", "")
            .found();
        let pointers: Vec<_> = found.iter().map(|error| error.pointer.as_str()).collect();
        assert_eq!(pointers, ["/a", "/c"]);
    }
}
