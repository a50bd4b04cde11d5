//! Leaves out what the program gives to scripts and no script asks for. Leptos brings wasm-streams along, for calls of a
//! server's functions whose answers stream, and every class that a crate gives to scripts stays in a program with all that
//! it needs: four kilobytes of the first part. Left out before the program is taken apart, they go with all that.

use super::sections::{Bytes, EXPORTS, push_number, push_with_length, rewritten};

/// What the names of the classes' functions have in them: `IntoUnderlyingSource`, `IntoUnderlyingSink` and
/// `IntoUnderlyingByteSource` of <https://docs.rs/wasm-streams>, and what describes them to wasm-bindgen.
const CLASSES: &str = "intounderlying";

/// The program without them.
pub(super) fn leave_out(program: &[u8]) -> Option<Vec<u8>> {
    rewritten(program, EXPORTS, exports)
}

fn exports(body: &[u8]) -> Option<Vec<u8>> {
    let mut rest = Bytes(body);
    let (mut count, mut exports) = (0, Vec::new());
    for _ in 0..rest.number()? {
        let name = rest.text()?;
        let (kind, index) = (rest.byte()?, rest.number()?);
        if !std::str::from_utf8(name).ok()?.contains(CLASSES) {
            count += 1;
            push_with_length(&mut exports, name);
            exports.push(kind);
            push_number(&mut exports, index);
        }
    }
    let mut body = Vec::new();
    push_number(&mut body, count);
    body.extend(exports);
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(exports: &[u8]) -> Vec<u8> {
        let mut program = b"\0asm\x01\0\0\0".to_vec();
        for (section, body) in [(EXPORTS, exports), (10, &[0])] {
            program.push(section);
            push_with_length(&mut program, body);
        }
        program
    }

    #[test]
    fn only_the_classes_go() {
        let whole = program(b"\x03\x04main\0\x07\x19__wbg_intounderlyingsink_\0\x08\x06memory\x02\0");
        let kept = program(b"\x02\x04main\0\x07\x06memory\x02\0");
        assert_eq!(leave_out(&whole), Some(kept.clone()));
        assert_eq!(leave_out(&kept), Some(kept));
        assert_eq!(leave_out(&whole[..20]), None);
    }
}
