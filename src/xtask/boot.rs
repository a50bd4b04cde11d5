//! Takes Trunk's inline boot script out of the page, into a file whose name changes with its content.
//! A page without inline scripts and styles can have a strict security policy; any other inline one is named and refused.

use crate::failure::{Failure, Outcome};
use crate::fingerprint;

/// Goes before Trunk's own: where there is no WebAssembly, as in a browser that is locked down, the page says so at once.
/// What follows fails there, as it should.
const WITHOUT_WASM: &str =
    "if (typeof WebAssembly !== \"object\") document.getElementById(\"boot\").dataset.program = \"none\";\n";

/// A page without inline scripts, and the files that hold them now.
pub(crate) struct Page {
    pub(crate) html: String,
    /// File names and contents.
    pub(crate) scripts: Vec<(String, String)>,
}

/// Takes the boot script out.
pub(crate) fn take_out(html: &str) -> Outcome<Page> {
    let mut page = Page {
        html: String::with_capacity(html.len()),
        scripts: Vec::new(),
    };
    let mut faults = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.html.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
            page.html.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let end = tag_end(rest);
        let tag = &rest[..end];
        rest = &rest[end..];
        faults.extend(inline_attributes(tag));
        match name(tag).as_str() {
            "script" => {
                let close = find_ignoring_case(rest, "</script").unwrap_or(rest.len());
                let script = &rest[..close];
                if attribute(tag, "src").is_some() || is_data(tag) {
                    page.html.push_str(tag);
                    page.html.push_str(script);
                } else if script.contains("TrunkApplicationStarted") {
                    let script = format!("{WITHOUT_WASM}{}", script.trim_start());
                    let file = format!("boot-{}.js", fingerprint::of_bytes(script.as_bytes()));
                    page.html.push_str("<script type=\"module\" src=\"/");
                    page.html.push_str(&file);
                    page.html.push_str("\">");
                    page.scripts.push((file, script));
                } else {
                    faults.push(format!("an inline script: {tag}{}", excerpt(script)));
                }
                rest = &rest[close..];
            }
            "style" => faults.push(format!("an inline style: {tag}{}", excerpt(rest))),
            "link" => page.html.push_str(&not_before_asked(&without_idle_integrity(tag))),
            _ => page.html.push_str(tag),
        }
    }
    page.html.push_str(rest);
    if !faults.is_empty() {
        return Err(Failure::new("The page has parts that its security policy forbids")
            .seen(faults.join("\n"))
            .advice("move them into files next to src/app/index.html"));
    }
    if page.scripts.is_empty() {
        return Err(Failure::new("The page that Trunk made has no boot script")
            .advice("see whether the version of Trunk is the one that setup names"));
    }
    Ok(page)
}

