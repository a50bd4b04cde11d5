//! Sequences of everything that changes access, by two windows of the owner and by several people with several sessions
//! each, against a small model: no sequence leaves access that the model does not have, a session that should be dead, or
//! a change without its entry.
//!
//! `LATCHKEY_TIMES` is how many sequences are drawn, `LATCHKEY_SEED` what chance begins with; `cargo xtask endure
//! sequences` sets them. What fails is made shorter before it is shown.

mod act;
mod arrival;
mod asking;
mod check;
mod dates;
mod draw;
mod factor;
mod links;
mod owner;
mod ownership;
mod person;
mod reset;
mod rights;
mod roles;
mod sessions;
mod step;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use self::draw::steps;
use self::step::{Step, WINDOWS};
use self::world::World;
use crate::support::House;

/// How many sequences in an ordinary run.
const TIMES: u32 = 3;
/// How often a sequence that fails is tried again, shorter.
const SHORTER: u32 = 24;

/// A number from the environment.
fn given<T: std::str::FromStr>(name: &str) -> Option<T> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

#[test]
fn no_sequence_leaves_access_a_session_or_a_change_that_the_model_does_not_have() {
    let seed: u64 = given("LATCHKEY_SEED").unwrap_or_else(|| fastrand::u64(..));
    let times = given("LATCHKEY_TIMES").unwrap_or(TIMES);
    // Shown where it fails.
    println!("LATCHKEY_SEED={seed} LATCHKEY_TIMES={times}");
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config {
        cases: times,
        max_shrink_iters: SHORTER,
        failure_persistence: None,
        ..Config::default()
    };
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(config, random);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("it is made");
    let outcome = runner.run(&steps(), |steps| {
        let done = catch_unwind(AssertUnwindSafe(|| runtime.block_on(run(&steps))));
        done.map_err(|_| TestCaseError::fail("the panic above says how"))
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// Does one sequence, and looks after each step.
async fn run(steps: &[Step]) {
    // Whoever mistypes is not to wait here, and a proof of who somebody is lasts.
    let house = House::sample_with(|config| {
        config.throttle.account_failures = 1_000_000;
        config.proof_lifetime_ms = i64::MAX / 2;
    })
    .await;
    let mut world = World::new(house);
    world.begin().await;
    for (number, step) in steps.iter().enumerate() {
        if world.concerns_nobody(*step) {
            continue;
        }
        println!("step {number}: {step:?}");
        world.act(*step).await;
        world.check().await;
    }
    let window = world.window(0).await;
    let verified = world.sessions[window]
        .browser
        .get("/activity/verification")
        .await
        .expect(200);
    assert_eq!(verified.at("/ok"), true, "{verified:?}");
}

impl World {
    async fn begin(&mut self) {
        for window in 0..WINDOWS {
            let number = self.window(window).await;
            let session = self.sessions[number].browser.get("/session").await.expect(200);
            self.owner = session.text_at("/account/id");
        }
        let window = &self.sessions[self.windows[0]].browser;
        let settings = window.get("/staff/onboarding").await.expect(200);
        self.asks(settings.at("/basics/text"));
        self.entries = vec![("signed-in", self.owner.clone()); WINDOWS];
        self.check().await;
    }
}
