//! What a path asks for, decided on its text alone, before the file system is asked anything.

use percent_encoding::percent_decode_str;

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A file of the bundle, with its decoded path.
    File(String),
    /// A path of the app, which the page answers.
    Page,
    /// Something of the API that does not exist.
    Api,
    /// Nothing that could exist here.
    Nothing,
}

/// Reads a path as it came. A last segment with a dot means a file; everything else is the app's.
pub(super) fn of(path: &str) -> Target {
    let mut segments = Vec::new();
    for raw in path.split('/').skip(1) {
        match percent_decode_str(raw).decode_utf8() {
            Ok(segment) if is_harmless(&segment) => segments.push(segment),
            _ => return Target::Nothing,
        }
    }
    if segments.first().is_some_and(|first| first == "api") {
        return Target::Api;
    }
    match segments.last() {
        Some(last) if last.contains('.') => {
            if segments.iter().any(|segment| segment.is_empty()) {
                return Target::Nothing;
            }
            Target::File(format!("/{}", segments.join("/")))
        }
        _ => Target::Page,
    }
}

/// A segment that leads nowhere else: no way up, no hidden file, no second separator, nothing unprintable.
fn is_harmless(segment: &str) -> bool {
    !segment.starts_with('.') && !segment.contains(['/', '\\', ':']) && !segment.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_dot_are_files_and_the_rest_is_the_app() {
        assert_eq!(of("/index.html"), Target::File("/index.html".into()));
        assert_eq!(of("/theme/my%20theme.css"), Target::File("/theme/my theme.css".into()));
        for path in ["/", "/staff", "/staff/", "/join/AbC-_9", "/theme", "//", "/apiary"] {
            assert_eq!(of(path), Target::Page, "{path}");
        }
    }

    #[test]
    fn the_api_is_the_api_however_it_is_written() {
        for path in ["/api", "/api/", "/api/v1/nothing.json", "/%61pi/v1", "/api/v2/x"] {
            assert_eq!(of(path), Target::Api, "{path}");
        }
    }

    #[test]
    fn ways_out_of_the_folder_lead_nowhere() {
        for path in [
            "/../secret.txt",
            "/..%2fsecret.txt",
            "/%2e%2e/secret.txt",
            "/theme/..%2f..%2fsecret.txt",
            "/theme%2f..%2f..%2fsecret.txt",
            "/..%5csecret.txt",
            "/theme/..\\secret.txt",
            "/%2fetc%2fpasswd",
            "//etc/passwd.txt",
            "/.env",
            "/.git/config",
            "/C:/secret.txt",
            "/a%00.txt",
            "/%ff.txt",
            "/..",
            "/.",
        ] {
            assert_eq!(of(path), Target::Nothing, "{path}");
        }
    }
}
