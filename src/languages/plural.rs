//! Which plural categories whole numbers have in a language, after Unicode's CLDR 47 (cardinals, integers only).
//!
//! Kept for languages that somebody is likely to add. For one that is not listed nothing but `other` is asked for.

/// The names that plural categories have.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

const OTHER: &[&str] = &["other"];
const ONE_OTHER: &[&str] = &["one", "other"];

/// The categories that a language needs for whole numbers; `None` where that is not known here.
pub(crate) fn needed(language: &str) -> Option<&'static [&'static str]> {
    let base = language.split('-').next().unwrap_or(language);
    Some(match base {
        "id" | "ja" | "jv" | "ko" | "lo" | "ms" | "my" | "su" | "th" | "vi" | "zh" => OTHER,
        "af" | "bg" | "bn" | "da" | "de" | "el" | "en" | "et" | "eu" | "fa" | "fi" | "fil" | "hi" | "hu" | "hy"
        | "is" | "ka" | "kk" | "nb" | "nl" | "nn" | "no" | "sq" | "sv" | "sw" | "ta" | "te" | "tr" | "ur" | "uz" => {
            ONE_OTHER
        }
        // Whole millions are `many` in these; `other` will do for them in an admin.
        "ca" | "es" | "fr" | "it" | "pt" => ONE_OTHER,
        "he" => &["one", "two", "other"],
        "lt" | "ro" | "sr" | "hr" | "bs" | "cs" | "sk" => &["one", "few", "other"],
        "lv" => &["zero", "one", "other"],
        "be" | "pl" | "ru" | "uk" => &["one", "few", "many"],
        "sl" => &["one", "two", "few", "other"],
        "ga" => &["one", "two", "few", "many", "other"],
        "ar" | "cy" => &["zero", "one", "two", "few", "many", "other"],
        _ => return None,
    })
}

/// Whether a language never uses this category, fractions and millions included.
pub(crate) fn never(language: &str, category: &str) -> bool {
    category != "other"
        && needed(language).is_some_and(|needed| {
            let base = language.split('-').next().unwrap_or(language);
            let millions = matches!(base, "ca" | "es" | "fr" | "it" | "pt") && category == "many";
            !needed.contains(&category) && !millions
        })
}
