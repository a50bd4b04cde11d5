//! Lays functions that are alike beside each other. Brotli writes what it has just seen in fewer bits than what lies far
//! behind, and a program of generic code has most of its functions several times over: the order alone makes the first
//! part six per cent smaller to send. The order is found here; wasm-opt puts the functions in it, since it knows who calls
//! whom.

use std::collections::HashMap;

use super::sections::{Bytes, CODE, CUSTOM, HEAD, IMPORTS, push_number, push_with_length};

/// The part of the section of names that has those of functions.
const OF_FUNCTIONS: u8 = 1;
/// Of an import's kinds, the one that takes a number from the functions.
const FUNCTION: u8 = 0;
/// So many bytes in a row make two functions alike. They must fit a `u64`.
const ROW: usize = 6;
/// What more functions than this have in common says nothing about any two of them, and takes long to compare.
const COMMON: usize = 200;

/// The program with names for its functions that come in the order in which they are best laid: in place of whatever
/// names it had.
pub(super) fn name(program: &[u8]) -> Option<Vec<u8>> {
    let mut rest = Bytes(program);
    let mut named = rest.take(HEAD)?.to_vec();
    let (mut taken, mut bodies) = (0, Vec::new());
    while !rest.0.is_empty() {
        let section = rest.byte()?;
        let size = rest.number()?;
        let content = rest.take(size)?;
        let mut body = Bytes(content);
        match section {
            IMPORTS => {
                for _ in 0..body.number()? {
                    body.text()?;
                    body.text()?;
                    taken += usize::from(body.what()?.first() == Some(&FUNCTION));
                }
            }
            CODE => {
                for _ in 0..body.number()? {
                    bodies.push(body.text()?);
                }
            }
            CUSTOM if body.text()? == b"name" => continue,
            _ => {}
        }
        named.push(section);
        push_with_length(&mut named, content);
    }
    named.push(CUSTOM);
    push_with_length(&mut named, &names(taken, &order(&bodies)));
    Some(named)
}

/// The section of names.
fn names(taken: usize, order: &[usize]) -> Vec<u8> {
    let mut places = vec![0; order.len()];
    for (place, function) in order.iter().enumerate() {
        places[*function] = place;
    }
    let mut functions = Vec::new();
    push_number(&mut functions, places.len());
    for (function, place) in places.iter().enumerate() {
        push_number(&mut functions, taken + function);
        push_with_length(&mut functions, format!("{place:08}").as_bytes());
    }
    let mut section = Vec::new();
    push_with_length(&mut section, b"name");
    section.push(OF_FUNCTIONS);
    push_with_length(&mut section, &functions);
    section
}

/// Begins with the first function, and goes on each time with the one that is most like the last.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let rows: Vec<Vec<u64>> = bodies.iter().map(|body| rows(body)).collect();
    let mut users: HashMap<u64, Vec<usize>> = HashMap::new();
    for (function, rows) in rows.iter().enumerate() {
        for row in rows {
            users.entry(*row).or_default().push(function);
        }
    }
    users.retain(|_, users| (2..=COMMON).contains(&users.len()));

    let mut left = vec![true; bodies.len()];
    let mut in_common = vec![0_usize; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut first_left = 0;
    let mut next = (!bodies.is_empty()).then_some(0);
    while let Some(last) = next {
        left[last] = false;
        order.push(last);
        let mut met = Vec::new();
        for other in rows[last].iter().filter_map(|row| users.get(row)).flatten() {
            if left[*other] {
                if in_common[*other] == 0 {
                    met.push(*other);
                }
                in_common[*other] += 1;
            }
        }
        // How much of all that either has is in both, compared without fractions.
        let likeness = |other: usize| {
            (
                in_common[other],
                rows[last].len() + rows[other].len() - in_common[other],
            )
        };
        let most = met.iter().copied().reduce(|best, other| {
            let ((both, all), (both_best, all_best)) = (likeness(other), likeness(best));
            let (this, before) = (both * all_best, both_best * all);
            if this > before || this == before && other < best {
                other
            } else {
                best
            }
        });
        for other in met {
            in_common[other] = 0;
        }
        while left.get(first_left) == Some(&false) {
            first_left += 1;
        }
        next = most.or((first_left < bodies.len()).then_some(first_left));
    }
    order
}

/// Every row of bytes in a function, once each.
fn rows(body: &[u8]) -> Vec<u64> {
    let number = |row: &[u8]| row.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    let mut rows: Vec<u64> = body.windows(ROW).map(number).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_alike_come_one_after_the_other_and_none_is_lost() {
        let (one, other) = (*b"abcdefghijklmnop", *b"0123456789qrstuv");
        let (mut like_one, mut like_other) = (one, other);
        like_one[15] = b'!';
        like_other[0] = b'!';
        let bodies: [&[u8]; 5] = [&one, &other, b"short", &like_other, &like_one];
        assert_eq!(order(&bodies), [0, 4, 1, 3, 2]);
        assert!(order(&[]).is_empty());
    }

    #[test]
    fn functions_are_named_by_their_place_and_old_names_go() {
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        // One function that is taken from elsewhere, and two bodies.
        let sections: [(u8, &[u8]); 3] = [
            (IMPORTS, b"\x01\x01a\x01b\x00\x00"),
            (CODE, b"\x02\x0212\x0234"),
            (CUSTOM, b"\x04name\x01\x03\x01\x00\x00"),
        ];
        for (section, body) in sections {
            program.push(section);
            push_with_length(&mut program, body);
        }
        let old = program.len() - 12;
        let named = name(&program).expect("it is a program");
        assert_eq!(named[..old], program[..old]);
        assert_eq!(
            named[old..],
            *b"\0\x1c\x04name\x01\x15\x02\x01\x0800000000\x02\x0800000001"
        );
        assert!(name(&program[..program.len() - 1]).is_none());
    }
}
