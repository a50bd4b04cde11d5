//! Invents shops, people, needs and moments. The same seed invents the same.

use fastrand::Rng;
use latchkey_permissions::PRESET_CATALOGUE;
use serde_json::Value;

use crate::facts::{Dates, Need, Permission, ROLES, Role, Section, Shop, Staff, Who};

/// Names that no shop has: a typing mistake, an older catalogue, an owner's power, nothing at all.
const UNKNOWN: [&str; 5] = ["ghosts.view", "ghosts.manage", "Orders.View", "staff.manage", ""];

/// Moments around which dates are drawn, so that bounds often meet: 1970, a summer's end, a leap day, long ago.
const AROUND: [i64; 4] = [0, 1_788_220_800_000, 1_709_164_800_000, -62_000_000_000_000];

/// The shipped catalogue as facts.
///
/// # Panics
/// Where the shipped catalogue is not JSON of its form.
pub fn preset() -> Shop {
    let document: Value = serde_json::from_str(PRESET_CATALOGUE).expect("the shipped catalogue is JSON");
    let text = |value: &Value| value.as_str().expect("ids are texts").to_owned();
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let permission = |entry: &Value| Permission {
        id: text(&entry["id"]),
        requires: list(&entry["requires"]).iter().map(text).collect(),
    };
    let section = |entry: &Value| Section {
        id: text(&entry["id"]),
        permissions: list(&entry["permissions"]).iter().map(permission).collect(),
    };
    Shop {
        sections: list(&document["sections"]).iter().map(section).collect(),
    }
}

/// A shop of up to 64 permissions, whose requirements lead forwards and backwards but never in a circle.
pub fn shop(rng: &mut Rng) -> Shop {
    let count = rng.usize(1..=64);
    let id = |n: usize| format!("noun-{n}.verb");
    // What may be required of each: only those before it in this order, which is not the shop's order.
    let mut order: Vec<usize> = (0..count).collect();
    rng.shuffle(&mut order);
    let mut requires = vec![Vec::new(); count];
    for (place, n) in order.iter().enumerate() {
        if place > 0 && rng.u8(..3) > 0 {
            requires[*n] = (0..rng.usize(0..=3)).map(|_| id(order[rng.usize(..place)])).collect();
        }
    }
    let mut sections: Vec<Section> = (0..rng.usize(1..=7))
        .map(|n| Section {
            id: format!("section-{n}"),
            permissions: Vec::new(),
        })
        .collect();
    for (n, requires) in requires.into_iter().enumerate() {
        let section = rng.usize(..sections.len());
        sections[section].permissions.push(Permission { id: id(n), requires });
    }
    Shop { sections }
}

/// A moment, and dates around it.
pub fn moment(rng: &mut Rng) -> i64 {
    AROUND[rng.usize(..AROUND.len())] + rng.i64(-4..=4)
}

fn dates(rng: &mut Rng, now: i64) -> Dates {
    let bound = |rng: &mut Rng, likely: i64| match rng.u8(..8) {
        0 => Some(now + rng.i64(-3..=3)),
        1 => Some(now + likely * 86_400_000 * rng.i64(0..=30)),
        _ => None,
    };
    Dates {
        starts: bound(rng, -1),
        ends: bound(rng, 1),
    }
}

fn permission(rng: &mut Rng, shop: &Shop) -> String {
    let known: Vec<&Permission> = shop.permissions().collect();
    if rng.u8(..16) == 0 {
        UNKNOWN[rng.usize(..UNKNOWN.len())].to_owned()
    } else {
        known[rng.usize(..known.len())].id.clone()
    }
}

fn role(rng: &mut Rng, shop: &Shop, now: i64) -> Role {
    let sections = match rng.u8(..4) {
        0 => vec![shop.sections[rng.usize(..shop.sections.len())].id.clone()],
        1 if rng.bool() => vec!["nowhere".to_owned()],
        _ => Vec::new(),
    };
    let permissions = (0..rng.usize(..8)).map(|_| permission(rng, shop)).collect();
    Role {
        sections,
        permissions,
        dates: dates(rng, now),
    }
}

/// Somebody; mostly active staff.
pub fn who(rng: &mut Rng, shop: &Shop, now: i64) -> Who {
    match rng.u8(..32) {
        0 => Who::Nobody,
        1 => Who::Owner,
        _ => Who::Staff(Staff {
            status: match rng.u8(..24) {
                0 => "invited",
                1 => "onboarding",
                2 => "suspended",
                3 => "ended",
                _ => "active",
            },
            dates: dates(rng, now),
            roles: (0..rng.usize(0..=ROLES)).map(|_| role(rng, shop, now)).collect(),
        }),
    }
}

/// Something to ask for. A list can be empty.
pub fn need(rng: &mut Rng, shop: &Shop) -> Need {
    let mut ids = |most| (0..rng.usize(0..=most)).map(|_| permission(rng, shop)).collect();
    let (all, any) = (ids(3), ids(4));
    match rng.u8(..20) {
        0 => Need::Owner,
        1 => Need::SignedIn,
        2..12 => Need::All(all),
        _ => Need::Any(any),
    }
}
