//! Starting: what is said once, and what it will not start with.

use std::fs;
use std::net::TcpListener;

use crate::program::{PASSWORD, Place, Program};

#[test]
fn a_first_start_tells_the_sign_ins_once_and_they_work() {
    let place = Place::new();
    let program = Program::start(&place, &[]);
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
    assert!(program.sign_in("former@example.test").starts_with("HTTP/1.1 401"));
    let said = program.stop().said;
    for mailbox in ["owner", "manager", "fulfilment", "accountant", "newcomer", "nobody"] {
        assert!(said.contains(&format!("  {mailbox}@example.test ")), "{said}");
    }
    assert!(said.contains("/join/"), "{said}");
    assert!(!said.contains(PASSWORD), "{said}");

    let again = Program::start(&place, &[]);
    assert!(again.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
    let said = again.stop().said;
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn an_empty_store_is_offered_to_its_owner() {
    let place = Place::new();
    let program = Program::start(&place, &["--empty"]);
    let refused = program.ask("GET", "/api/v1/session", "", "");
    assert!(
        refused.starts_with("HTTP/1.1 401") && refused.contains("no-owner"),
        "{refused}"
    );
    assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 401"));
    let said = program.stop().said;
    assert!(said.contains("http://127.0.0.1:"), "{said}");
    assert!(
        said.contains("no owner yet") && !said.contains("example.test"),
        "{said}"
    );
}

#[test]
fn what_keeps_it_from_starting_is_one_sentence_with_the_way_out() {
    let place = Place::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("it has an address").port().to_string();
    let file = place.assets().join("index.html").display().to_string();
    for (arguments, way_out) in [
        (&["--port", port.as_str()][..], "--port"),
        (&["--data", file.as_str()][..], "--data"),
        (&["--assets", "/nowhere/at/all"][..], "--assets"),
        (&["--log", "=,="][..], "--log"),
        (
            &["--smtp", "ftp://mail.example.test", "--mail-from", "a@b.test"][..],
            "smtps://",
        ),
        (
            &["--smtp", "smtp://a:b@mail.example.test", "--mail-from", "a@b.test"][..],
            "LATCHKEY_SMTP_USER",
        ),
        (
            &["--smtp", "smtps://mail.example.test", "--mail-from", "nobody"][..],
            "--mail-from",
        ),
    ] {
        let said = place.refused(arguments);
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(
            said.starts_with("latchkey-backend: ") && said.contains(way_out),
            "{said}"
        );
        assert!(!said.contains("panicked") && !said.contains("Os {"), "{said}");
    }
}

#[test]
fn a_damaged_database_and_a_short_password_are_refused() {
    let place = Place::new();
    fs::create_dir(place.data()).expect("it is made");
    fs::write(
        place.data().join("latchkey.sqlite"),
        "this is no database, and it is long enough to see it",
    )
    .expect("it is written");
    let said = place.refused(&[]);
    assert!(said.contains("latchkey.sqlite") && said.contains("--data"), "{said}");

    let place = Place::new();
    let output = place
        .command()
        .env("LATCHKEY_SAMPLE_PASSWORD", "short")
        .output()
        .expect("it runs");
    let said = String::from_utf8(output.stderr).expect("it is text");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("LATCHKEY_SAMPLE_PASSWORD"), "{said}");
}
