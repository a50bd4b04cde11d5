//! The form of an e-mail address, on the same table for form and backend.

use latchkey_contract::limits::{EMAIL_MAX, is_email};

#[test]
fn addresses_that_could_be_delivered_to_pass() {
    for address in [
        "a@b.co",
        "sari.dewi@example.test",
        "sari+shop@example.co.id",
        "o'neill@example.ie",
        "åsa@näckros.se",
        "用户@例子.公司",
        "UPPER@EXAMPLE.TEST",
        "a@1.2.example",
    ] {
        assert!(is_email(address), "{address}");
    }
}

#[test]
fn everything_else_does_not() {
    for text in [
        "",
        "@",
        "sari",
        "sari@",
        "@example.test",
        "sari@localhost",
        "sari@example.",
        "sari@.test",
        "sari@example..test",
        "sari@-example.test",
        "sari@example-.test",
        "sari@@example.test",
        "sari@exa mple.test",
        "sari dewi@example.test",
        " sari@example.test",
        "sari@example.test ",
        "sari@example.test\n",
        "sari\0@example.test",
        "Sari <sari@example.test>",
        "a@b.test,c@d.test",
        "a@b.test;c@d.test",
        "\"sari\"@example.test",
    ] {
        assert!(!is_email(text), "{text:?}");
    }
}

#[test]
fn the_longest_address_has_as_many_characters_as_the_standard_says() {
    let domain = "@example.test";
    let longest = "a".repeat(EMAIL_MAX - domain.len()) + domain;
    assert!(is_email(&longest));
    assert!(!is_email(&format!("a{longest}")));
}
