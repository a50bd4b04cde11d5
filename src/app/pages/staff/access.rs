//! What somebody may do, in few words: roles, what comes on top of them, and how far it reaches. Pure.

use latchkey_contract::staff::StaffMember;
use latchkey_permissions::{Extent, Text};

use crate::pages::staff_form::Book;

/// The summary.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Access {
    /// The names of the roles held.
    pub(super) roles: Vec<Text>,
    /// How many permissions come on top of the roles; 0 where there is no role.
    pub(super) on_top: u64,
    /// How far it reaches.
    pub(super) reach: Reach,
}

/// How far access reaches.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reach {
    /// Nowhere.
    Nothing,
    /// All that can be granted.
    Everything,
    /// Into these sections: first those that are held whole, then those that are held in part.
    Sections { whole: Vec<Text>, part: Vec<Text> },
}

/// The summary of what somebody has been given.
pub(super) fn access(member: &StaffMember, book: &Book) -> Access {
    let held = book.held_by(member);
    let roles: Vec<_> = member
        .roles
        .iter()
        .filter_map(|id| Some(book.role(id)?.name.clone()))
        .collect();
    let beyond = held - book.given_by(&member.roles);
    let on_top = if roles.is_empty() { 0 } else { beyond.len() as u64 };
    let (mut whole, mut part) = (Vec::new(), Vec::new());
    for section in book.catalogue.sections() {
        match book.catalogue.extent(&section.id, held) {
            Extent::Nothing => {}
            Extent::Everything => whole.push(section.label.clone()),
            Extent::Part { .. } => part.push(section.label.clone()),
        }
    }
    let reach = if held.is_empty() {
        Reach::Nothing
    } else if held.contains_all(book.catalogue.everything()) {
        Reach::Everything
    } else {
        Reach::Sections { whole, part }
    };
    Access { roles, on_top, reach }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::id::RoleId;
    use latchkey_permissions::{Status, Text};

    use super::super::sample::{book, member};
    use super::{Reach, access};

    fn english(texts: &[Text]) -> Vec<&str> {
        texts.iter().map(|text| text.in_language("en")).collect()
    }

    #[test]
    fn whole_sections_come_before_parts() {
        let book = book();
        let mut someone = member("a", Status::Active);
        someone.permissions = book.catalogue.ids(book.catalogue.section_set(&"marketing".into()));
        someone.permissions.push("orders.view".into());
        let Reach::Sections { whole, part } = access(&someone, &book).reach else {
            panic!("some sections")
        };
        assert_eq!((english(&whole), english(&part)), (vec!["Marketing"], vec!["Sales"]));
    }

    #[test]
    fn what_a_role_gives_anyway_is_not_on_top_of_it() {
        let book = book();
        let mut someone = member("a", Status::Active);
        someone.roles = vec![RoleId("fulfilment-operator".to_owned())];
        someone.permissions = vec!["orders.view".into()];
        let plain = access(&someone, &book);
        assert_eq!((english(&plain.roles), plain.on_top), (vec!["Fulfilment operator"], 0));
        someone.permissions = vec!["customers.manage".into()];
        // Managing customers comes with seeing them.
        assert_eq!(access(&someone, &book).on_top, 2);
    }

    #[test]
    fn without_a_role_nothing_is_on_top_of_one() {
        let mut someone = member("a", Status::Active);
        someone.permissions = vec!["orders.view".into()];
        someone.roles = vec![RoleId("long gone".to_owned())];
        let access = access(&someone, &book());
        assert_eq!((access.roles.len(), access.on_top), (0, 0));
    }

    #[test]
    fn nothing_and_everything_are_said_as_such() {
        let book = book();
        let mut someone = member("a", Status::Active);
        assert_eq!(access(&someone, &book).reach, Reach::Nothing);
        someone.permissions = book.catalogue.ids(book.catalogue.everything());
        assert_eq!(access(&someone, &book).reach, Reach::Everything);
    }
}
