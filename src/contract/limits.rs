//! Lengths and sizes that both sides check, so that the form says no before the backend has to.

/// The shortest password, in characters. NIST SP 800-63B-4: 15 where it is the only factor.
pub const PASSWORD_MIN: usize = 15;
/// The shortest password of whoever has a second factor besides, in characters. The same standard.
pub const PASSWORD_MIN_WITH_SECOND_FACTOR: usize = 8;
/// How many words can be sent along when it is asked how good a password would be.
pub const PASSWORD_WORDS_MAX: usize = 5;
/// The longest password, in characters.
pub const PASSWORD_MAX: usize = 128;
/// The longest name of a person, in characters.
pub const NAME_MAX: usize = 200;
/// The longest name of a store, in characters.
pub const STORE_NAME_MAX: usize = 100;
/// The longest name of a role, in characters.
pub const ROLE_NAME_MAX: usize = 100;
/// The longest e-mail address, in characters. RFC 5321, 4.5.3.1.3.
pub const EMAIL_MAX: usize = 254;
/// The longest personal message in an invitation, in characters.
pub const MESSAGE_MAX: usize = 2_000;
/// The longest reason for a revocation, in characters.
pub const REASON_MAX: usize = 500;
/// The longest text of the security basics in one language, in characters.
pub const BASICS_MAX: usize = 10_000;
/// The shortest `Idempotency-Key`, in characters. Long enough that nobody guesses one; a random UUID is.
pub const IDEMPOTENCY_KEY_MIN: usize = 16;
/// The longest `Idempotency-Key`, in characters.
pub const IDEMPOTENCY_KEY_MAX: usize = 255;
/// How long a link for a new password can be used, in milliseconds: one hour.
pub const PASSWORD_LINK_LIFETIME_MS: i64 = 60 * 60_000;
/// How long an offer of the store can be accepted, in milliseconds: seven days.
pub const OWNERSHIP_OFFER_LIFETIME_MS: i64 = 7 * 86_400_000;
/// How long a proof of who it is holds for what needs a fresh one, in milliseconds: ten minutes.
pub const PROOF_LIFETIME_MS: i64 = 10 * 60_000;
/// The largest body of a request, in bytes.
pub const BODY_MAX: usize = 64 * 1024;
/// The most items on one page of a list.
pub const PAGE_MAX: u32 = 200;
/// How many items a page has when nothing is said.
pub const PAGE_DEFAULT: u32 = 50;
/// How long an invitation can be used, in milliseconds: seven days.
pub const INVITATION_LIFETIME_MS: i64 = 7 * 86_400_000;
/// From how long before access ends both sides are warned, in milliseconds: seven days.
pub const END_WARNING_MS: i64 = 7 * 86_400_000;

/// Whether access that ends at `ends`, in milliseconds, is to be warned of at `now`: it is still there, and not for long.
pub const fn ends_soon(ends: i64, now: i64) -> bool {
    now < ends && ends - now <= END_WARNING_MS
}

/// Whether `text` has the form of an e-mail address: one `@` with something that could be delivered to on both sides.
///
/// Deliberately wide: whether an address exists is known when the message arrives, not before.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let visible = |part: &str| !part.is_empty() && part.chars().all(|c| !c.is_whitespace() && !c.is_control());
    let labels_hold = domain.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && !label.contains(['@', '<', '>', ',', ';'])
    });
    text.chars().count() <= EMAIL_MAX
        && visible(local)
        && !local.contains(['@', '<', '>', ',', ';', '"'])
        && visible(domain)
        && domain.contains('.')
        && labels_hold
}
