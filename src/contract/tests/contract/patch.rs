//! The three states of a merge patch's member come through JSON as they were.

use std::fmt::Debug;

use latchkey_contract::id::RoleId;
use latchkey_contract::patch::Patch;
use latchkey_contract::permissions::{PermissionId, Time};
use latchkey_contract::profile::ProfilePatch;
use latchkey_contract::staff::StaffPatch;
use proptest::collection::vec;
use proptest::prelude::*;

fn member<T: Clone + Debug + 'static>(value: impl Strategy<Value = T> + 'static) -> impl Strategy<Value = Patch<T>> {
    prop_oneof![Just(Patch::Keep), Just(Patch::Clear), value.prop_map(Patch::Set)]
}

fn time() -> impl Strategy<Value = Time> {
    (Time::MIN.millis()..=Time::MAX.millis()).prop_map(Time::from_millis)
}

fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..12).prop_map(String::from_iter)
}

fn staff_patch() -> impl Strategy<Value = StaffPatch> {
    let permissions = vec(text().prop_map(PermissionId::from), 0..4);
    let roles = vec(text().prop_map(RoleId), 0..3);
    (
        proptest::option::of(text()),
        proptest::option::of(permissions),
        proptest::option::of(roles),
        member(time()),
        member(time()),
        proptest::option::of(any::<bool>()),
    )
        .prop_map(
            |(name, permissions, roles, starts, ends, two_factor_required)| StaffPatch {
                name,
                permissions,
                roles,
                starts,
                ends,
                reason: String::new(),
                periods: None,
                two_factor_required,
            },
        )
}

proptest! {
    #[test]
    fn a_patch_of_staff_comes_back_as_it_was(patch in staff_patch()) {
        let json = serde_json::to_string(&patch)?;
        prop_assert_eq!(serde_json::from_str::<StaffPatch>(&json)?, patch);
    }

    #[test]
    fn a_patch_of_a_profile_comes_back_as_it_was(name in proptest::option::of(text()), language in member(text())) {
        let patch = ProfilePatch { name, language };
        let json = serde_json::to_string(&patch)?;
        prop_assert_eq!(serde_json::from_str::<ProfilePatch>(&json)?, patch);
    }

    #[test]
    fn a_patch_between_two_values_leads_from_one_to_the_other(
        before in proptest::option::of(0_u8..3),
        after in proptest::option::of(0_u8..3),
    ) {
        let patch = Patch::between(before.as_ref(), after);
        prop_assert_eq!(patch.is_keep(), before == after);
        prop_assert_eq!(patch.apply(before), after);
    }
}
