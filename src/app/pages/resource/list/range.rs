//! A filter by a range, `from..to`, either end of which may be missing. Pure.

/// The ends of a range as it stands in a query.
pub(super) fn ends(range: &str) -> (&str, &str) {
    range.split_once("..").unwrap_or((range, ""))
}

/// The range with one end replaced; none where both are missing.
pub(super) fn with_end(range: &str, upper: bool, value: &str) -> Option<String> {
    let (from, to) = ends(range);
    let (from, to) = if upper { (from, value) } else { (value, to) };
    (!from.is_empty() || !to.is_empty()).then(|| format!("{from}..{to}"))
}

#[cfg(test)]
mod tests {
    use super::{ends, with_end};

    #[test]
    fn either_end_may_be_missing() {
        assert_eq!(ends("10..20"), ("10", "20"));
        assert_eq!(ends("..20"), ("", "20"));
        assert_eq!(ends(""), ("", ""));
        assert_eq!(with_end("", false, "10").as_deref(), Some("10.."));
        assert_eq!(with_end("10..", true, "20").as_deref(), Some("10..20"));
        assert_eq!(with_end("10..20", false, "").as_deref(), Some("..20"));
        assert_eq!(with_end("..20", true, ""), None);
    }
}
