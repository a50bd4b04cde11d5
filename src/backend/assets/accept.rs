//! Whether whoever asks can be given a page. A program that wants data must not take HTML for an answer.

use axum::http::{HeaderMap, header};

/// Whether `Accept` allows HTML. Whoever does not say takes anything.
pub(super) fn html(headers: &HeaderMap) -> bool {
    let mut said = false;
    for value in headers.get_all(header::ACCEPT) {
        said = true;
        let ranges = value.to_str().unwrap_or_default().split(',');
        if ranges.into_iter().any(is_html) {
            return true;
        }
    }
    !said
}

/// Whether one media range takes HTML, and not with a weight of nought.
fn is_html(range: &str) -> bool {
    let mut parts = range.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default();
    let takes = ["text/html", "application/xhtml+xml", "text/*", "*/*"]
        .iter()
        .any(|html| kind.eq_ignore_ascii_case(html));
    let refused = parts.any(|part| {
        part.strip_prefix("q=")
            .or_else(|| part.strip_prefix("Q="))
            .and_then(|weight| weight.trim().parse::<f32>().ok())
            .is_some_and(|weight| weight <= 0.0)
    });
    takes && !refused
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(accept: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().expect("it is a header value"));
        html(&headers)
    }

    #[test]
    fn browsers_get_the_page_and_programs_that_want_data_do_not() {
        assert!(html(&HeaderMap::new()));
        assert!(takes("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assert!(takes("*/*"));
        assert!(takes("application/json, TEXT/HTML;q=0.2"));
        assert!(!takes("application/json"));
        assert!(!takes("image/avif,image/webp"));
        assert!(!takes("text/html;q=0, application/json"));
    }
}
