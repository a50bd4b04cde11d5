//! The second factor: codes of an authenticator app by RFC 6238, and recovery codes. Each code works once.

use std::fmt::Write as _;

use latchkey_contract::two_factor::QrCode;
use latchkey_permissions::Time;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use qrcodegen::QrCodeEcc;
use totp_rs::{Builder, Secret, Totp};

use super::token::{random, sha256_hex};
use crate::problem::Refusal;
use crate::store::second_factors::{self, SecondFactor};
use crate::store::{Db, accounts::Account};

/// How many recovery codes somebody has.
const CODES: usize = 10;

/// The letters of base 32, small: none looks like another.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// What a code turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// A code of the app.
    App,
    /// A recovery code, which is used up now.
    Recovery,
    /// Neither, or one that was used before.
    Wrong,
}

/// A new secret in base 32: 160 bits, as RFC 4226 recommends.
pub(crate) fn new_secret() -> String {
    letters(&random::<20>()).to_uppercase()
}

/// What authenticator apps read.
pub(crate) fn uri(secret: &str, store: &str, account: &Account) -> String {
    let quoted = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let (store, email) = (quoted(store), quoted(&account.email));
    format!("otpauth://totp/{store}:{email}?secret={secret}&issuer={store}&algorithm=SHA1&digits=6&period=30")
}

/// A text as a QR code.
pub(crate) fn qr(text: &str) -> Result<QrCode, Refusal> {
    let code = qrcodegen::QrCode::encode_text(text, QrCodeEcc::Low).map_err(|_| Refusal::internal())?;
    let side = 0..code.size();
    let squares = side.clone().flat_map(|y| side.clone().map(move |x| (x, y)));
    let mut path = String::new();
    for (x, y) in squares.filter(|(x, y)| code.get_module(*x, *y)) {
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x} {y}h1v1h-1z");
    }
    Ok(QrCode {
        size: code.size().unsigned_abs(),
        path,
    })
}

/// Takes a code of the app, which then works no more; whether it was one.
pub(crate) async fn take(
    db: &mut Db,
    account: &Account,
    factor: &SecondFactor,
    code: &str,
    now: Time,
) -> Result<bool, Refusal> {
    let seconds = u64::try_from(now.millis() / 1000).map_err(|_| Refusal::internal())?;
    let Some(step) = totp(&factor.secret)?.check(&plain(code), seconds) else {
        return Ok(false);
    };
    let step = i64::try_from(step).map_err(|_| Refusal::internal())?;
    Ok(step > factor.last_step && second_factors::take_step(db, account.id.as_str(), step).await?)
}

/// Takes whatever was given at signing in.
pub(crate) async fn take_any(
    db: &mut Db,
    account: &Account,
    factor: &SecondFactor,
    given: &str,
    now: Time,
) -> Result<Given, Refusal> {
    if take(db, account, factor, given, now).await? {
        return Ok(Given::App);
    }
    let id = account.id.as_str();
    let used = second_factors::use_code(db, id, &hash(id, given)).await?;
    Ok(if used { Given::Recovery } else { Given::Wrong })
}

/// New recovery codes instead of any before them; they are known only now.
pub(crate) async fn renew_codes(db: &mut Db, account: &Account) -> Result<Vec<String>, Refusal> {
    let codes: Vec<String> = (0..CODES).map(|_| new_code()).collect();
    let id = account.id.as_str();
    let hashes: Vec<String> = codes.iter().map(|code| hash(id, code)).collect();
    second_factors::replace_codes(db, id, &hashes).await?;
    Ok(codes)
}

/// 120 random bits, in groups of six letters: with that many, a plain hash is enough (ASVS 6.5.2).
fn new_code() -> String {
    let letters = letters(&random::<15>());
    let groups = letters.as_bytes().chunks(6).map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join("-")
}

/// What is kept of a recovery code.
fn hash(account: &str, code: &str) -> String {
    sha256_hex(&[b"recovery", account.as_bytes(), plain(code).as_bytes()])
}

/// A code without what people put between its parts.
fn plain(code: &str) -> String {
    let kept = code.chars().filter(|c| !c.is_whitespace() && *c != '-');
    kept.collect::<String>().to_lowercase()
}

/// Bytes in base 32, five at a time.
fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5);
    for five in bytes.chunks(5) {
        let number = five.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        for place in (0..8).rev() {
            let index = usize::try_from(number >> (place * 5) & 31).unwrap_or_default();
            text.push(char::from(LETTERS[index]));
        }
    }
    text
}

fn totp(secret: &str) -> Result<Totp, Refusal> {
    let secret = Secret::try_from_base32(secret).map_err(|_| Refusal::internal())?;
    let built = Builder::new().with_secret(secret).with_skew(1).build();
    built.map_err(|_| Refusal::internal())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B: the secret `12345678901234567890` at 59 seconds and at 1111111109, the last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = letters(b"12345678901234567890").to_uppercase();
        assert_eq!(secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let totp = totp(&secret).expect("a secret");
        assert_eq!(totp.check("287082", 59), Some(1));
        assert_eq!(totp.check("081804", 1_111_111_109), Some(37_037_036));
        assert_eq!(totp.check("081804", 1_111_111_109 + 30), Some(37_037_036));
        assert_eq!(totp.check("081804", 1_111_111_109 + 61), None);
        assert_eq!(totp.check("287082", 1_111_111_109), None);
    }

    #[test]
    fn a_recovery_code_is_the_same_however_it_is_typed() {
        let code = new_code();
        assert_eq!(code.len(), 27);
        assert_eq!(
            hash("a", &code),
            hash("a", &format!(" {} ", code.replace('-', " ").to_uppercase()))
        );
        assert_ne!(hash("a", &code), hash("b", &code));
        assert_ne!(code, new_code());
    }

    #[test]
    fn a_qr_code_has_its_three_corners() {
        let qr = qr("otpauth://totp/x").expect("a code");
        for corner in [
            "M0 0h",
            &format!("M{} 0h", qr.size - 1),
            &format!("M0 {}h", qr.size - 1),
        ] {
            assert!(qr.path.contains(corner), "{corner}");
        }
    }
}
