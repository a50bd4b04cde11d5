//! How a happening is told: what is kept of it, and what is not. Secrets are never kept, and of records about customers
//! only which fields are other than before.

use latchkey_contract::activity::{Change, Detail, RoleName as ToldRole, Subject, SubjectType, Value};
use latchkey_contract::id::ResourceId;
use latchkey_contract::letter::LetterKind;
use latchkey_contract::problem::ProblemCode;
use latchkey_contract::role::Role;
use latchkey_permissions::{OnboardingStep, PermissionId, SectionId, Text};

use super::changes;
use super::happening::Happening;
use super::holds::Holds;
use super::who::{RoleName, What, Who};
use crate::reports;
use crate::resources::Fields;
use crate::resources::registry::Registry;
use crate::store::onboarding::Chosen;

/// What is kept of a happening besides who did it, when, and from where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) subject: Option<Subject>,
    pub(crate) section: Option<SectionId>,
    pub(crate) resource: Option<ResourceId>,
    pub(crate) detail: Detail,
    pub(crate) reason: String,
}

impl Told {
    /// What is kept of this.
    pub(crate) fn of(happening: &Happening, registry: &Registry) -> Self {
        match happening {
            Happening::OwnerCreated(who) => Self::of_store().touching(std::slice::from_ref(who)),
            Happening::SignedIn { who, .. }
            | Happening::SignedOut(who)
            | Happening::ProvenAgain(who)
            | Happening::OwnershipOffered(who)
            | Happening::OwnershipOfferClosed(who)
            | Happening::PasswordLinkSent(who)
            | Happening::PasswordRefused(who)
            | Happening::InvitationResent(who)
            | Happening::InvitationCancelled(who)
            | Happening::Joined(who)
            | Happening::Reactivated(who)
            | Happening::TwoFactorReset(who)
            | Happening::RecoveryCodesMade(who)
            | Happening::RecoveryCodeUsed(who)
            | Happening::InvitationRequested(who)
            | Happening::InvitationRequestDismissed(who)
            | Happening::OnboardingFinished(who)
            | Happening::Reminded(who) => Self::about(who),
            Happening::OnboardingStepDone { who, step } => Self::step(who, *step),
            Happening::OnboardingChanged {
                before,
                after,
                asked_again,
                ..
            } => Self::onboarding(before, after, asked_again),
            Happening::OwnershipTransferred { from, to, sessions } => Self::transferred(from, to).count(*sessions),
            Happening::SignInFailed { who, code } => Self::perhaps_about(who.as_ref()).refused(*code),
            Happening::LetterFailed { kind, who }
            | Happening::LetterRetried { kind, who }
            | Happening::LetterDiscarded { kind, who } => Self::letter(*kind, who.as_ref()),
            Happening::SignInRefused { who, code } => Self::about(who).refused(*code),
            Happening::Refused {
                who,
                code,
                missing,
                call,
                resource,
            } => Self::refused_request(who, resource.as_ref(), call, missing, registry).refused(*code),
            Happening::SessionsEnded { who, sessions }
            | Happening::PasswordChanged { who, sessions }
            | Happening::PasswordReset { who, sessions }
            | Happening::Suspended { who, sessions }
            | Happening::TwoFactorOn { who, sessions }
            | Happening::TwoFactorOff { who, sessions } => Self::about(who).count(*sessions),
            Happening::Revoked {
                who, reason, sessions, ..
            } => Self::about(who).count(*sessions).because(reason),
            Happening::ProfileChanged { who, before, after } => Self::profile(who, before, after),
            Happening::Invited { who, holds, reason } => Self::about(who).changed(holding(None, holds)).because(reason),
            Happening::StaffChanged {
                who,
                before,
                after,
                reason,
            } => Self::about(who).changed(holding(Some(before), after)).because(reason),
            Happening::RoleCreated { role, reason } => Self::new_role(role).because(reason),
            Happening::RoleRestored(role) => Self::new_role(role),
            Happening::RoleDeleted(role) => Self::about_role(role),
            Happening::RoleChanged {
                before,
                after,
                holders,
                reason,
            }
            | Happening::RoleReset {
                before,
                after,
                holders,
                reason,
            } => Self::changed_role(before, after, holders).because(reason),
            Happening::HoldersMoved {
                from,
                to,
                holders,
                reason,
            } => Self::moved(from, to.as_ref(), holders).because(reason),
            Happening::RecordCreated { what, fields } => Self::record(what, registry, None, Some(fields)),
            Happening::RecordChanged { what, before, after } => Self::record(what, registry, Some(before), Some(after)),
            Happening::RecordFollowed { what, before, after } => {
                Self::record(what, registry, before.as_ref(), Some(after))
            }
            Happening::RecordDeleted(what) | Happening::RecordRestored(what) => {
                Self::record(what, registry, None, None)
            }
            Happening::CommandDone {
                resource,
                what,
                command,
                changed,
                reason,
            } => Self::command(resource, what.as_ref(), command, changed.as_ref(), registry).because(reason),
            Happening::ListExported { resource, records } => Self::list(resource, registry).count(*records),
            Happening::ReportExported { report, from, to } => Self::report(report, from, to),
            Happening::ActivityExported { entries } => Self::default().count(*entries),
            Happening::PlanChanged { before, after } => Self::plan(before, after),
            Happening::InvoicesExported { invoices } => Self::of_store().count(*invoices),
        }
    }

