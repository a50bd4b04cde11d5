//! Account numbers in the international form (ISO 13616).

/// Whether a text looks like an IBAN: two letters, two digits, and then letters and digits.
pub(super) fn looks_like_one(text: &str) -> bool {
    let compact = compact(text);
    compact.len() >= 15
        && compact.bytes().take(2).all(|byte| byte.is_ascii_uppercase())
        && compact.bytes().skip(2).take(2).all(|byte| byte.is_ascii_digit())
}

/// Whether the check digits of an IBAN are right: the whole, read as a number, leaves 1 when divided by 97.
pub(super) fn is_right(text: &str) -> bool {
    let compact = compact(text);
    let Some((head, account)) = compact.split_at_checked(4) else {
        return false;
    };
    let digits = account
        .bytes()
        .chain(head.bytes())
        .try_fold(0_u32, |rest, byte| match byte {
            b'0'..=b'9' => Some((rest * 10 + u32::from(byte - b'0')) % 97),
            b'A'..=b'Z' => Some((rest * 100 + u32::from(byte - b'A') + 10) % 97),
            _ => None,
        });
    compact.len() <= 34 && digits == Some(1)
}

fn compact(text: &str) -> String {
    text.chars()
        .filter(|character| !matches!(character, ' ' | '-'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_digit_is_found() {
        for right in [
            "SE45 5000 0000 0583 9825 7466",
            "GB82WEST12345698765432",
            "DE89-3704-0044-0532-0130-00",
        ] {
            assert!(looks_like_one(right) && is_right(right), "{right}");
        }
        for wrong in ["SE45 5000 0000 0583 9825 7467", "GB82WEST12345698765423", ""] {
            assert!(!is_right(wrong), "{wrong}");
        }
        assert!(!looks_like_one("1234-5678901234567"));
        assert!(!looks_like_one("SE12"));
    }
}
