//! The tabs of the list. They stand in the address, so the few values that they have there are all that is read from it.

use latchkey_permissions::Status;

/// One tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// Everybody who has an account now, whoever has not joined yet included.
    #[default]
    Current,
    /// Those who have not joined yet.
    Invited,
    /// Those whose access has ended.
    Former,
}

impl Tab {
    /// In the order in which they stand.
    pub(super) const ALL: [Self; 3] = [Self::Current, Self::Invited, Self::Former];

    /// The tab that the address names; what it does not know is the first.
    pub(super) fn named(value: Option<&str>) -> Self {
        match value {
            Some("invited") => Self::Invited,
            Some("former") => Self::Former,
            _ => Self::Current,
        }
    }

    /// Its address.
    pub(super) const fn href(self) -> &'static str {
        match self {
            Self::Current => "/staff",
            Self::Invited => "/staff?tab=invited",
            Self::Former => "/staff?tab=former",
        }
    }

    /// Who stands in it.
    pub(super) const fn statuses(self) -> &'static [Status] {
        match self {
            Self::Current => &[Status::Invited, Status::Onboarding, Status::Active, Status::Suspended],
            Self::Invited => &[Status::Invited],
            Self::Former => &[Status::Ended],
        }
    }
}

#[cfg(test)]
mod tests {
    use latchkey_contract::screen::STAFF;
    use latchkey_permissions::Status;

    use super::Tab;

    #[test]
    fn each_address_leads_back_to_its_tab() {
        for tab in Tab::ALL {
            let query = tab.href().strip_prefix(STAFF.path).expect("an address of the page");
            assert_eq!(Tab::named(query.strip_prefix("?tab=")), tab);
        }
    }

    #[test]
    fn what_the_address_may_not_say_is_the_first_tab() {
        for value in [None, Some(""), Some("Former"), Some("%66ormer"), Some("<script>")] {
            assert_eq!(Tab::named(value), Tab::Current);
        }
    }

    #[test]
    fn everybody_is_either_current_or_former() {
        for status in Status::ALL {
            let in_tab = |tab: Tab| tab.statuses().contains(&status);
            assert_ne!(in_tab(Tab::Current), in_tab(Tab::Former), "{status}");
        }
    }
}