/// Where a tag ends: `>` inside quotes does not count.
fn tag_end(html: &str) -> usize {
    let mut quote = None;
    for (at, character) in html.char_indices() {
        match (quote, character) {
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn name(tag: &str) -> String {
    tag[1..]
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase()
}

/// The attributes of an opening tag.
fn attributes(tag: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let inside = tag.trim_start_matches('<').trim_end_matches('>');
    let mut rest = inside.find(char::is_whitespace).map_or("", |at| &inside[at..]);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return found;
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            found.push((name, ""));
            if end == 0 {
                return found;
            }
            continue;
        };
        let after = after.trim_start();
        let (value, left) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
        };
        found.push((name, value));
        rest = left;
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    attributes(tag)
        .into_iter()
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// Trunk writes a hash even where browsers do not check it yet, and they complain about it in the console.
fn without_idle_integrity(tag: &str) -> String {
    let is = |name, value| attribute(tag, name) == Some(value);
    match attribute(tag, "integrity") {
        Some(hash) if is("rel", "preload") && is("as", "fetch") => {
            tag.replacen(&format!(" integrity=\"{hash}\""), "", 1)
        }
        _ => tag.to_owned(),
    }
}

/// Browsers look ahead for stylesheets to fetch, and fetch even a disabled one. So it says where it is in a way that they
/// do not know; the program gives it its address when something needs it.
fn not_before_asked(tag: &str) -> String {
    match attribute(tag, "disabled") {
        Some(_) => tag.replacen(" href=", " data-href=", 1).replacen(" disabled", "", 1),
        None => tag.to_owned(),
    }
}

/// A script element that holds data is not run.
fn is_data(tag: &str) -> bool {
    attribute(tag, "type").is_some_and(|kind| kind.ends_with("json"))
}

fn inline_attributes(tag: &str) -> Vec<String> {
    if tag.starts_with("</") || tag.starts_with("<!") {
        return Vec::new();
    }
    attributes(tag)
        .into_iter()
        .filter(|(name, _)| name == "style" || name.starts_with("on"))
        .map(|(name, value)| format!("an inline {name}=\"{value}\" in {tag}"))
        .collect()
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    text.to_ascii_lowercase().find(needle)
}

fn excerpt(text: &str) -> String {
    text.trim().chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOT: &str = "\n<script type=\"module\">\nimport init from '/app.js';\nif (1 < 2) \
        dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"));\n</script>";

    fn page(body: &str) -> String {
        format!(
            "<!DOCTYPE html><html><head><link rel=\"modulepreload\" href=\"/app.js\" \
             integrity=\"sha384-x\"></head><body>{body}{BOOT}</body></html>"
        )
    }

    #[test]
    fn the_boot_script_becomes_a_file_and_the_rest_stays_as_it_was() {
        let page = take_out(&page("<p title=\"a > b\">1 &lt; 2</p>")).expect("it is clean");
        let (file, script) = &page.scripts[0];
        assert!(file.starts_with("boot-"), "{file}");
        let own = script
            .strip_prefix(WITHOUT_WASM)
            .expect("it is first asked whether the program can run");
        assert!(own.starts_with("import init from '/app.js';\nif (1 < 2)"));
        assert_eq!(
            page.html,
            format!(
                "<!DOCTYPE html><html><head><link rel=\"modulepreload\" href=\"/app.js\" \
                 integrity=\"sha384-x\"></head><body><p title=\"a > b\">1 &lt; 2</p>\n\
                 <script type=\"module\" src=\"/{file}\"></script></body></html>"
            )
        );
    }

    #[test]
    fn a_hash_that_no_browser_checks_is_dropped_and_every_other_one_kept() {
        let preload = "<link rel=\"preload\" href=\"/app.wasm\" integrity=\"sha384-x\" as=\"fetch\">";
        assert_eq!(
            without_idle_integrity(preload),
            "<link rel=\"preload\" href=\"/app.wasm\" as=\"fetch\">"
        );
        let module = "<link rel=\"modulepreload\" href=\"/app.js\" integrity=\"sha384-x\">";
        assert_eq!(without_idle_integrity(module), module);
    }

    #[test]
    fn a_stylesheet_that_waits_is_not_fetched_by_looking_ahead() {
        let waiting = "<link rel=\"stylesheet\" href=\"/more.css\" id=\"more-styles\" disabled>";
        assert_eq!(
            not_before_asked(waiting),
            "<link rel=\"stylesheet\" data-href=\"/more.css\" id=\"more-styles\">"
        );
        let at_once = "<link rel=\"stylesheet\" href=\"/first.css\">";
        assert_eq!(not_before_asked(at_once), at_once);
    }

    #[test]
    fn scripts_from_files_data_and_comments_stay() {
        let body = "<!-- <script>x</script> --><script src=\"/a.js\"></script>\
                    <script type=\"application/json\">{\"a\":1}</script><noscript>No</noscript>";
        let page = take_out(&page(body)).expect("it is clean");
        assert_eq!(page.scripts.len(), 1);
        assert!(page.html.contains(body));
    }

    #[test]
    fn every_other_inline_part_is_named() {
        for (body, named) in [
            ("<script>alert(1)</script>", "inline script"),
            ("<style>p{}</style>", "inline style"),
            ("<p class=x style=\"color:red\">", "inline style=\"color:red\""),
            ("<button hidden onclick='go()'>", "inline onclick=\"go()\""),
        ] {
            let failure = take_out(&page(body)).err().expect("it is refused");
            assert!(failure.to_string().contains(named), "{failure}");
        }
    }

    #[test]
    fn a_page_without_a_boot_script_is_refused() {
        assert!(take_out("<html><body></body></html>").is_err());
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        assert_eq!(
            attributes("<input DISABLED value = 'a b' data-x=1/>"),
            [
                ("disabled".to_owned(), ""),
                ("value".to_owned(), "a b"),
                ("data-x".to_owned(), "1/"),
            ]
        );
    }
}
