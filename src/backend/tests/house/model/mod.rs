//! Sequences of everything that changes access, by two windows of the owner and by several people with several sessions
//! each, against a small model: no sequence leaves access that the model does not have, a session that should be dead, or
//! a change without its entry.
//!
//! `LATCHKEY_TIMES` is how many sequences are drawn, `LATCHKEY_SEED` what chance begins with; `cargo xtask endure
//! sequences` sets them. What fails is made shorter before it is shown.

mod check;
mod owner;
mod person;
mod rights;
mod step;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use self::step::{Step, WINDOWS, steps};
use self::world::{HOUR, Stand, World};
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
        self.entries = vec![("signed-in", self.owner.clone()); WINDOWS];
        self.check().await;
    }

    /// Whether a step is about somebody who was never invited.
    fn concerns_nobody(&self, step: Step) -> bool {
        match step {
            Step::Resend { who, .. }
            | Step::Cancel { who, .. }
            | Step::Edit { who, .. }
            | Step::Suspend { who, .. }
            | Step::Reactivate { who, .. }
            | Step::Revoke { who, .. }
            | Step::EndAll { who, .. }
            | Step::ResetFactor { who, .. } => self.people[who].stand == Stand::Unknown,
            _ => false,
        }
    }

    async fn act(&mut self, step: Step) {
        match step {
            Step::Invite { window, who, giving } => self.invite(window, who, giving).await,
            Step::Resend { window, who } => self.resend(window, who).await,
            Step::Cancel { window, who } => self.cancel(window, who).await,
            Step::Join { who, back } => self.join(who, back).await,
            Step::Edit {
                window,
                who,
                giving,
                stale,
            } => self.edit(window, who, giving, stale).await,
            Step::Suspend { window, who } => self.suspend(window, who, true).await,
            Step::Reactivate { window, who } => self.suspend(window, who, false).await,
            Step::Revoke { window, who } => self.revoke(window, who).await,
            Step::EndAll { window, who } => self.end_all(window, who).await,
            Step::ResetFactor { window, who } => self.reset_factor(window, who).await,
            Step::CreateRole { window, role, bits } => self.create_role(window, role, bits).await,
            Step::EditRole {
                window,
                role,
                bits,
                stale,
            } => self.edit_role(window, role, bits, stale).await,
            Step::DeleteRole { window, role, stale } => self.delete_role(window, role, stale).await,
            Step::MoveHolders { window, role, to } => self.move_holders(window, role, to).await,
            Step::SignIn { who, back, code } => self.sign_in(who, back, code).await,
            Step::Wait(hours) => {
                self.now += hours * HOUR;
                self.house.clock.advance(hours * HOUR);
            }
            Step::SignOut { session } => {
                if let Some(session) = self.of_people(session) {
                    self.sign_out(session).await;
                }
            }
            Step::Password { session, right } => {
                if let Some(session) = self.of_people(session) {
                    self.change_password(session, right).await;
                }
            }
            Step::EndOthers { session } => {
                if let Some(session) = self.of_people(session) {
                    self.end_others(session).await;
                }
            }
            Step::EndOne { session, other } => {
                if let (Some(session), Some(other)) = (self.of_people(session), self.of_people(other)) {
                    self.end_one(session, other).await;
                }
            }
            Step::FactorOn { session } => {
                if let Some(session) = self.of_people(session) {
                    self.factor_on(session).await;
                }
            }
            Step::FactorOff { session, right } => {
                if let Some(session) = self.of_people(session) {
                    self.factor_off(session, right).await;
                }
            }
            Step::Look { session } => {
                if let Some(session) = self.of_people(session) {
                    self.look(session).await;
                }
            }
        }
    }
}
