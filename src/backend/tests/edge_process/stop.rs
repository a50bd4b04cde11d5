//! Stopping: at once where nothing is going on, and never in the middle of a request.

use std::fs;
use std::io::{Read, Write};
use std::time::{Duration, Instant};

use crate::program::{Place, Program};

#[test]
fn it_stops_when_asked_and_leaves_the_data_whole() {
    for signal in ["TERM", "INT"] {
        let place = Place::new();
        let program = Program::start(&place, &[]);
        assert!(program.sign_in("owner@example.test").starts_with("HTTP/1.1 200"));
        // A browser keeps connections open that it may not need again.
        let idle = program.connect().expect("it listens");
        let started = Instant::now();
        program.signal(signal);
        let ended = program.end();
        assert_eq!(ended.status.code(), Some(0), "{}", ended.raw);
        assert!(started.elapsed() < Duration::from_secs(8), "{signal}");
        drop(idle);

        if place.has_a_file() {
            // The write-ahead log has gone into the one file that is left.
            let database = place.data().join("latchkey.sqlite");
            let header = fs::read(&database).expect("it is there");
            assert!(header.starts_with(b"SQLite format 3\0"));
            assert!(!place.data().join("latchkey.sqlite-wal").exists(), "{signal}");
        }

        let again = Program::start(&place, &[]);
        assert!(again.sign_in("manager@example.test").starts_with("HTTP/1.1 200"));
        assert_eq!(again.stop().status.code(), Some(0));
    }
}

#[test]
fn a_request_that_has_begun_is_finished() {
    let place = Place::new();
    let program = Program::start(&place, &[]);
    let mut stream = program.connect().expect("it listens");
    let body = r#"{"email":"nobody@example.test","password":"not the password at all"}"#;
    let head = format!(
        "POST /api/v1/session HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nExpect: 100-continue\r\n\
         Content-Type: application/json\r\nContent-Length: {1}\r\n\r\n",
        program.address,
        body.len()
    );
    stream.write_all(head.as_bytes()).expect("it reads");
    // Asking for the body shows that the request is being worked on.
    let expected = b"HTTP/1.1 100 Continue\r\n\r\n";
    let mut asked = [0; 25];
    stream.read_exact(&mut asked).expect("it asks");
    assert_eq!(&asked, expected);

    program.signal("TERM");
    while program.connect().is_ok() {
        std::thread::yield_now();
    }
    stream.write_all(body.as_bytes()).expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers and closes");
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    assert!(answer.contains("invalid-credentials"), "{answer}");
    assert_eq!(program.end().status.code(), Some(0));
}

#[test]
fn open_streams_do_not_hold_it_up() {
    let place = Place::new();
    let program = Program::start(&place, &[]);
    let answer = program.sign_in("owner@example.test");
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: "));
    let cookie = cookie.and_then(|line| line.split(';').next()).expect("a cookie");
    let mut stream = program.connect().expect("it listens");
    let head = format!(
        "GET /api/v1/events HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\n\r\n",
        program.address
    );
    stream.write_all(head.as_bytes()).expect("it reads");
    let mut opened = String::new();
    while !opened.contains("event: stream.opened") {
        let mut bytes = [0; 256];
        let length = stream.read(&mut bytes).expect("it tells");
        assert!(length > 0, "{opened}");
        opened.push_str(&String::from_utf8_lossy(&bytes[..length]));
    }
    let started = Instant::now();
    program.signal("TERM");
    let mut rest = String::new();
    stream.read_to_string(&mut rest).expect("it ends");
    assert_eq!(program.end().status.code(), Some(0));
    assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
}
