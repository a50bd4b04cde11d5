//! The piece of HTML that shows the store on another site.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in the value of a query's parameter.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What the piece shows, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Snippet<'a> {
    /// Where the store is, without a slash at the end.
    pub(super) url: &'a str,
    /// What it is called; read aloud by a screen reader.
    pub(super) store: &'a str,
    pub(super) show: &'a str,
    pub(super) product: Option<&'a str>,
    pub(super) height: i64,
    pub(super) accent: &'a str,
    pub(super) background: &'a str,
}

impl Snippet<'_> {
    /// The HTML. Each value is escaped for the place where it stands.
    pub(super) fn html(self) -> String {
        let mut address = format!("{}/embed", self.url);
        let product = self.product.map(|id| ("product", id));
        let colours = [("accent", self.accent), ("background", self.background)];
        let pairs = [("show", self.show)].into_iter().chain(product).chain(colours);
        for (n, (name, value)) in pairs.enumerate() {
            let mark = if n == 0 { '?' } else { '&' };
            // Writing to a string cannot fail.
            let _ = write!(address, "{mark}{name}={}", utf8_percent_encode(value, QUERY));
        }
        format!(
            "<iframe src=\"{}\" title=\"{}\" loading=\"lazy\" style=\"width: 100%; height: {}px; border: 0\"></iframe>",
            crate::mail::html(&address),
            crate::mail::html(self.store),
            self.height,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Snippet;

    #[test]
    fn nothing_that_was_typed_leaves_its_place() {
        let snippet = Snippet {
            url: "https://shop.example.com",
            store: "\"><script>alert('x')</script> & Co",
            show: "product",
            product: Some("a\"&b=c"),
            height: 400,
            accent: "#1F6F5C",
            background: "#FFFFFF",
        };
        assert_eq!(
            snippet.html(),
            "<iframe src=\"https://shop.example.com/embed?show=product&amp;product=a%22%26b%3Dc&amp;accent=%231F6F5C\
             &amp;background=%23FFFFFF\" title=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co\" \
             loading=\"lazy\" style=\"width: 100%; height: 400px; border: 0\"></iframe>"
        );
    }
}
