//! The way through a list's pages. A page knows where the next one begins and nothing of the one before; so the way that
//! somebody has come is kept, for as long as the window is open. Pure.

use serde::{Deserialize, Serialize};

/// The pages of one list that have been seen, by where they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Steps {
    /// Of which list: its query without the page.
    list: String,
    /// Where the second page begins, the third, and so on.
    cursors: Vec<String>,
}

impl Steps {
    /// Whose pages they are, from now on.
    pub(super) fn of(self, list: &str) -> Self {
        if self.list == list {
            self
        } else {
            Self {
                list: list.to_owned(),
                cursors: Vec::new(),
            }
        }
    }

    /// Which page begins at `cursor`, counted from 0; none where nobody came by the pages before it.
    pub(super) fn number(&self, cursor: Option<&str>) -> Option<usize> {
        match cursor {
            None => Some(0),
            Some(cursor) => self
                .cursors
                .iter()
                .position(|known| known == cursor)
                .map(|index| index + 1),
        }
    }

    /// Takes down where the page after the one at `cursor` begins.
    pub(super) fn note(&mut self, cursor: Option<&str>, next: Option<&str>) {
        if let (Some(number), Some(next)) = (self.number(cursor), next) {
            self.cursors.truncate(number);
            self.cursors.push(next.to_owned());
        }
    }

    /// Where the page before the one at `cursor` begins: at the beginning of the list, where it is not known better.
    pub(super) fn before(&self, cursor: &str) -> Option<&str> {
        let before = self.number(Some(cursor))?.checked_sub(2)?;
        self.cursors.get(before).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    fn walked() -> Steps {
        let mut steps = Steps::default().of("q=cup");
        steps.note(None, Some("b"));
        steps.note(Some("b"), Some("c"));
        steps.note(Some("c"), None);
        steps
    }

    #[test]
    fn the_way_back_is_the_way_that_was_come() {
        let steps = walked();
        assert_eq!(steps.number(None), Some(0));
        assert_eq!(steps.number(Some("c")), Some(2));
        assert_eq!(steps.before("c"), Some("b"));
        assert_eq!(steps.before("b"), None);
    }

    #[test]
    fn a_page_that_nobody_came_to_leads_back_to_the_beginning() {
        assert_eq!(walked().number(Some("z")), None);
        assert_eq!(walked().before("z"), None);
    }

    #[test]
    fn the_way_of_another_list_is_no_way() {
        assert_eq!(walked().of("q=mug").number(Some("b")), None);
        assert_eq!(walked().of("q=cup").number(Some("b")), Some(1));
    }

    #[test]
    fn a_page_that_begins_elsewhere_now_takes_the_place_of_the_old_one() {
        let mut steps = walked();
        steps.note(None, Some("b2"));
        assert_eq!(steps.number(Some("b2")), Some(1));
        assert_eq!(steps.number(Some("c")), None);
    }
}
