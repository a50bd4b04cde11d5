//! What can be held in the model, and what it opens. Written out once more by hand, and not taken from the catalogue that
//! is put to the test.

/// A set of [`RIGHTS`], one bit for each.
pub(super) type Bits = u16;

/// A permission, and the one that it requires.
pub(super) struct Right {
    pub(super) id: &'static str,
    requires: Option<usize>,
}

const fn right(id: &'static str, requires: Option<usize>) -> Right {
    Right { id, requires }
}

/// Some of each section; by their ids, as they are answered.
pub(super) const RIGHTS: [Right; 14] = [
    right("orders.view", None),
    right("orders.manage", Some(0)),
    right("products.view", None),
    right("stock.manage", Some(2)),
    right("campaigns.view", None),
    right("campaigns.manage", Some(4)),
    right("reports.view", None),
    right("website.view", None),
    right("website.design", Some(7)),
    right("channels.view", None),
    right("channels.social", Some(9)),
    right("settings.view", None),
    right("settings.tax", Some(11)),
    right("settings.payment", Some(11)),
];

/// The place of the one that is sensitive.
pub(super) const SENSITIVE: usize = 13;

/// All of them.
pub(super) const ALL: Bits = (1 << RIGHTS.len()) - 1;

/// One call of each section, and the place of the permission that opens it.
pub(super) const PROBES: [(&str, usize); 7] = [
    ("/resources/orders?limit=1", 0),
    ("/resources/products?limit=1", 2),
    ("/resources/campaigns?limit=1", 4),
    ("/reports", 6),
    ("/resources/site", 7),
    ("/resources/social", 10),
    ("/resources/general", 11),
];

/// With all that they require.
pub(super) fn closed(bits: Bits) -> Bits {
    let required = RIGHTS.iter().enumerate().filter(|(n, _)| holds(bits, *n));
    required.fold(bits, |all, (_, right)| right.requires.map_or(all, |n| all | 1 << n))
}

/// Whether the one in this place is among them.
pub(super) fn holds(bits: Bits, place: usize) -> bool {
    bits & 1 << place != 0
}

/// Their ids.
pub(super) fn ids(bits: Bits) -> Vec<&'static str> {
    let held = RIGHTS.iter().enumerate().filter(|(n, _)| holds(bits, *n));
    held.map(|(_, right)| right.id).collect()
}
