//! The first page after signing in is always one that the person may open.

use latchkey_permissions::{Access, Bar, Denial, Landing, PermissionSet, Rule, landing};
use proptest::collection::vec;
use proptest::prelude::*;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use crate::support::{access, config, preset, rule, with_catalogue};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_is_the_first_that_may_be_opened(
        (catalogue, (access, pages)) in
            with_catalogue(|catalogue| (access(catalogue), vec(rule(catalogue), 0..8))),
    ) {
        let rules: Vec<_> = pages.iter().map(|page| page.compile(&catalogue)).collect();
        let opens = |n: &usize| rules[*n].decide(&access).is_allowed();
        let enters = match access {
            Access::Owner => true,
            Access::Granted(set) => !set.is_empty(),
            Access::SignedOut | Access::Barred(_) => false,
        };
        let first = (0..rules.len()).find(opens).filter(|_| enters);
        match landing(rules.iter().zip(0..), &access) {
            Landing::Page(page) => prop_assert_eq!(Some(page), first),
            Landing::NoAccess(_) => prop_assert_eq!(None, first),
        }
    }
}

#[test]
fn who_cannot_arrive_is_told_why() {
    let catalogue = preset();
    let pages = [
        Rule::SignedIn.compile(&catalogue),
        Rule::all(["orders.view"]).compile(&catalogue),
    ];
    let arrive = |access| landing(pages.iter().zip(["overview", "orders"]), &access);

    let nothing = PermissionSet::EMPTY;
    assert_eq!(arrive(Access::SignedOut), Landing::NoAccess(Denial::SignedOut));
    assert_eq!(
        arrive(Access::Granted(nothing)),
        Landing::NoAccess(Denial::Missing(nothing))
    );
    assert_eq!(
        arrive(Access::Barred(Bar::Suspended)),
        Landing::NoAccess(Denial::Suspended)
    );
    assert_eq!(
        arrive(Access::Barred(Bar::Ended(None))),
        Landing::NoAccess(Denial::Ended(None))
    );
    assert_eq!(arrive(Access::Owner), Landing::Page("overview"));
    assert_eq!(
        arrive(Access::Granted(catalogue.everything())),
        Landing::Page("overview")
    );
}

/// Somebody whose only pages are elsewhere is told what the first page would have needed.
#[test]
fn who_may_open_none_of_the_pages_is_told_what_the_first_needs() {
    let catalogue = preset();
    let set = |id: &'static str| catalogue.set([id]).known;
    let pages = [Rule::all(["orders.view"]), Rule::all(["products.view"])].map(|rule| rule.compile(&catalogue));
    let arrived = landing(pages.iter().zip(0..), &Access::Granted(set("reports.view")));
    assert_eq!(arrived, Landing::NoAccess(Denial::Missing(set("orders.view"))));
}
