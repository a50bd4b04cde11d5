//! The binary form of a program, as far as its sections and what it takes from elsewhere: read and written by hand,
//! since a crate for all of it would take longer to compile than the rest of this program together.
//! <https://webassembly.github.io/spec/core/binary/modules.html>

/// Before the first section stand a mark and a version.
pub(super) const HEAD: usize = 8;
pub(super) const MARK: &[u8; HEAD] = b"\0asm\x01\0\0\0";
/// The section of a program that is no part of it, such as names for a debugger.
pub(super) const CUSTOM: u8 = 0;
/// The section that says what it takes from elsewhere.
pub(super) const IMPORTS: u8 = 2;
/// The section that says what it gives.
pub(super) const EXPORTS: u8 = 7;
/// The section that says what lies in its tables.
pub(super) const ELEMENTS: u8 = 9;
/// The section of its functions' instructions.
pub(super) const CODE: u8 = 10;

/// What is still to be read.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|taken| taken[0])
    }

    /// A number of 32 bits in seven bits a byte.
    pub(super) fn number(&mut self) -> Option<usize> {
        let mut number = 0_usize;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A number of 32 bits that may be negative.
    pub(super) fn signed(&mut self) -> Option<i64> {
        let mut number = 0_i64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= i64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let sign = i64::from(byte & 0x40 != 0);
                return Some(number - (sign << (shift + 7)));
            }
        }
        None
    }

    pub(super) fn text(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    /// What an import is: a function, table, memory or global, and of which type.
    pub(super) fn what(&mut self) -> Option<&'a [u8]> {
        let before = self.0;
        match self.byte()? {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => drop(self.take(2)?),
            _ => return None,
        }
        before.get(..before.len() - self.0.len())
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

/// The program with the bodies of the sections of one kind written anew, and all else as it is. None where it is no program,
/// or where `write` does not understand a body.
pub(super) fn rewritten(program: &[u8], kind: u8, mut write: impl FnMut(&[u8]) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut rest = Bytes(program);
    let mut written = rest.take(HEAD)?.to_vec();
    while !rest.0.is_empty() {
        let section = rest.byte()?;
        let size = rest.number()?;
        let body = rest.take(size)?;
        written.push(section);
        if section == kind {
            push_with_length(&mut written, &write(body)?);
        } else {
            push_with_length(&mut written, body);
        }
    }
    Some(written)
}

pub(super) fn push_with_length(bytes: &mut Vec<u8>, content: &[u8]) {
    push_number(bytes, content.len());
    bytes.extend_from_slice(content);
}

pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = (number & 0x7f).to_le_bytes()[0];
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}