    /// About the new owner; the former one is touched by it.
    fn transferred(from: &Who, to: &Who) -> Self {
        Self::about(to).touching(std::slice::from_ref(from))
    }

    fn onboarding(before: &Chosen, after: &Chosen, asked_again: &[Who]) -> Self {
        let changes = changes::of_onboarding(before, after);
        Self::of_store().changed(changes).touching(asked_again)
    }

    fn step(who: &Who, step: OnboardingStep) -> Self {
        let mut told = Self::about(who);
        told.detail.step = Some(step);
        told
    }

    /// A request that was refused; about the records of a resource, where there is such a one.
    fn refused_request(
        who: &Who,
        resource: Option<&ResourceId>,
        call: &str,
        missing: &[PermissionId],
        registry: &Registry,
    ) -> Self {
        let known = resource.filter(|id| registry.get(id.as_str()).is_some());
        let mut told = known.map_or_else(Self::default, |id| Self::list(id, registry));
        told.subject = Some(account(who));
        told.detail.call = Some(call.to_owned());
        told.detail.missing = missing.to_vec();
        told
    }

    fn profile(who: &Who, before: &(String, Option<String>), after: &(String, Option<String>)) -> Self {
        let language = |said: &(String, Option<String>)| said.1.clone().unwrap_or_default();
        let name = changes::text("name", &before.0, &after.0);
        let language = changes::text("language", &language(before), &language(after));
        Self::about(who).changed(vec![name, language])
    }

    /// Those who held a role, and the one that they hold now.
    fn moved(from: &RoleName, to: Option<&RoleName>, holders: &[Who]) -> Self {
        let mut told = Self::about_role_named(from).touching(holders);
        told.detail.to = to.map(RoleName::told);
        told.count(u64::try_from(holders.len()).unwrap_or_default())
    }

    fn of_store() -> Self {
        Self {
            subject: Some(Subject {
                sort: SubjectType::Store,
                id: String::new(),
                name: String::new(),
            }),
            ..Self::default()
        }
    }

    fn plan(before: &Text, after: &Text) -> Self {
        let mut told = Self::of_store();
        told.detail.label = Some(after.clone());
        told.detail.changes = vec![Change {
            field: "plan".to_owned(),
            label: None,
            before: Some(Value::Labels(vec![before.clone()])),
            after: Some(Value::Labels(vec![after.clone()])),
        }];
        told
    }

    fn command(
        resource: &ResourceId,
        what: Option<&What>,
        command: &str,
        changed: Option<&(Fields, Fields)>,
        registry: &Registry,
    ) -> Self {
        let (before, after) = changed.map(|(before, after)| (before, after)).unzip();
        let mut told = match what {
            Some(what) => Self::record(what, registry, before, after),
            None => Self::list(resource, registry),
        };
        let model = registry.get(resource.as_str());
        let command = model.and_then(|model| model.resource.command(command));
        told.detail.label = command.map(|command| command.label.clone());
        told
    }

    fn report(report: &str, from: &str, to: &str) -> Self {
        Self {
            subject: Some(Subject {
                sort: SubjectType::Report,
                id: report.to_owned(),
                name: String::new(),
            }),
            section: Some(SectionId::from_static("reports")),
            detail: Detail {
                label: reports::known(report).map(|kind| kind.brief().title),
                days: Some((from.to_owned(), to.to_owned())),
                ..Detail::default()
            },
            ..Self::default()
        }
    }

    /// About a letter: to whom, where that is somebody on the staff. What a mail server said can name anybody.
    fn letter(kind: LetterKind, who: Option<&Who>) -> Self {
        let mut told = Self::perhaps_about(who);
        told.detail.letter = Some(kind);
        told
    }

    fn perhaps_about(who: Option<&Who>) -> Self {
        who.map(Self::about).unwrap_or_default()
    }

    fn about(who: &Who) -> Self {
        Self {
            subject: Some(account(who)),
            ..Self::default()
        }
    }

    /// A role that was not there before.
    fn new_role(role: &Role) -> Self {
        Self::about_role(role).changed(role_changes(None, role))
    }

