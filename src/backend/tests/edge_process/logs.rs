//! The log of a whole run holds no secret and nothing about a person.

use crate::program::{PASSWORD, Place, Program};

const SECRET: &str = "S3cr3tS3cr3tS3cr3tS3cr3tS3cr3tS3cr3tS3cr3t0";

#[test]
fn a_run_leaves_lines_of_json_without_secrets() {
    let place = Place::new();
    let program = Program::start(&place, &["--log", "debug"]);
    let session = program.sign_in("owner@example.test");
    let cookie = session
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: "))
        .and_then(|cookie| cookie.split(';').next())
        .expect("signing in sets a cookie")
        .to_owned();
    let token = cookie.split('=').next_back().expect("it has a value").to_owned();
    let headers = format!("Cookie: {cookie}\r\n");
    assert!(
        program
            .ask("GET", "/api/v1/staff?q=Astrid", &headers, "")
            .starts_with("HTTP/1.1 200")
    );
    program.ask("GET", &format!("/api/v1/invitations/{SECRET}"), "", "");
    program.ask("GET", &format!("/join/{SECRET}"), "", "");
    program.ask(
        "POST",
        "/api/v1/session",
        "Content-Type: application/json\r\n",
        &format!("{{\"email\":\"{SECRET}\""),
    );
    let ended = program.stop();
    for secret in [SECRET, PASSWORD, token.as_str(), "example.test", "Astrid"] {
        assert!(!ended.raw.contains(secret), "{}", ended.raw);
    }
    let answered: Vec<(&str, u64)> = ended
        .log
        .iter()
        .filter(|line| line["message"] == "answered")
        .map(|line| {
            (
                line["path"].as_str().unwrap_or_default(),
                line["status"].as_u64().unwrap_or_default(),
            )
        })
        .collect();
    for line in [
        ("/api/v1/session", 200),
        ("/api/v1/staff", 200),
        ("/api/v1/invitations/{token}", 404),
        ("(page)", 200),
    ] {
        assert!(answered.contains(&line), "{answered:?}");
    }
}
