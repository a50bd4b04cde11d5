//! A hundred thousand questions, decided by the permission module and by Cedar: not one answer may differ, neither in
//! yes or no nor in what kind of no. `ORACLE_SEED` asks the same questions again.

use std::collections::BTreeMap;
use std::time::Instant;

use cedar_policy::{Entities, PolicySet};
use fastrand::Rng;
use latchkey_oracle::cedar::{self, Answer};
use latchkey_oracle::facts::{Need, Shop, Who};
use latchkey_oracle::{draw, ours};
use latchkey_permissions::{Decision, Denial};

/// Shops that are asked about, every other one the shipped catalogue.
const SHOPS: usize = 240;
/// Needs in each, so that each is put to many people.
const NEEDS: usize = 24;
/// Questions in each, every one about somebody new.
const QUESTIONS: usize = 500;

fn seed() -> u64 {
    match std::env::var("ORACLE_SEED") {
        Ok(seed) => seed.parse().expect("ORACLE_SEED is a whole number"),
        Err(_) => fastrand::u64(..),
    }
}

/// The kind of the module's answer.
fn kind(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "allowed",
        Decision::Denied(denial) => match denial {
            Denial::SignedOut => "signed out",
            Denial::OwnerOnly => "the owner's alone",
            Denial::Missing(_) => "missing",
            Denial::NotStarted(_) => "not started",
            Denial::Ended(_) => "ended",
            Denial::Suspended => "suspended",
            Denial::Onboarding(_) => "onboarding",
        },
    }
}

/// The kind of Cedar's answer, from the policies that made it.
fn cedar_kind(answer: &Answer, who: &Who, need: &Need) -> &'static str {
    let because = |name| answer.because.contains(name);
    match (who, need) {
        _ if answer.allowed => "allowed",
        (Who::Nobody, _) => "signed out",
        _ if because("suspended") => "suspended",
        _ if because("ended") || because("over") => "ended",
        (_, Need::Owner) => "the owner's alone",
        _ if because("not-begun") => "not started",
        _ if because("not-joined") => "onboarding",
        _ => "missing",
    }
}

struct Question {
    who: Who,
    need: usize,
    now: i64,
}

fn ask_in(shop: &Shop, rng: &mut Rng, seed: u64, kinds: &mut BTreeMap<&'static str, usize>) {
    let catalogue = ours::catalogue(shop);
    let needs: Vec<Need> = (0..NEEDS).map(|_| draw::need(rng, shop)).collect();
    let policies: Vec<PolicySet> = needs.iter().map(cedar::policies).collect();
    let questions: Vec<Question> = (0..QUESTIONS)
        .map(|_| {
            let now = draw::moment(rng);
            let who = draw::who(rng, shop, now);
            let need = rng.usize(..needs.len());
            Question { who, need, now }
        })
        .collect();

    let mut entities = cedar::shop_entities(shop);
    entities.extend(needs.iter().enumerate().map(|(n, need)| cedar::need_entity(need, n)));
    for (n, question) in questions.iter().enumerate() {
        if let Who::Staff(staff) = &question.who {
            entities.extend(cedar::staff_entities(staff, n));
        }
    }
    let entities = Entities::from_entities(entities, None).expect("entities are sound");

    for (n, Question { who, need, now }) in questions.iter().enumerate() {
        let mine = ours::decide(who, &needs[*need], &catalogue, *now);
        let request = cedar::request(cedar::principal(who, n), *need, *now);
        let theirs = cedar::decide(&request, &policies[*need], &entities);
        let kind = kind(mine);
        assert_eq!(
            (mine.is_allowed(), kind),
            (theirs.allowed, cedar_kind(&theirs, who, &needs[*need])),
            "ORACLE_SEED={seed}, now {now}\n{:?}\n{who:#?}\n{shop:?}\nours: {mine:?}\nCedar: {theirs:?}",
            needs[*need],
        );
        *kinds.entry(kind).or_default() += 1;
    }
}

#[test]
fn cedar_decides_every_question_alike() {
    let seed = seed();
    println!("ORACLE_SEED={seed}");
    let started = Instant::now();
    let mut rng = Rng::with_seed(seed);
    let mut kinds = BTreeMap::new();
    let preset = draw::preset();
    for n in 0..SHOPS {
        if n.is_multiple_of(2) {
            ask_in(&preset, &mut rng, seed, &mut kinds);
        } else {
            let shop = draw::shop(&mut rng);
            ask_in(&shop, &mut rng, seed, &mut kinds);
        }
    }

    let asked: usize = kinds.values().sum();
    println!(
        "{asked} questions, no difference, in {:.1} s: {kinds:?}",
        started.elapsed().as_secs_f32()
    );
    assert!(asked >= 100_000);
    // A test that only ever saw one kind of answer would prove little.
    let count = |kind| kinds.get(kind).copied().unwrap_or_default();
    assert!(
        count("allowed") > asked / 10 && count("missing") > asked / 10,
        "{kinds:?}"
    );
    for kind in [
        "signed out",
        "the owner's alone",
        "not started",
        "ended",
        "suspended",
        "onboarding",
    ] {
        assert!(count(kind) > asked / 500, "too few are {kind}: {kinds:?}");
    }
}
