//! The permission catalogue, which anybody may read.

use latchkey_conformance::Client;
use latchkey_contract::endpoint::{ENDPOINTS, Guard};
use latchkey_contract::permissions::{Catalogue, CatalogueDocument};

#[test]
fn it_stands_every_check() {
    let document: CatalogueDocument = Client::browser().get("/permissions").send().expect(200).read();
    let catalogue = Catalogue::check(document).unwrap_or_else(|error| panic!("{error}"));
    assert!(catalogue.permissions().count() > 0);
}

#[test]
fn it_is_asked_for_again_by_its_etag() {
    let browser = Client::browser();
    let first = browser.get("/permissions").send().expect(200);
    let again = browser.get("/permissions").header("If-None-Match", first.etag()).send();
    let again = again.expect(304);
    assert_eq!((again.etag(), again.body.len()), (first.etag(), 0));
    let other = browser.get("/permissions").header("If-None-Match", "\"another\"");
    assert_eq!(other.send().expect(200).body, first.body);
}

#[test]
fn the_rules_of_all_calls_name_only_what_is_in_it() {
    let catalogue = crate::catalogue();
    for endpoint in ENDPOINTS {
        if let Guard::Rule(rule) = &endpoint.guard {
            assert_eq!(rule.compile(&catalogue).unknown(), [], "{}", endpoint.name);
        }
    }
}
