//! Makes pages of the website, changes them, takes them away and brings them back.

use fastrand::Rng;
use serde_json::json;

use super::Hand;
use super::books::Books;
use crate::caller::{Ask, Caller, Gone};

#[derive(Clone, Debug)]
struct Page {
    id: String,
    title: String,
    deleted: bool,
    entries: usize,
}

/// See the module.
#[derive(Default)]
pub(super) struct Pages {
    pages: Vec<Page>,
    /// What was asked for of which page, and what it becomes by it.
    doubt: Option<(Option<usize>, Ask, Page)>,
}

impl Pages {
    fn next(&self, caller: &Caller, random: &mut Rng) -> Result<(Option<usize>, Ask, Page), Gone> {
        let title = format!("A page {:08x}", random.u32(..));
        if self.pages.is_empty() || random.u8(0..5) == 0 {
            let ask = Ask::new("POST", "/resources/pages")
                .body(json!({"title": title}))
                .once();
            let page = Page {
                id: String::new(),
                title,
                deleted: false,
                entries: 1,
            };
            return Ok((None, ask, page));
        }
        let chosen = random.usize(..self.pages.len());
        let mut after = self.pages[chosen].clone();
        after.entries += 1;
        let path = format!("/resources/pages/{}", after.id);
        let ask = if after.deleted {
            after.deleted = false;
            Ask::new("PUT", format!("{path}/restoration"))
        } else {
            let seen = caller.ask(&Ask::new("GET", &path))?.expect(200).etag();
            if random.u8(0..4) == 0 {
                after.deleted = true;
                Ask::new("DELETE", path).header("If-Match", seen)
            } else {
                after.title.clone_from(&title);
                Ask::new("PATCH", path)
                    .body(json!({"title": title}))
                    .header("If-Match", seen)
            }
        };
        Ok((Some(chosen), ask, after))
    }

    fn put(&mut self, place: Option<usize>, page: Page) {
        match place {
            Some(place) => self.pages[place] = page,
            None => self.pages.push(page),
        }
    }
}

impl Hand for Pages {
    fn act(&mut self, caller: &Caller, random: &mut Rng) -> Result<(), Gone> {
        let (place, ask, mut after) = self.next(caller, random)?;
        let Ok(answer) = caller.ask(&ask) else {
            self.doubt = Some((place, ask, after));
            return Err(Gone);
        };
        assert!((200..300).contains(&answer.status), "{ask:?}: {answer:?}");
        if place.is_none() {
            after.id = answer.text("/id");
        }
        self.put(place, after);
        Ok(())
    }

    fn look(&mut self, caller: &Caller, books: &Books) -> usize {
        match self.doubt.take() {
            None => {}
            Some((None, ask, mut after)) => {
                let answer = caller.ask(&ask).expect("it answers").expect(201);
                after.id = answer.text("/id");
                self.put(None, after);
            }
            Some((Some(place), _, after)) => {
                let before = &self.pages[place];
                if books.about(&before.id) == after.entries {
                    self.put(Some(place), after);
                } else {
                    assert_eq!(books.about(&before.id), before.entries, "{before:?}");
                }
            }
        }
        for page in &self.pages {
            let there = caller.get(&format!("/resources/pages/{}", page.id));
            if page.deleted {
                assert_eq!(there.status, 404, "{page:?}");
            } else {
                assert_eq!(there.expect(200).text("/fields/title"), page.title);
            }
        }
        let list = caller.get("/resources/pages?q=A%20page&limit=200").expect(200);
        let alive = self.pages.iter().filter(|page| !page.deleted).count();
        assert_eq!(
            list.body["total"], alive,
            "a page that nobody made, or one that is missing"
        );
        self.pages.iter().map(|page| page.entries).sum()
    }
}
