//! The stream of events opens, whoever it is for, and says with which id to go on.

use latchkey_conformance::Staff;
use latchkey_conformance::people::owner;
use latchkey_contract::event::{EVENTS_SO_FAR, STREAM_OPENED};

#[test]
fn a_stream_opens_where_the_session_says_that_it_goes_on() {
    let staff = Staff::with(&[]);
    for client in [owner(), &staff.client] {
        let session = client.get("/session").send().expect(200);
        let so_far = session.header(EVENTS_SO_FAR).expect("it is said").to_owned();
        let opened = client.get(format!("/events?after={so_far}")).send().expect(200);
        let text = String::from_utf8_lossy(&opened.body);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.contains(&format!("event: {STREAM_OPENED}").as_str()), "{text}");
        assert!(lines.contains(&format!("id: {so_far}").as_str()), "{text}");
    }
}
