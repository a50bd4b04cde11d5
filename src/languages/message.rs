//! A message in the form that the browser downloads, and how it becomes a text.
//!
//! It is one string, so that a whole language is one flat JSON array of strings, which every JSON reader reads at its
//! quickest. In it `{0}` stands for the first argument, and `{0?one:…|:…}` chooses by it: the first choice that fits is
//! taken, the one without a name fits always. `\` stands before a `{`, `}`, `|` or `\` that is meant as itself.
//! Numbers and plurals come from outside, since the browser knows them for every language.

/// What takes the place of a placeholder.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A text, as it is.
    Text(&'a str),
    /// A number, written and counted as the language does.
    Number(u64),
}

/// What a language does with numbers.
pub trait Numbers {
    /// The number as the language writes it.
    fn written(&self, number: u64) -> String;
    /// The plural category of the number, such as `one` or `other`.
    fn category(&self, number: u64) -> String;
}

/// The text of a compiled message with these arguments, in alphabetical order of their names.
pub fn render(message: &str, arguments: &[Argument], numbers: &dyn Numbers) -> String {
    let mut text = String::with_capacity(message.len());
    let mut reader = Reader {
        rest: message,
        arguments,
        numbers,
    };
    reader.pattern(Some(&mut text));
    text
}

/// Whether a choice in a message is taken.
enum Choosing {
    /// None has fitted yet.
    Open,
    /// One has been written; the rest are read over.
    Done,
}

struct Reader<'a> {
    rest: &'a str,
    arguments: &'a [Argument<'a>],
    numbers: &'a dyn Numbers,
}

impl<'a> Reader<'a> {
    /// Reads up to the end of the message, or to the `|` or `}` that ends a choice; writes it where `into` is given.
    fn pattern(&mut self, mut into: Option<&mut String>) {
        while let Some(at) = self.rest.find(['{', '}', '|', '\\']) {
            let (plain, rest) = self.rest.split_at(at);
            if let Some(text) = into.as_deref_mut() {
                text.push_str(plain);
            }
            self.rest = rest;
            match rest.as_bytes()[0] {
                b'{' => self.placeholder(into.as_deref_mut()),
                b'\\' => {
                    let mut characters = rest[1..].chars();
                    let itself = characters.next();
                    self.rest = characters.as_str();
                    if let (Some(text), Some(itself)) = (into.as_deref_mut(), itself) {
                        text.push(itself);
                    }
                }
                _ => return,
            }
        }
        if let Some(text) = into {
            text.push_str(self.rest);
        }
        self.rest = "";
    }

    /// Reads a placeholder, from its `{` to its `}`.
    fn placeholder(&mut self, into: Option<&mut String>) {
        let inner = &self.rest[1..];
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let argument = inner[..digits]
            .parse::<usize>()
            .ok()
            .and_then(|index| self.arguments.get(index))
            .copied()
            .unwrap_or(Argument::Text(""));
        self.rest = &inner[digits..];
        if let Some(rest) = self.rest.strip_prefix('?') {
            self.rest = rest;
            self.choices(argument, into);
        } else if let Some(text) = into {
            match argument {
                Argument::Text(value) => text.push_str(value),
                Argument::Number(value) => text.push_str(&self.numbers.written(value)),
            }
        }
        self.rest = self.rest.strip_prefix('}').unwrap_or(self.rest);
    }

    /// Reads `name:pattern|name:pattern` and writes the first that fits.
    fn choices(&mut self, argument: Argument<'a>, mut into: Option<&mut String>) {
        let mut choosing = Choosing::Open;
        loop {
            let (name, rest) = self.rest.split_once(':').unwrap_or((self.rest, ""));
            self.rest = rest;
            if matches!(choosing, Choosing::Open) && self.fits(name, argument) {
                choosing = Choosing::Done;
                self.pattern(into.as_deref_mut());
            } else {
                self.pattern(None);
            }
            match self.rest.strip_prefix('|') {
                Some(rest) => self.rest = rest,
                None => return,
            }
        }
    }

    fn fits(&self, name: &str, argument: Argument) -> bool {
        name.is_empty()
            || match argument {
                Argument::Text(value) => name == value,
                Argument::Number(value) => match name.strip_prefix('=') {
                    Some(exact) => exact.parse() == Ok(value),
                    None => name == self.numbers.category(value),
                },
            }
    }
}

#[cfg(test)]
mod tests {
    use super::{Argument, Numbers, render};

    struct English;

    impl Numbers for English {
        fn written(&self, number: u64) -> String {
            if number >= 1000 {
                format!("{},{:03}", number / 1000, number % 1000)
            } else {
                number.to_string()
            }
        }

        fn category(&self, number: u64) -> String {
            if number == 1 { "one" } else { "other" }.to_owned()
        }
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        assert_eq!(render("Återkalla åtkomst", &[], &English), "Återkalla åtkomst");
        assert_eq!(render("", &[], &English), "");
    }

    #[test]
    fn placeholders_take_their_arguments_and_nothing_in_them_is_read_again() {
        let arguments = [Argument::Text("{1}|"), Argument::Number(1200)];
        assert_eq!(render("{1} for {0}!", &arguments, &English), "1,200 for {1}|!");
    }

    #[test]
    fn what_is_escaped_is_meant_as_itself() {
        assert_eq!(
            render(r"a \{0\} \| \\ b", &[Argument::Text("x")], &English),
            r"a {0} | \ b"
        );
    }

    #[test]
    fn a_number_chooses_exactly_before_by_category() {
        let message = "{0?=0:Nobody|one:One person|:{0} people} here";
        let of = |number| render(message, &[Argument::Number(number)], &English);
        assert_eq!(of(0), "Nobody here");
        assert_eq!(of(1), "One person here");
        assert_eq!(of(2), "2 people here");
    }

    #[test]
    fn a_word_chooses_and_the_nameless_choice_catches_the_rest() {
        let message = "{0?money:Money|:Something}";
        assert_eq!(render(message, &[Argument::Text("money")], &English), "Money");
        assert_eq!(render(message, &[Argument::Text("data")], &English), "Something");
    }

    #[test]
    fn choices_stand_inside_choices_and_what_is_not_chosen_leaves_no_trace() {
        let message = r"{0?one:{1?one:a \| b|:c}|:{1?one:d|:e}}.";
        let of = |first, second| render(message, &[Argument::Number(first), Argument::Number(second)], &English);
        assert_eq!(of(1, 1), "a | b.");
        assert_eq!(of(1, 2), "c.");
        assert_eq!(of(2, 1), "d.");
        assert_eq!(of(2, 2), "e.");
    }

    #[test]
    fn an_argument_that_is_not_there_is_nothing() {
        assert_eq!(render("a{3}b", &[], &English), "ab");
    }
}
