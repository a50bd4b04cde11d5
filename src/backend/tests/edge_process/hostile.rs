//! Requests that no browser sends: cut off, endless, ambiguous, enormous, a byte at a time. None of them does anything, and
//! whoever asks properly is answered meanwhile.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use crate::program::{Place, Program};

const INVITATION: &str = r#"{"email":"half@example.test","permissions":[]}"#;

/// The cookie of the owner, as it is sent.
fn owner(program: &Program) -> String {
    let answer = program.sign_in("owner@example.test");
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: "));
    cookie
        .and_then(|line| line.split(';').next())
        .expect("a cookie")
        .to_owned()
}

/// How many people there are.
fn people(program: &Program, cookie: &str) -> String {
    let answer = program.ask("GET", "/api/v1/staff?limit=1", &format!("Cookie: {cookie}\r\n"), "");
    let total = answer
        .rsplit_once("\"total\":")
        .map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect());
    total.unwrap_or_else(|| panic!("{answer}"))
}

/// The head of an invitation with these headers besides.
fn head(program: &Program, cookie: &str, headers: &str) -> String {
    format!(
        "POST /api/v1/staff HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: {cookie}\r\nConnection: close\r\n\
         Content-Type: application/json\r\n{headers}\r\n",
        program.address
    )
}

/// Sends bytes, ends sending, and reads what comes; nothing where the connection is closed without a word.
fn exchange(program: &Program, bytes: &[u8]) -> String {
    let mut stream = program.connect().expect("it listens");
    // It may hang up before everything is sent.
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[test]
fn a_request_that_is_cut_off_does_nothing() {
    let place = Place::new();
    let program = Program::start(&place, &[]);
    let cookie = owner(&program);
    let before = people(&program, &cookie);
    let length = INVITATION.len();
    for sent in [0, 1, length / 2, length - 1] {
        let head = head(&program, &cookie, &format!("Content-Length: {length}\r\n"));
        let answer = exchange(&program, format!("{head}{}", &INVITATION[..sent]).as_bytes());
        assert!(["", "400"].contains(&status(&answer)), "{sent}: {answer}");
    }
    // In pieces, of which the last never comes.
    let head = head(&program, &cookie, "Transfer-Encoding: chunked\r\n");
    let answer = exchange(&program, format!("{head}{length:x}\r\n{INVITATION}\r\n").as_bytes());
    assert!(["", "400"].contains(&status(&answer)), "{answer}");
    assert_eq!(people(&program, &cookie), before);
    program.stop();
}

#[test]
fn a_request_that_could_be_read_in_two_ways_is_read_in_none() {
    let place = Place::new();
    let program = Program::start(&place, &[]);
    let cookie = owner(&program);
    let before = people(&program, &cookie);
    let length = INVITATION.len();
    for headers in [
        format!("Content-Length: {length}\r\nContent-Length: {}\r\n", length + 1),
        format!("Content-Length: +{length}\r\n"),
        format!("Content-Length: {length}, {length}1\r\n"),
        "Transfer-Encoding: chunked, identity\r\n".to_owned(),
        format!("Content-Length : {length}\r\n"),
        format!("X: y\r\n Content-Length: {length}\r\n"),
    ] {
        let answer = exchange(
            &program,
            format!("{}{INVITATION}", head(&program, &cookie, &headers)).as_bytes(),
        );
        assert!(["", "400"].contains(&status(&answer)), "{headers}: {answer}");
    }
    // With both a length and pieces, the pieces count, and what comes after them is no request of its own.
    let smuggled = format!("{length:x}\r\n{INVITATION}\r\n0\r\n\r\nGET /api/v1/session HTTP/1.1\r\nHost: x\r\n\r\n");
    let headers = "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n";
    let answer = exchange(
        &program,
        format!("{}{smuggled}", head(&program, &cookie, headers)).as_bytes(),
    );
    assert!(answer.matches("HTTP/1.1 ").count() <= 1, "{answer}");
    let after = people(&program, &cookie);
    let invited = usize::from(status(&answer) == "201");
    assert_eq!(
        after.parse::<usize>(),
        before.parse::<usize>().map(|before| before + invited)
    );
    program.stop();
}

#[test]
fn what_is_enormous_is_refused_before_it_is_read() {
    let place = Place::new();
    let program = Program::start(&place, &[]);
    let cookie = owner(&program);
    let begun = Instant::now();
    // A terabyte that is only announced.
    let mut stream = program.connect().expect("it listens");
    let announced = head(&program, &cookie, "Content-Length: 1099511627776\r\n");
    stream.write_all(announced.as_bytes()).expect("it reads");
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).expect("it answers");
    assert_eq!(&answer, b"HTTP/1.1 413");
    drop(stream);

    let long = "x".repeat(2_000_000);
    for request in [
        format!("GET /api/v1/session HTTP/1.1\r\nHost: x\r\nCookie: {long}\r\n\r\n"),
        format!("GET /api/v1/staff?q={long} HTTP/1.1\r\nHost: x\r\n\r\n"),
        format!(
            "GET /api/v1/session HTTP/1.1\r\nHost: x\r\n{}\r\n",
            "A: b\r\n".repeat(100_000)
        ),
    ] {
        let answer = exchange(&program, request.as_bytes());
        assert!(["", "400", "414", "431"].contains(&status(&answer)), "{answer}");
    }
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    people(&program, &cookie);
    program.stop();
}

#[test]
fn many_who_are_slow_keep_nobody_waiting() {
    const SLOW: usize = 300;
    let place = Place::new();
    let program = Program::start(&place, &[]);
    let cookie = owner(&program);
    let mut slow: Vec<TcpStream> = Vec::new();
    for n in 0..SLOW {
        let mut stream = program.connect().expect("it listens");
        // Half of them stop within the head, half within the body.
        let begun = if n % 2 == 0 {
            "GET /api/v1/session HTTP/1.1\r\nHost: x\r\nCook".to_owned()
        } else {
            format!("{}{{", head(&program, &cookie, "Content-Length: 200\r\n"))
        };
        stream.write_all(begun.as_bytes()).expect("it reads");
        slow.push(stream);
    }
    for _ in 0..20 {
        let begun = Instant::now();
        people(&program, &cookie);
        assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
        for stream in &mut slow {
            // A byte at a time.
            let _ = stream.write_all(b" ");
        }
    }
    drop(slow);
    program.stop();
}

#[test]
fn methods_that_nobody_needs_are_refused() {
    let place = Place::new();
    let program = Program::start(&place, &[]);
    for method in ["TRACE", "CONNECT", "PROPFIND", "get"] {
        for path in ["/", "/api/v1/session"] {
            let request =
                format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: secret=1\r\n\r\n");
            let answer = exchange(&program, request.as_bytes());
            assert!(
                ["", "400", "405", "501"].contains(&status(&answer)),
                "{method} {path}: {answer}"
            );
            assert!(!answer.contains("secret"), "{answer}");
        }
    }
    program.stop();
}