    fn changed_role(before: &Role, after: &Role, holders: &[Who]) -> Self {
        let changes = role_changes(Some(before), after);
        Self::about_role(after).changed(changes).touching(holders)
    }

    fn about_role(role: &Role) -> Self {
        Self::about_role_named(&RoleName::from(role))
    }

    fn about_role_named(role: &RoleName) -> Self {
        Self {
            subject: Some(Subject {
                sort: SubjectType::Role,
                id: role.id.to_string(),
                name: role.name.in_language("en").to_owned(),
            }),
            detail: Detail {
                label: Some(role.name.clone()),
                ..Detail::default()
            },
            ..Self::default()
        }
    }

    /// About a record, which has changed where there is something after.
    fn record(what: &What, registry: &Registry, before: Option<&Fields>, after: Option<&Fields>) -> Self {
        let mut told = Self::list(&what.resource, registry);
        let model = registry.get(what.resource.as_str());
        told.subject = Some(Subject {
            sort: SubjectType::Record,
            id: what.record.to_string(),
            name: model
                .filter(|model| !changes::name_is_personal(model))
                .map(|_| what.name.clone())
                .unwrap_or_default(),
        });
        told.detail.label = None;
        if let (Some(model), Some(after)) = (model, after) {
            told.detail.changes = changes::of_record(model, before, after);
        }
        told
    }

    /// About the records of a resource as a whole.
    fn list(resource: &ResourceId, registry: &Registry) -> Self {
        let model = registry.get(resource.as_str());
        let title: Option<Text> = model.map(|model| model.resource.words.title.clone());
        Self {
            subject: Some(Subject {
                sort: SubjectType::Resource,
                id: resource.to_string(),
                name: String::new(),
            }),
            section: model.map(|model| model.resource.section.clone()),
            resource: Some(resource.clone()),
            detail: Detail {
                resource_title: title,
                ..Detail::default()
            },
            reason: String::new(),
        }
    }

    fn refused(mut self, code: ProblemCode) -> Self {
        self.detail.code = Some(code.as_str().to_owned());
        self
    }

    fn count(mut self, count: u64) -> Self {
        self.detail.count = Some(count);
        self
    }

    fn because(mut self, reason: &str) -> Self {
        reason.clone_into(&mut self.reason);
        self
    }

    fn touching(mut self, people: &[Who]) -> Self {
        self.detail.people = people.iter().map(Who::told).collect();
        self
    }

    fn changed(mut self, changes: Vec<Change>) -> Self {
        self.detail.changes = changes
            .into_iter()
            .filter(|change| change.before != change.after)
            .collect();
        self
    }
}

fn account(who: &Who) -> Subject {
    Subject {
        sort: SubjectType::Account,
        id: who.id.to_string(),
        name: who.name.clone(),
    }
}

fn holding(before: Option<&Holds>, after: &Holds) -> Vec<Change> {
    let permissions = |holds: &Holds| Value::Permissions(holds.permissions.clone());
    let roles = |holds: &Holds| Value::Roles(holds.roles.iter().map(RoleName::told).collect());
    let name = |holds: &Holds| Value::Text(holds.name.clone());
    let starts = |holds: &Holds| holds.starts.map(Value::Time);
    let ends = |holds: &Holds| holds.ends.map(Value::Time);
    let periods = |holds: &Holds| (!holds.periods.is_empty()).then(|| Value::Text(holds.dates()));
    let required = |holds: &Holds| holds.two_factor_required.then_some(Value::Switch(true));
    let change = |field: &str, of: &dyn Fn(&Holds) -> Option<Value>| Change {
        field: field.to_owned(),
        label: None,
        before: before.and_then(of),
        after: of(after),
    };
    vec![
        change("name", &|holds| (!holds.name.is_empty()).then(|| name(holds))),
        change("permissions", &|holds| Some(permissions(holds))),
        change("roles", &|holds| Some(roles(holds))),
        change("starts", &starts),
        change("ends", &ends),
        change("periods", &periods),
        change("twoFactorRequired", &required),
    ]
}

fn role_changes(before: Option<&Role>, after: &Role) -> Vec<Change> {
    let name = |role: &Role| Value::Labels(vec![role.name.clone()]);
    let permissions = |role: &Role| Value::Permissions(role.permissions.clone());
    vec![
        Change {
            field: "name".to_owned(),
            label: None,
            before: before.map(name),
            after: Some(name(after)),
        },
        Change {
            field: "permissions".to_owned(),
            label: None,
            before: before.map(permissions),
            after: Some(permissions(after)),
        },
    ]
}

impl RoleName {
    fn told(&self) -> ToldRole {
        ToldRole {
            id: self.id.clone(),
            name: self.name.clone(),
        }
    }
}
