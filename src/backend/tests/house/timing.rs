//! How long an answer takes says nothing about whether there is such an account, held by a statistic: of many pairs, one
//! of an account that is there and one of an account that is not, asked in a random order, neither is the slower one more
//! often than chance allows, unless by less than anybody could use.

use std::time::{Duration, Instant};

use fastrand::Rng;

use crate::support::{Browser, House, PASSWORD};

/// Who is held against the owner, and a password that is theirs in the sample store where the account cannot be used.
const OTHERS: [(&str, &str); 4] = [
    ("unknown", PASSWORD),
    ("newcomer", PASSWORD),
    ("former", PASSWORD),
    ("paused", "not the password at all"),
];

/// Pairs of each.
const PAIRS: usize = 80;
/// How far from chance a difference has to be before it counts, in standard deviations: by chance alone one run of many
/// thousands gets there.
const SURE: f64 = 4.0;
/// What nobody could tell over a network is let be, however sure it is, as a share of the whole time.
const USELESS: f64 = 0.05;

/// A sign test over pairs: by how many standard deviations the first of a pair is the slower one, and by which share of
/// the time the pairs differ in the middle.
fn statistic(pairs: &[(Duration, Duration)]) -> (f64, f64) {
    let count = f64::from(u32::try_from(pairs.len()).expect("few"));
    let slower = pairs.iter().filter(|(first, second)| first > second).count();
    let slower = f64::from(u32::try_from(slower).expect("few"));
    let sure = (2.0 * slower - count) / count.sqrt();
    let mut shares: Vec<f64> = pairs
        .iter()
        .map(|(first, second)| (first.as_secs_f64() - second.as_secs_f64()) / second.as_secs_f64())
        .collect();
    shares.sort_by(f64::total_cmp);
    (sure, shares[shares.len() / 2])
}

/// Whether somebody who measures learns something.
fn tells(pairs: &[(Duration, Duration)]) -> bool {
    let (sure, share) = statistic(pairs);
    sure.abs() > SURE && share.abs() > USELESS
}

async fn takes(browser: &Browser, mailbox: &str, password: &str) -> Duration {
    let begun = Instant::now();
    let answer = browser.sign_in(&format!("{mailbox}@example.test"), password).await;
    let taken = begun.elapsed();
    assert_eq!(answer.status, 401, "{mailbox}");
    taken
}

#[tokio::test]
async fn an_unknown_account_takes_as_long_as_a_wrong_password() {
    let house = House::sample_with(|config| config.throttle.account_failures = 1_000_000).await;
    let browser = house.browser();
    let mut random = Rng::new();
    for (mailbox, password) in OTHERS {
        let mut pairs = Vec::with_capacity(PAIRS);
        for _ in 0..PAIRS {
            let owner_first = random.bool();
            let mut owner = Duration::ZERO;
            if owner_first {
                owner = takes(&browser, "owner", "not the password at all").await;
            }
            let other = takes(&browser, mailbox, password).await;
            if !owner_first {
                owner = takes(&browser, "owner", "not the password at all").await;
            }
            pairs.push((other, owner));
        }
        assert!(!tells(&pairs), "{mailbox}: {:?}", statistic(&pairs));
    }
}

#[test]
fn the_statistic_finds_a_difference_where_there_is_one() {
    let mut random = Rng::with_seed(7);
    let mut noisy = |base: f64| Duration::from_secs_f64(base * (1.0 + 0.4 * random.f64()));
    let pairs: Vec<_> = (0..PAIRS).map(|_| (noisy(0.030), noisy(0.030))).collect();
    assert!(!tells(&pairs), "{:?}", statistic(&pairs));
    // A fifth quicker, in noise of twice that.
    let pairs: Vec<_> = (0..PAIRS).map(|_| (noisy(0.024), noisy(0.030))).collect();
    assert!(tells(&pairs), "{:?}", statistic(&pairs));
}
