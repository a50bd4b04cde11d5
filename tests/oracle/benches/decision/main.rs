//! How long one decision takes, and the whole menu of forty rules: by the permission module, by `cedar-policy` and by
//! `casbin`. Each is set up as its documentation advises, with everything read and parsed beforehand, and all three are
//! first seen to give the same forty answers. The last lines say how many times quicker the module is.

mod casbin;
mod cedar;
mod estimates;
mod module;
mod shop;

use std::hint::black_box;
use std::path::Path;
use std::time::SystemTime;

use criterion::Criterion;

use estimates::Estimates;
use shop::Shop;

/// Something that the store manager may do, and something that they may not.
const ALLOWED: &str = "orders.refund";
const DENIED: &str = "settings.payment";

/// One engine, ready to answer.
trait Engine {
    /// Its name in the results.
    const NAME: &'static str;

    /// All that can be done before the first question.
    fn prepare(shop: &Shop) -> Self;

    /// Whether the store manager may do what has this place in the catalogue.
    fn decide(&self, place: usize) -> bool;
}

fn measure<E: Engine>(criterion: &mut Criterion, shop: &Shop) -> Vec<bool> {
    let engine = E::prepare(shop);
    for (question, id) in [("allowed", ALLOWED), ("denied", DENIED)] {
        let place = shop.place(id);
        assert_eq!(engine.decide(place), question == "allowed", "{} on {id}", E::NAME);
        criterion.bench_function(&format!("{question}/{}", E::NAME), |bencher| {
            bencher.iter(|| engine.decide(black_box(place)));
        });
    }
    let menu = || (0..shop.len()).filter(|place| engine.decide(black_box(*place))).count();
    criterion.bench_function(&format!("menu/{}", E::NAME), |bencher| bencher.iter(menu));
    (0..shop.len()).map(|place| engine.decide(place)).collect()
}

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion");
    let started = SystemTime::now();
    let mut criterion = Criterion::default().output_directory(&folder).configure_from_args();

    let shop = Shop::preset();
    assert_eq!(shop.len(), 40, "the menu has a rule for each permission");
    let ours = measure::<module::Module>(&mut criterion, &shop);
    assert_eq!(
        ours,
        measure::<cedar::Cedar>(&mut criterion, &shop),
        "Cedar answers otherwise"
    );
    assert_eq!(
        ours,
        measure::<casbin::Casbin>(&mut criterion, &shop),
        "casbin answers otherwise"
    );
    criterion.final_summary();

    let estimates = Estimates::since(started, &folder);
    println!();
    for question in ["allowed", "denied", "menu"] {
        estimates.compare(
            question,
            module::Module::NAME,
            &[cedar::Cedar::NAME, casbin::Casbin::NAME],
        );
    }
}
