//! Which passwords are taken, after NIST SP 800-63B-4: by their length, and by whether anybody would soon guess them.
//! Any characters will do, none must be there, and none is ever asked to be changed for its age.
//!
//! Beside [`password`](super::password), which only hashes: what is good enough is a question of its own, and is asked while
//! somebody is still typing.

use latchkey_contract::limits::{PASSWORD_MIN, PASSWORD_MIN_WITH_SECOND_FACTOR};
use latchkey_contract::password::{PasswordStrength, Strength};
use latchkey_contract::problem::FieldCode;
use zxcvbn::matching::Match;
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::{Score, zxcvbn};

use super::password::Passwords;
use crate::problem::Refusal;
use crate::validate::{Faults, folded};

/// The fewest letters of a part of a name that are looked for in a password.
const PART_MIN: usize = 3;

/// The words that anybody would try who knows whom a password belongs to, and where.
pub(crate) struct Context(Vec<String>);

impl Context {
    /// Of what a person and a store are called; each as a whole, without what stands between its parts, and in parts.
    pub(crate) fn of<'a>(said: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words = vec!["latchkey".to_owned()];
        for text in said {
            let text = folded(text);
            let parts: Vec<&str> = text.split(|mark: char| !mark.is_alphanumeric()).collect();
            words.push(parts.concat());
            words.extend(parts.into_iter().map(str::to_owned));
            words.push(text);
        }
        words.retain(|word| word.chars().count() >= PART_MIN);
        Self(words)
    }

    /// Whether it is one of them that was found in a password.
    fn holds(&self, found: &Match) -> bool {
        match &found.pattern {
            MatchPattern::Dictionary(pattern) => self.0.contains(&pattern.matched_word),
            MatchPattern::Repeat(pattern) => pattern.base_matches.iter().any(|part| self.holds(part)),
            _ => false,
        }
    }
}

/// How many characters a password must have, by whether a second factor is asked for besides.
pub(crate) fn shortest(second_factor: bool) -> usize {
    if second_factor {
        PASSWORD_MIN_WITH_SECOND_FACTOR
    } else {
        PASSWORD_MIN
    }
}

/// How hard a password is to guess for whoever knows these words and what passwords many people have.
fn judge(password: &str, context: &Context) -> PasswordStrength {
    let words: Vec<&str> = context.0.iter().map(String::as_str).collect();
    let entropy = zxcvbn(password, &words);
    let strength = match entropy.score() {
        Score::Zero | Score::One => Strength::Weak,
        Score::Two => Strength::Fair,
        Score::Three => Strength::Good,
        _ => Strength::Strong,
    };
    let fault = if entropy.sequence().iter().any(|found| context.holds(found)) {
        FieldCode::TooPersonal
    } else {
        FieldCode::TooCommon
    };
    PasswordStrength {
        strength,
        fault: (strength == Strength::Weak).then_some(fault),
    }
}

impl Passwords {
    /// How hard a password is to guess.
    ///
    /// # Errors
    /// Where too many wait for their turn.
    pub(crate) async fn judge(&self, password: String, context: Context) -> Result<PasswordStrength, Refusal> {
        self.in_turn(move || Ok(judge(&password, &context))).await
    }

    /// Holds a password that is chosen now against the rules; what is wrong is noted at `pointer`.
    ///
    /// # Errors
    /// Where too many wait for their turn.
    pub(crate) async fn check(
        &self,
        faults: &mut Faults,
        pointer: &str,
        password: &str,
        second_factor: bool,
        context: Context,
    ) -> Result<(), Refusal> {
        if !faults.password(pointer, password, shortest(second_factor)) {
            return Ok(());
        }
        match self.judge(password.to_owned(), context).await?.fault {
            None => {}
            Some(FieldCode::TooPersonal) => faults.note(
                pointer,
                FieldCode::TooPersonal,
                "This is made of your name, your e-mail address or the store's name. Choose other words.",
            ),
            Some(_) => faults.note(
                pointer,
                FieldCode::TooCommon,
                "Many people have this password, or it is soon guessed. Choose some words of your own.",
            ),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(password: &str) -> Option<FieldCode> {
        let context = Context::of(["Norrsken Butik", "Dewi Lestari", "dewi.lestari@norrsken.test"]);
        judge(password, &context).fault
    }

    #[test]
    fn what_many_people_have_is_not_taken() {
        for common in [
            "password",
            "qwertyuiop",
            "iloveyou",
            "P@ssw0rd",
            "drowssap",
            "aaaaaaaaaaaaaaaaaaaa",
            "123456789012345",
            "passwordpassword",
        ] {
            assert_eq!(fault(common), Some(FieldCode::TooCommon), "{common}");
        }
        assert_eq!(fault(&"x".repeat(128)), Some(FieldCode::TooCommon));
    }

    #[test]
    fn what_is_known_of_the_person_is_not_taken() {
        for personal in [
            "dewi.lestari@norrsken.test",
            "DewiLestari2026",
            "norrsken butik",
            "norrskenbutik1",
            "latchkeylatchkey",
        ] {
            assert_eq!(fault(personal), Some(FieldCode::TooPersonal), "{personal}");
        }
    }

    #[test]
    fn any_characters_will_do_and_none_must_be_there() {
        for good in [
            "a long enough sample password",
            "correct horse battery staple",
            "kucing tidur di atas meja",
            "🔑🦊 hjortron på tunnbröd",
            "dewi likes three cold rivers",
            "vqzkw7hf",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn harder_is_stronger() {
        let nobody = Context::of([]);
        let strengths = ["monkey", "vqzkw7hf", "vqzkw7hf2m", "kucing tidur di atas meja"]
            .map(|password| judge(password, &nobody).strength);
        assert!(strengths.is_sorted(), "{strengths:?}");
        assert_eq!((strengths[0], strengths[3]), (Strength::Weak, Strength::Strong));
    }
}
