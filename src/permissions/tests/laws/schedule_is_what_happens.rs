//! The schedule of a grant is what happens to it: nothing changes besides, and nothing in it is no change.

use latchkey_permissions::{Grant, Time};
use proptest::collection::vec;
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{config, subset, time, window, with_catalogue};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_held_is_what_the_schedule_has_led_to(
        (catalogue, parts) in with_catalogue(|catalogue| vec((subset(catalogue), window()), 0..5)),
        now in time(),
    ) {
        let grant = parts.iter().fold(Grant::NOTHING, |grant, (set, window)| grant.with(*set, *window));
        let schedule = grant.schedule(&catalogue);
        let led_to = schedule
            .iter()
            .filter(|(moment, _)| *moment <= now)
            .fold(grant.at(&catalogue, Time::MIN), |held, (_, change)| change.apply(held));
        prop_assert_eq!(led_to, grant.at(&catalogue, now));
        prop_assert!(schedule.windows(2).all(|pair| pair[0].0 < pair[1].0));
        prop_assert!(schedule.iter().all(|(_, change)| !change.is_empty()));
    }
}
