//! What went wrong with a letter, in words.

use latchkey_contract::letter::{Trouble, TroubleKind};

use crate::i18n::words;

/// What went wrong, and what the mail server said of it in its own words. Reactive.
pub(crate) fn trouble_words(trouble: &Trouble) -> String {
    let what = match trouble.kind {
        TroubleKind::Unreachable => words::letters_trouble_unreachable(),
        TroubleKind::Insecure => words::letters_trouble_insecure(),
        TroubleKind::SignIn => words::letters_trouble_sign_in(),
        TroubleKind::Delayed => words::letters_trouble_delayed(),
        TroubleKind::Refused => words::letters_trouble_refused(),
        TroubleKind::Address => words::letters_trouble_address(),
        TroubleKind::Folder => words::letters_trouble_folder(),
        TroubleKind::Other => words::letters_trouble_other(),
    };
    match trouble.said.as_str() {
        "" => what,
        said => format!("{what} {}", words::letters_said(said)),
    }
}
