//! What the list is asked for: tab, search, filters and order. Pure.

use latchkey_contract::id::RoleId;
use latchkey_contract::limits::{PAGE_DEFAULT, PAGE_MAX};
use latchkey_permissions::PermissionId;

use super::tab::Tab;
use crate::client::StaffQuery;

/// A column that can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    LastSeen,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    pub(super) column: Column,
    pub(super) descending: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self::first(Column::Name)
    }
}

impl Order {
    /// A column's own order: names from A on, and whoever was seen last first.
    const fn first(column: Column) -> Self {
        Self {
            column,
            descending: matches!(column, Column::LastSeen),
        }
    }

    /// The order after a click on the head of a column.
    pub(super) fn clicked(self, column: Column) -> Self {
        if self.column == column {
            Self {
                column,
                descending: !self.descending,
            }
        } else {
            Self::first(column)
        }
    }

    /// How a column's head says it; nothing where another column is the one.
    pub(super) fn aria_sort(self, column: Column) -> Option<&'static str> {
        (self.column == column).then_some(if self.descending { "descending" } else { "ascending" })
    }

    /// As the contract writes it.
    const fn as_str(self) -> &'static str {
        match (self.column, self.descending) {
            (Column::Name, false) => "name",
            (Column::Name, true) => "-name",
            (Column::LastSeen, false) => "lastSeen",
            (Column::LastSeen, true) => "-lastSeen",
        }
    }
}

/// What narrows the list down.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filters {
    /// Part of a name or e-mail address.
    pub(super) text: String,
    /// Only who holds this role.
    pub(super) role: Option<RoleId>,
    /// Only who holds this permission.
    pub(super) permission: Option<PermissionId>,
    /// Only who has, or has not, a second factor.
    pub(super) two_factor: Option<bool>,
}

impl Filters {
    /// Whether they let everybody through.
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.role.is_none() && self.permission.is_none() && self.two_factor.is_none()
    }
}

/// All of it together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Question {
    pub(super) tab: Tab,
    pub(super) filters: Filters,
    pub(super) order: Order,
}

impl Question {
    /// The call that asks for the first page, when `shown` rows are on the screen already and are to stay there.
    pub(super) fn first_page(&self, shown: usize) -> StaffQuery {
        let shown = u32::try_from(shown).unwrap_or(PAGE_MAX);
        StaffQuery {
            text: self.filters.text.trim().to_owned(),
            status: self.tab.statuses().to_vec(),
            role: self.filters.role.clone(),
            permission: self.filters.permission.clone(),
            two_factor: self.filters.two_factor,
            sort: self.order.as_str().to_owned(),
            cursor: None,
            limit: Some(shown.clamp(PAGE_DEFAULT, PAGE_MAX)),
        }
    }

    /// The call that asks for the page that begins at `cursor`.
    pub(super) fn next_page(&self, cursor: &str) -> StaffQuery {
        StaffQuery {
            cursor: Some(cursor.to_owned()),
            ..self.first_page(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::list::STAFF_SORTS;

    use super::{Column, Filters, Order, Question};

    #[test]
    fn a_click_on_a_head_chooses_its_column_and_a_second_one_turns_it_round() {
        let name = Order::default();
        assert_eq!(name.as_str(), "name");
        assert_eq!(name.clicked(Column::Name).as_str(), "-name");
        let seen = name.clicked(Column::Name).clicked(Column::LastSeen);
        assert_eq!(seen.as_str(), "-lastSeen");
        assert_eq!(seen.clicked(Column::LastSeen).as_str(), "lastSeen");
        assert_eq!(seen.clicked(Column::Name), Order::default());
    }

    #[test]
    fn only_the_column_that_is_sorted_by_says_so() {
        let order = Order::default();
        assert_eq!(order.aria_sort(Column::Name), Some("ascending"));
        assert_eq!(order.aria_sort(Column::LastSeen), None);
    }

    #[test]
    fn every_order_is_one_of_the_contract() {
        for column in [Column::Name, Column::LastSeen] {
            for descending in [false, true] {
                let sort = Order { column, descending }.as_str();
                assert!(STAFF_SORTS.contains(&sort.trim_start_matches('-')), "{sort}");
            }
        }
    }

    #[test]
    fn blanks_are_no_search() {
        assert!(
            Filters {
                text: "  ".to_owned(),
                ..Filters::default()
            }
            .is_empty()
        );
        let question = Question {
            filters: Filters {
                text: " 100% ".to_owned(),
                ..Filters::default()
            },
            ..Question::default()
        };
        assert_eq!(question.first_page(0).text, "100%");
    }

    #[test]
    fn a_list_is_asked_for_again_at_the_length_it_had_within_what_the_contract_allows() {
        let limit = |shown| Question::default().first_page(shown).limit;
        assert_eq!(limit(0), Some(50));
        assert_eq!(limit(12), Some(50));
        assert_eq!(limit(150), Some(150));
        assert_eq!(limit(10_000), Some(200));
    }
}
