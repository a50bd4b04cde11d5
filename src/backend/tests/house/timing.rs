//! How long an answer takes says nothing about whether there is such an account.

use std::time::{Duration, Instant};

use crate::support::{House, PASSWORD};

const EMAILS: [&str; 5] = ["owner", "unknown", "newcomer", "former", "paused"];

/// Other work on the machine only ever adds to the time, so that the quickest of many is what the work itself takes.
/// On a machine at rest a few rounds tell; on a busy one it takes more of them until each has had a quiet moment.
const ROUNDS: usize = 200;

/// How far the quickest may lie apart. Without the comparison with nobody's password the unknown would be some ten
/// times quicker than the others, however often they are asked.
const ALIKE: f64 = 1.5;

#[tokio::test]
async fn an_unknown_account_takes_as_long_as_a_wrong_password() {
    let house = House::sample_with(|config| config.throttle.account_failures = 1_000).await;
    let browser = house.browser();
    let mut quickest = [Duration::MAX; EMAILS.len()];
    for _ in 0..ROUNDS {
        for (email, quickest) in EMAILS.iter().zip(&mut quickest) {
            let password = if matches!(*email, "owner" | "paused") {
                "not the password at all"
            } else {
                PASSWORD
            };
            let started = Instant::now();
            let answer = browser.sign_in(&format!("{email}@example.test"), password).await;
            *quickest = started.elapsed().min(*quickest);
            assert_eq!(answer.status, 401);
        }
        let least = quickest.iter().min().map_or(0.0, Duration::as_secs_f64);
        let most = quickest.iter().max().map_or(0.0, Duration::as_secs_f64);
        if most < ALIKE * least {
            return;
        }
    }
    panic!("{EMAILS:?} take at least {quickest:?}");
}
