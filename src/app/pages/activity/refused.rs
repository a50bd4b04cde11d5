//! What somebody was refused, in the words of the pages: a call of the contract is no word for a shop owner. Which page a call
//! belongs to is told by its path, so that one that is added later has words too. Pure but for the words.

use latchkey_contract::activity::Entry;
use latchkey_contract::endpoint::{ENDPOINTS, Method};
use latchkey_contract::screen::{SCREENS, Screen};

use crate::i18n::{self, screen_title, words};

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attempt {
    See,
    Change,
    /// Take out as a file.
    File,
}

/// What a call tried, and the page that it belongs to where that is one of the app's own. None where this build does not know
/// the call.
fn attempt(call: &str) -> Option<(Attempt, Option<&'static Screen>)> {
    let (method, path) = call.split_once(' ')?;
    let mut known = ENDPOINTS.iter();
    let call = known.find(|endpoint| endpoint.method.as_str() == method && endpoint.path == path)?;
    let attempt = match call.method {
        Method::Get if path.strip_suffix(".csv").is_some() => Attempt::File,
        Method::Get => Attempt::See,
        Method::Post | Method::Put | Method::Patch | Method::Delete => Attempt::Change,
    };
    let area = path.split('/').nth(1).unwrap_or_default();
    let area = area.strip_suffix(".csv").unwrap_or(area);
    let is_there = |screen: &&Screen| screen.name == area || screen.path.rsplit('/').next() == Some(area);
    Some((attempt, SCREENS.iter().find(is_there)))
}

/// What `actor` tried, as a sentence. Reactive in the language.
pub(super) fn sentence(entry: &Entry, actor: &str) -> String {
    let call = entry.detail.call.as_deref().unwrap_or_default();
    let Some((attempt, screen)) = attempt(call) else {
        return words::activity_refused(actor);
    };
    let resource = entry.detail.resource_title.as_ref();
    let resource = resource.map(|title| title.in_language(&i18n::language::tag()).to_owned());
    let Some(page) = resource.or_else(|| screen.map(screen_title)) else {
        return words::activity_refused(actor);
    };
    match attempt {
        Attempt::See => words::activity_refused_see(actor, &page),
        Attempt::Change => words::activity_refused_change(actor, &page),
        Attempt::File => words::activity_refused_file(actor, &page),
    }
}

#[cfg(test)]
mod tests {
    use super::{Attempt, attempt};

    #[test]
    fn a_call_is_told_by_its_page_and_by_what_it_does_there() {
        for (call, tried, page) in [
            ("GET /staff", Attempt::See, Some("staff")),
            ("POST /staff", Attempt::Change, Some("staff")),
            ("PUT /staff/{id}/revocation", Attempt::Change, Some("staff")),
            ("DELETE /roles/{id}", Attempt::Change, Some("roles")),
            ("GET /activity", Attempt::See, Some("activity")),
            ("GET /activity.csv", Attempt::File, Some("activity")),
            ("GET /billing/invoices.csv", Attempt::File, Some("billing")),
            ("GET /reports/{report}", Attempt::See, Some("reports")),
            ("PATCH /resources/{resource}/{id}", Attempt::Change, None),
            ("GET /resources/{resource}/export.csv", Attempt::File, None),
        ] {
            let (found, screen) = attempt(call).expect(call);
            assert_eq!((found, screen.map(|screen| screen.name)), (tried, page), "{call}");
        }
    }

    #[test]
    fn what_this_build_does_not_know_has_no_words_of_its_own() {
        assert_eq!(attempt("GET /emperor"), None);
        assert_eq!(attempt("TRACE /staff"), None);
        assert_eq!(attempt(""), None);
    }
}
