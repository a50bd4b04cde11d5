//! People, rules and moments, drawn for one catalogue.

use latchkey_permissions::{
    Access, Bar, Catalogue, Grant, OnboardingStep, OnboardingSteps, PermissionId, PermissionSet, Rule, Staff, Status,
    Time, Window,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::catalogue;

/// A catalogue, and something drawn for it.
pub(crate) fn with_catalogue<S: Strategy>(
    draw: impl Fn(&Catalogue) -> S + Clone,
) -> impl Strategy<Value = (Catalogue, S::Value)>
where
    S::Value: Clone,
{
    catalogue().prop_flat_map(move |catalogue| {
        let drawn = draw(&catalogue);
        (Just(catalogue), drawn)
    })
}

fn known_ids(catalogue: &Catalogue) -> Vec<PermissionId> {
    catalogue.permissions().map(|entry| entry.id.clone()).collect()
}

/// Some of a catalogue's permissions, not closed.
pub(crate) fn subset(catalogue: &Catalogue) -> impl Strategy<Value = PermissionSet> + use<> {
    let ids = known_ids(catalogue);
    let (catalogue, count) = (catalogue.clone(), ids.len());
    subsequence(ids, 0..=count).prop_map(move |ids| catalogue.set(ids).known)
}

/// A moment near others, so that bounds often meet; now and then one at the end of time.
pub(crate) fn time() -> impl Strategy<Value = Time> {
    prop_oneof![
        12 => (-4_i64..=4).prop_map(Time::from_millis),
        1 => select(vec![Time::MIN, Time::MAX]),
    ]
}

/// Dates with and without bounds, also the wrong way round.
pub(crate) fn window() -> impl Strategy<Value = Window> {
    (prop::option::of(time()), prop::option::of(time())).prop_map(|(starts, ends)| Window { starts, ends })
}

/// Up to three parts, each with its dates.
fn grant(catalogue: &Catalogue) -> impl Strategy<Value = Grant> + use<> {
    vec((subset(catalogue), window()), 0..=3).prop_map(|parts| {
        parts
            .into_iter()
            .fold(Grant::NOTHING, |grant, (set, window)| grant.with(set, window))
    })
}

/// Some of the steps of onboarding.
fn steps() -> impl Strategy<Value = OnboardingSteps> {
    subsequence(OnboardingStep::ALL.to_vec(), 0..=4).prop_map(OnboardingSteps::from_iter)
}

/// A member of staff in any status.
pub(crate) fn staff(catalogue: &Catalogue) -> impl Strategy<Value = Staff> + use<> {
    let status = prop_oneof![3 => Just(Status::Active), 1 => select(Status::ALL.to_vec())];
    (status, window(), grant(catalogue), steps()).prop_map(|(status, window, grant, steps)| Staff {
        status,
        window,
        grant,
        steps,
    })
}

/// An id that no catalogue here has.
pub(crate) fn unknown_id() -> impl Strategy<Value = PermissionId> {
    select(vec![
        "ghosts.view",
        "ghosts.manage",
        "",
        "Orders.View",
        "orders",
        "staff.manage",
    ])
    .prop_map(PermissionId::from_static)
}

/// Any rule, sometimes with ids that the catalogue does not know, sometimes without any.
pub(crate) fn rule(catalogue: &Catalogue) -> impl Strategy<Value = Rule> + use<> {
    let ids = known_ids(catalogue);
    let most = ids.len().min(4);
    let known = subsequence(ids, 0..=most);
    let unknown = prop_oneof![4 => Just(Vec::new()), 1 => vec(unknown_id(), 1..3)];
    let ids = (known, unknown).prop_map(|(known, unknown)| [known, unknown].concat());
    prop_oneof![
        1 => Just(Rule::Owner),
        1 => Just(Rule::SignedIn),
        4 => ids.clone().prop_map(Rule::all),
        4 => ids.prop_map(Rule::any),
    ]
}

/// Any standing that there is.
pub(crate) fn access(catalogue: &Catalogue) -> impl Strategy<Value = Access> + use<> {
    prop_oneof![
        1 => Just(Access::SignedOut),
        1 => Just(Access::Owner),
        6 => subset(catalogue).prop_map(Access::Granted),
        1 => Just(Access::Barred(Bar::Suspended)),
        1 => prop::option::of(time()).prop_map(|when| Access::Barred(Bar::Ended(when))),
        1 => time().prop_map(|when| Access::Barred(Bar::NotStarted(when))),
        1 => steps().prop_map(|steps| Access::Barred(Bar::Onboarding(steps))),
    ]
}
