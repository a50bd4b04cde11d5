//! How long an answer takes says nothing about whether there is such an account.

use std::time::{Duration, Instant};

use crate::support::{House, PASSWORD};

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

#[tokio::test]
async fn an_unknown_account_takes_as_long_as_a_wrong_password() {
    let house = House::sample_with(|config| config.throttle.account_failures = 1_000).await;
    let browser = house.browser();
    let emails = ["owner", "unknown", "newcomer", "former", "paused"];
    let mut times = vec![Vec::new(); emails.len()];
    // In turn, so that whatever else the machine does meanwhile falls on all alike.
    for round in 0..16 {
        for (email, times) in emails.iter().zip(&mut times) {
            let password = if matches!(*email, "owner" | "paused") {
                "not the password at all"
            } else {
                PASSWORD
            };
            let started = Instant::now();
            let answer = browser.sign_in(&format!("{email}@example.test"), password).await;
            if round > 0 {
                times.push(started.elapsed());
            }
            assert_eq!(answer.status, 401);
        }
    }
    let medians: Vec<_> = times.into_iter().map(median).collect();
    let (least, most) = (medians.iter().min().expect("some"), medians.iter().max().expect("some"));
    // Without the comparison with nobody's password the unknown would be some ten times quicker.
    assert!(
        most.as_secs_f64() < 1.5 * least.as_secs_f64(),
        "{emails:?} take {medians:?}"
    );
}
