//! The list of staff: pages, their order and their bounds.

use latchkey_conformance::Invited;
use latchkey_conformance::people::{fresh_word, owner};
use latchkey_contract::limits::PAGE_MAX;
use latchkey_contract::list::STAFF_SORTS;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::staff::StaffPage;
use serde_json::json;

fn page(query: &str) -> StaffPage {
    owner().get(format!("/staff?{query}")).send().expect(200).read()
}

/// All pages of `limit` accounts, one after the other.
fn pages(query: &str, limit: usize) -> Vec<StaffPage> {
    let mut pages = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let next = cursor
            .as_ref()
            .map_or(String::new(), |cursor| format!("&cursor={cursor}"));
        let page = page(&format!("{query}&limit={limit}{next}"));
        cursor.clone_from(&page.next);
        pages.push(page);
        assert!(pages.len() <= 20, "the pages have no end");
        if cursor.is_none() {
            return pages;
        }
    }
}

/// Accounts whose names have `word` in them, in the order of their letters.
fn some_staff(word: &str) -> Vec<Invited> {
    let letters = ["a", "B", "c", "D", "e"];
    let addresses = ["5", "3", "1", "4", "2"];
    let people = letters.iter().zip(addresses);
    people
        .map(|(letter, address)| {
            let email = format!("{address}-{word}@conformance.example.test");
            Invited::by(&json!({ "email": email, "name": format!("{word} {letter}"), "permissions": [] }))
        })
        .collect()
}

fn last_words(pages: &[StaffPage]) -> Vec<String> {
    let items = pages.iter().flat_map(|page| &page.items);
    items
        .map(|member| member.name.rsplit(' ').next().unwrap_or_default().to_lowercase())
        .collect()
}

#[test]
fn pages_follow_each_other_without_gap_or_double() {
    let word = fresh_word();
    let people = some_staff(&word);
    for limit in 1..=people.len() + 1 {
        let pages = pages(&format!("q={word}"), limit);
        let sizes: Vec<usize> = pages.iter().map(|page| page.items.len()).collect();
        assert_eq!(sizes.len(), people.len().div_ceil(limit), "pages of {limit}: {sizes:?}");
        assert!(
            pages.iter().all(|page| page.total == 5),
            "the total is that of all pages"
        );
        assert_eq!(last_words(&pages), ["a", "b", "c", "d", "e"]);
    }
}

#[test]
fn somebody_new_does_not_disturb_the_pages_that_follow() {
    let word = fresh_word();
    let _people = some_staff(&word);
    let query = format!("q={word}");
    let first = page(&format!("{query}&limit=2"));
    let _new = Invited::by(&json!({
        "email": format!("new-{word}@conformance.example.test"),
        "name": format!("{word} 0"),
        "permissions": [],
    }));
    let cursor = first.next.expect("more");
    let second = page(&format!("{query}&limit=2&cursor={cursor}"));
    assert_eq!(last_words(&[second]), ["c", "d"]);
}

#[test]
fn every_order_goes_both_ways() {
    let word = fresh_word();
    let _people = some_staff(&word);
    for sort in STAFF_SORTS {
        let ids = |sort: &str| -> Vec<String> {
            let pages = pages(&format!("q={word}&sort={sort}"), 2);
            let items = pages.into_iter().flat_map(|page| page.items);
            items.map(|member| member.id.to_string()).collect()
        };
        let (up, mut down) = (ids(sort), ids(&format!("-{sort}")));
        down.reverse();
        assert_eq!(up.len(), 5, "{sort}");
        assert_eq!(up, down, "{sort}");
    }
    let by_email = pages(&format!("q={word}&sort=email"), 3);
    assert_eq!(last_words(&by_email), ["c", "e", "b", "d", "a"]);
    let by_name = pages(&format!("q={word}&sort=-name"), 3);
    assert_eq!(last_words(&by_name), ["e", "d", "c", "b", "a"]);
}

#[test]
fn bounds_are_held() {
    for query in ["limit=1".to_owned(), format!("limit={PAGE_MAX}")] {
        assert!(page(&query).items.len() <= PAGE_MAX as usize);
    }
    let too_many = format!("limit={}", PAGE_MAX + 1);
    for query in [
        "limit=0",
        "limit=-1",
        "limit=x",
        "limit=1.5",
        &too_many,
        "limit=99999999999999999999",
        "sort=password",
        "sort=--name",
        "sort=name,email",
        "cursor=nonsense",
        "cursor=%27",
        "status=nobody",
        "role=no-such-role",
        "permission=orders.destroy",
        "owner=true",
        "limit=1&limit=2",
    ] {
        let problem = owner()
            .get(format!("/staff?{query}"))
            .send()
            .refused(ProblemCode::Invalid);
        let name = query.split('=').next().unwrap_or_default();
        assert_eq!(problem.errors[0].pointer, format!("/{name}"), "{query}");
    }
}

#[test]
fn a_cursor_belongs_to_its_question() {
    let word = fresh_word();
    let _people = some_staff(&word);
    let cursor = page(&format!("q={word}&limit=2")).next.expect("more");
    for other in [
        format!("q={word}&sort=-name"),
        format!("q={word}&sort=email"),
        "q=another".into(),
    ] {
        let answer = owner().get(format!("/staff?{other}&limit=2&cursor={cursor}")).send();
        answer.refused(ProblemCode::Invalid);
    }
}
