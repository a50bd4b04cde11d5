//! What is asked for. Pure but for the days, which are those where the browser is.

use latchkey_contract::activity::Kind;

use crate::pages::staff_form::dates::{end_of, start_of};

/// Kinds that belong together, as the page offers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Signing,
    Refused,
    Staff,
    Roles,
    Records,
    Files,
}

impl Group {
    pub(super) const ALL: [Self; 6] = [
        Self::Signing,
        Self::Refused,
        Self::Staff,
        Self::Roles,
        Self::Records,
        Self::Files,
    ];

    /// Its name in an address.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Signing => "signing",
            Self::Refused => "refused",
            Self::Staff => "staff",
            Self::Roles => "roles",
            Self::Records => "records",
            Self::Files => "files",
        }
    }

    const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Signing => &[
                Kind::SignedIn,
                Kind::SignInFailed,
                Kind::SignInRefused,
                Kind::SignedOut,
                Kind::ProvenAgain,
                Kind::SessionsEnded,
                Kind::PasswordChanged,
                Kind::PasswordLinkSent,
                Kind::PasswordReset,
                Kind::PasswordRefused,
                Kind::ProfileChanged,
                Kind::TwoFactorOn,
                Kind::TwoFactorOff,
                Kind::TwoFactorReset,
                Kind::RecoveryCodesMade,
                Kind::RecoveryCodeUsed,
            ],
            Self::Refused => &[
                Kind::Refused,
                Kind::SignInFailed,
                Kind::SignInRefused,
                Kind::PasswordRefused,
            ],
            Self::Staff => &[
                Kind::OwnerCreated,
                Kind::OwnershipOffered,
                Kind::OwnershipOfferClosed,
                Kind::OwnershipTransferred,
                Kind::Invited,
                Kind::InvitationResent,
                Kind::InvitationCancelled,
                Kind::Joined,
                Kind::StaffChanged,
                Kind::Suspended,
                Kind::Reactivated,
                Kind::Revoked,
                Kind::TwoFactorReset,
                Kind::LetterFailed,
                Kind::LetterRetried,
                Kind::LetterDiscarded,
                Kind::InvitationRequested,
                Kind::InvitationRequestDismissed,
                Kind::OnboardingChanged,
                Kind::OnboardingStepDone,
                Kind::OnboardingFinished,
                Kind::Reminded,
            ],
            Self::Roles => &[
                Kind::RoleCreated,
                Kind::RoleChanged,
                Kind::RoleReset,
                Kind::RoleDeleted,
                Kind::RoleRestored,
                Kind::HoldersMoved,
            ],
            Self::Records => &[
                Kind::RecordCreated,
                Kind::RecordChanged,
                Kind::RecordFollowed,
                Kind::RecordDeleted,
                Kind::RecordRestored,
                Kind::CommandDone,
                Kind::PlanChanged,
            ],
            Self::Files => &[
                Kind::ListExported,
                Kind::ReportExported,
                Kind::ActivityExported,
                Kind::InvoicesExported,
            ],
        }
    }
}

/// What is asked for; empty is all.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Question {
    pub(super) person: String,
    pub(super) group: Option<Group>,
    pub(super) section: String,
    /// The first day.
    pub(super) from: String,
    /// The last day.
    pub(super) to: String,
    /// A record and its resource.
    pub(super) subject: String,
    pub(super) resource: String,
    /// Part of a name or a reason. It does not stand in the address, where people's names do not belong.
    pub(super) text: String,
}

impl Question {
    /// What the members of an address say.
    pub(super) fn said(member: impl Fn(&str) -> Option<String>, text: String) -> Self {
        let plain = |name: &str| member(name).filter(|value| is_plain(value)).unwrap_or_default();
        let group = plain("what");
        Self {
            person: plain("person"),
            group: Group::ALL.into_iter().find(|known| known.as_str() == group),
            section: plain("section"),
            from: plain("from"),
            to: plain("to"),
            subject: plain("subject"),
            resource: plain("resource"),
            text: text.trim().to_owned(),
        }
    }

    /// Whether it asks for everything.
    pub(super) fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// The address of the page that asks this.
    pub(super) fn address(&self) -> String {
        let members = [
            ("person", self.person.as_str()),
            ("what", self.group.map_or("", Group::as_str)),
            ("section", &self.section),
            ("from", &self.from),
            ("to", &self.to),
            ("subject", &self.subject),
            ("resource", &self.resource),
        ];
        let query = written(&members);
        if query.is_empty() {
            PATH.to_owned()
        } else {
            format!("{PATH}?{query}")
        }
    }

    /// The question as the contract asks it.
    pub(super) fn query(&self) -> String {
        let kinds: Vec<_> = self.group.iter().flat_map(|group| group.kinds()).collect();
        let kinds: Vec<_> = kinds.into_iter().map(|kind| kind.as_str()).collect();
        let from = start_of(&self.from).map(|from| from.to_string()).unwrap_or_default();
        let to = end_of(&self.to).map(|to| to.to_string()).unwrap_or_default();
        let text = String::from(js_sys::encode_uri_component(&self.text));
        written(&[
            ("person", &self.person),
            ("kind", &kinds.join(",")),
            ("section", &self.section),
            ("from", &from),
            ("to", &to),
            ("subject", &self.subject),
            ("resource", &self.resource),
            ("q", &text),
        ])
    }
}

const PATH: &str = latchkey_contract::screen::ACTIVITY.path;

/// Members as they stand in an address.
fn written(members: &[(&str, &str)]) -> String {
    let given = members.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<_> = given.map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

/// Whether a value can stand in an address as it is: ids and days can.
fn is_plain(value: &str) -> bool {
    value.len() <= 100
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::{Group, Kind, Question};

    fn said(members: &[(&str, &str)]) -> Question {
        let member = |name: &str| {
            let found = members.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Question::said(member, String::new())
    }

    #[test]
    fn every_kind_is_in_a_group() {
        for kind in Kind::ALL {
            assert!(Group::ALL.iter().any(|group| group.kinds().contains(kind)), "{kind:?}");
        }
    }

    #[test]
    fn an_address_leads_back_to_what_was_asked() {
        let question = said(&[
            ("person", "a1"),
            ("what", "roles"),
            ("from", "2026-11-24"),
            ("odd", "x"),
        ]);
        assert_eq!(
            question.address(),
            "/staff/activity?person=a1&what=roles&from=2026-11-24"
        );
        assert!(said(&[]).is_all());
        assert_eq!(said(&[]).address(), "/staff/activity");
    }

    #[test]
    fn what_is_no_id_and_no_day_is_not_taken_over() {
        assert!(said(&[("person", "100%"), ("subject", "a&b"), ("what", "everything")]).is_all());
    }
}
