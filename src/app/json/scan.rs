//! Walks through a text by the grammar of JSON (RFC 8259). Nothing here depends on what is read, so it is compiled once.

use super::fault::Unreadable;

/// How many lists and objects may lie in one another. Nothing of the contract comes near it.
const DEEPEST: u8 = 120;

type Scanned<T> = Result<T, Unreadable>;

/// A place in a text.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    fn here(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The first byte of what comes next; the spaces before it are passed.
    pub(super) fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.here() {
            self.at += 1;
        }
        self.here()
    }

    /// Passes a mark that has to stand here.
    pub(super) fn expect(&mut self, mark: u8) -> Scanned<()> {
        if self.peek() == Some(mark) {
            self.at += 1;
            Ok(())
        } else {
            Err(Unreadable)
        }
    }

    /// Nothing may follow.
    pub(super) fn end(&mut self) -> Scanned<()> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(Unreadable),
        }
    }

    /// Passes a word, `true` for example, that has to stand here.
    pub(super) fn word(&mut self, word: &str) -> Scanned<()> {
        self.peek();
        let there = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        self.at += word.len();
        if there { Ok(()) } else { Err(Unreadable) }
    }

    /// Enters a list or an object.
    pub(super) fn open(&mut self, mark: u8) -> Scanned<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Unreadable);
        }
        self.expect(mark)
    }

    /// Leaves it.
    pub(super) fn close(&mut self, mark: u8) -> Scanned<()> {
        self.depth -= 1;
        self.expect(mark)
    }

    /// Whether one more comes in a list or an object that ends with `mark`; the comma before it is passed.
    pub(super) fn has_next(&mut self, mark: u8, is_first: bool) -> Scanned<bool> {
        match self.peek() {
            Some(byte) if byte == mark => Ok(false),
            Some(_) if is_first => Ok(true),
            Some(b',') => {
                self.at += 1;
                // A comma after the last is none of JSON.
                if self.peek() == Some(mark) {
                    Err(Unreadable)
                } else {
                    Ok(true)
                }
            }
            _ => Err(Unreadable),
        }
    }

    /// A number as it is written.
    pub(super) fn number(&mut self) -> Scanned<&'a str> {
        self.peek();
        let start = self.at;
        self.pass(b"-");
        if !self.pass(b"0") {
            self.digits()?;
        }
        if self.pass(b".") {
            self.digits()?;
        }
        if self.pass(b"eE") {
            self.pass(b"+-");
            self.digits()?;
        }
        self.text.get(start..self.at).ok_or(Unreadable)
    }

    fn pass(&mut self, marks: &[u8]) -> bool {
        let there = self.here().is_some_and(|byte| marks.contains(&byte));
        self.at += usize::from(there);
        there
    }

    fn digits(&mut self) -> Scanned<()> {
        let start = self.at;
        while self.here().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { Err(Unreadable) } else { Ok(()) }
    }

    /// A string.
    pub(super) fn string(&mut self) -> Scanned<String> {
        self.expect(b'"')?;
        let mut string = String::new();
        loop {
            let start = self.at;
            while self
                .here()
                .is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\')
            {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at).ok_or(Unreadable)?);
            let mark = self.here();
            self.at += 1;
            match mark {
                Some(b'"') => return Ok(string),
                Some(b'\\') => string.push(self.escaped()?),
                _ => return Err(Unreadable),
            }
        }
    }

    fn escaped(&mut self) -> Scanned<char> {
        let mark = self.here().ok_or(Unreadable)?;
        self.at += 1;
        Ok(match mark {
            b'"' | b'\\' | b'/' => char::from(mark),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.by_number(),
            _ => return Err(Unreadable),
        })
    }

    /// A character by its number; one beyond 16 bits by the two halves of a pair.
    fn by_number(&mut self) -> Scanned<char> {
        let first = self.four_digits()?;
        let number = if (0xd800..0xdc00).contains(&first) {
            if !(self.pass(b"\\") && self.pass(b"u")) {
                return Err(Unreadable);
            }
            let second = self.four_digits()?;
            let low = second
                .checked_sub(0xdc00)
                .filter(|low| *low < 0x400)
                .ok_or(Unreadable)?;
            0x1_0000 + ((first - 0xd800) << 10) + low
        } else {
            first
        };
        char::from_u32(number).ok_or(Unreadable)
    }

    fn four_digits(&mut self) -> Scanned<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4).ok_or(Unreadable)?;
        self.at += 4;
        digits.iter().try_fold(0, |number, digit| {
            let digit = char::from(*digit).to_digit(16).ok_or(Unreadable)?;
            Ok((number << 4) | digit)
        })
    }

    /// Passes a whole value that nobody asks for.
    pub(super) fn skip(&mut self) -> Scanned<()> {
        match self.peek() {
            Some(b'"') => self.string().map(drop),
            Some(b'[') => self.skip_all(b'[', b']', Self::skip),
            Some(b'{') => self.skip_all(b'{', b'}', |scanner| {
                scanner.string()?;
                scanner.expect(b':')?;
                scanner.skip()
            }),
            Some(b'n') => self.word("null"),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            _ => self.number().map(drop),
        }
    }

    fn skip_all(&mut self, opening: u8, closing: u8, one: fn(&mut Self) -> Scanned<()>) -> Scanned<()> {
        self.open(opening)?;
        let mut is_first = true;
        while self.has_next(closing, is_first)? {
            is_first = false;
            one(self)?;
        }
        self.close(closing)
    }
}
