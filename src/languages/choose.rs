//! Which of the languages there are comes nearest to what somebody wishes.

/// The first wish that can be met, exactly or at least without its region; none where no wish can.
pub fn choose<'a>(wishes: impl IntoIterator<Item = &'a str>, available: &[String]) -> Option<String> {
    wishes.into_iter().find_map(|wish| {
        let exactly = available.iter().find(|language| language.eq_ignore_ascii_case(wish));
        let nearly = || {
            available
                .iter()
                .find(|language| base(language).eq_ignore_ascii_case(base(wish)))
        };
        exactly.or_else(nearly).cloned()
    })
}

fn base(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

#[cfg(test)]
mod tests {
    use super::choose;

    fn of(wishes: &[&str]) -> Option<String> {
        let available = ["en", "sv", "id", "pt-BR", "pt-PT"].map(str::to_owned);
        choose(wishes.iter().copied(), &available)
    }

    #[test]
    fn the_first_wish_that_can_be_met_is_met() {
        assert_eq!(of(&["de", "sv", "en"]).as_deref(), Some("sv"));
        assert_eq!(of(&["de", "fr"]), None);
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn a_region_matters_only_where_it_is_there() {
        assert_eq!(of(&["sv-FI"]).as_deref(), Some("sv"));
        assert_eq!(of(&["pt-pt"]).as_deref(), Some("pt-PT"));
        assert_eq!(of(&["pt"]).as_deref(), Some("pt-BR"));
        assert_eq!(of(&["EN_gb"]).as_deref(), Some("en"));
    }
}
