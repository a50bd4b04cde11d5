//! What one wants of a role, on top of what somebody else has saved meanwhile. Pure.

use latchkey_permissions::{Catalogue, Change, PermissionSet};

/// What `mine` changes of `before`, on top of `theirs`: everything else is as it is there. What was added may need what the
/// other side took away, and the other way round; both end up closed.
pub(super) fn merged(
    before: PermissionSet,
    mine: PermissionSet,
    theirs: PermissionSet,
    catalogue: &Catalogue,
) -> PermissionSet {
    let change = Change::between(before, mine);
    let gone = catalogue.with_dependents(change.removed);
    catalogue.with_required(change.apply(theirs) - gone) - gone
}

#[cfg(test)]
mod tests {
    use latchkey_permissions::{Catalogue, PRESET_CATALOGUE};

    use super::merged;

    #[test]
    fn both_sides_changes_stay_and_what_was_taken_away_here_stays_away() {
        let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).expect("it is read");
        let set = |ids: &[&'static str]| catalogue.set(ids.iter().copied()).known;
        let before = set(&["orders.view", "products.view"]);
        let mine = set(&["orders.view", "carts.view"]);
        let theirs = set(&["orders.view", "orders.manage", "products.view", "stock.manage"]);
        assert_eq!(
            merged(before, mine, theirs, &catalogue),
            set(&["orders.view", "orders.manage", "carts.view"]),
            "managing stock needs the products that were taken away here"
        );
        assert_eq!(merged(before, before, theirs, &catalogue), theirs);
        assert_eq!(merged(before, mine, before, &catalogue), mine);
    }
}
