//! Says what lies in a part's table of functions in the shortest way. The splitter writes the whole table down in every
//! part, empty places and all; a place of which nothing is said is empty.

use super::sections::{Bytes, ELEMENTS, push_number, rewritten};

/// The two kinds of segments that the splitter and wasm-opt write: with numbers of functions, and with expressions.
const NUMBERS: usize = 0;
const EXPRESSIONS: usize = 4;
/// <https://webassembly.github.io/spec/core/binary/instructions.html>
const I32_CONST: u8 = 0x41;
const REF_NULL: u8 = 0xd0;
const REF_FUNC: u8 = 0xd2;
const END: u8 = 0x0b;

/// The program with nothing said of the empty places of its table; as it is where its table is filled in another way.
pub(super) fn shorten(program: &[u8]) -> Option<Vec<u8>> {
    rewritten(program, ELEMENTS, |body| {
        Some(elements(body).unwrap_or_else(|| body.to_vec()))
    })
}

/// Functions in a row, from the first one's place in the table.
struct Run {
    place: usize,
    functions: Vec<usize>,
}

fn elements(body: &[u8]) -> Option<Vec<u8>> {
    let mut rest = Bytes(body);
    let mut runs: Vec<Run> = Vec::new();
    for _ in 0..rest.number()? {
        let kind = rest.number()?;
        let first = place(&mut rest)?;
        for place in first..first + rest.number()? {
            let entry = match kind {
                NUMBERS => Entry::Function(rest.number()?),
                EXPRESSIONS => expression(&mut rest)?,
                _ => return None,
            };
            let Entry::Function(function) = entry else { continue };
            match runs.last_mut() {
                Some(run) if run.place + run.functions.len() == place => run.functions.push(function),
                _ => runs.push(Run {
                    place,
                    functions: vec![function],
                }),
            }
        }
    }
    rest.0.is_empty().then(|| write(&runs))
}

/// Where a segment begins: a number that is written in the program.
fn place(rest: &mut Bytes) -> Option<usize> {
    (rest.byte()? == I32_CONST).then_some(())?;
    let place = rest.signed()?;
    (rest.byte()? == END).then_some(())?;
    usize::try_from(place).ok()
}

/// What lies in one place.
enum Entry {
    Nothing,
    Function(usize),
}

fn expression(rest: &mut Bytes) -> Option<Entry> {
    let entry = match rest.byte()? {
        REF_NULL => {
            rest.byte()?;
            Entry::Nothing
        }
        REF_FUNC => Entry::Function(rest.number()?),
        _ => return None,
    };
    (rest.byte()? == END).then_some(entry)
}

fn write(runs: &[Run]) -> Vec<u8> {
    let mut body = Vec::new();
    push_number(&mut body, runs.len());
    for run in runs {
        push_number(&mut body, NUMBERS);
        body.push(I32_CONST);
        push_signed(&mut body, run.place);
        body.push(END);
        push_number(&mut body, run.functions.len());
        for function in &run.functions {
            push_number(&mut body, *function);
        }
    }
    body
}

/// A number that is not negative, where one might be: its last byte leaves room for the sign.
fn push_signed(bytes: &mut Vec<u8>, number: usize) {
    push_number(bytes, number);
    if let Some(last) = bytes.last_mut()
        && *last & 0x40 != 0
    {
        *last |= 0x80;
        bytes.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sections::push_with_length;
    use super::*;

    fn program(elements: &[u8]) -> Vec<u8> {
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        for (section, body) in [(ELEMENTS, elements), (10, &[0])] {
            program.push(section);
            push_with_length(&mut program, body);
        }
        program
    }

    #[test]
    fn empty_places_are_left_out_and_neighbours_are_joined() {
        // Two functions from place 1 on; then an empty place between two functions, by expressions, from place 3 on; and
        // from place 64 on, which needs a second byte for its sign, another.
        let whole = b"\x03\0\x41\x01\x0b\x02\x07\x08\
            \x04\x41\x03\x0b\x03\xd2\x09\x0b\xd0\x70\x0b\xd2\x81\x01\x0b\
            \0\x41\xc0\0\x0b\x01\x05";
        let short = b"\x03\0\x41\x01\x0b\x03\x07\x08\x09\0\x41\x05\x0b\x01\x81\x01\0\x41\xc0\0\x0b\x01\x05";
        assert_eq!(shorten(&program(whole)), Some(program(short)));
    }

    #[test]
    fn what_is_filled_in_another_way_stays() {
        for other in [&b"\x01\x01\0\x01\x07"[..], b"\x01\0\x23\0\x0b\x01\x07"] {
            assert_eq!(shorten(&program(other)), Some(program(other)));
        }
        assert_eq!(shorten(b"\0asm"), None);
    }
}
