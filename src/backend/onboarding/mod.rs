//! The steps between joining and access: what is left for somebody, and what follows when that changes.
//!
//! One place says which steps are asked for and when one is done, [`left`]; whoever adds a step adds it there.

use latchkey_contract::id::Version;
use latchkey_contract::onboarding::{OnboardingSettings, SecurityBasics, TwoFactorPolicy};
use latchkey_permissions::{Catalogue, OnboardingStep, OnboardingSteps, Status, Text, Time, Transition};

use crate::activity::who::Who;
use crate::problem::Refusal;
use crate::store::accounts::{self, Account};
use crate::store::onboarding::{self as kept, Chosen};
use crate::store::{Db, grants, staff_list};

/// The security basics that a store begins with, for the owner to change.
const BASICS: &str = include_str!("basics.json");

/// What the owner has chosen; before that, nothing but a password is asked for.
pub(crate) async fn chosen(db: &mut Db) -> sqlx::Result<Chosen> {
    if let Some(chosen) = kept::chosen(db).await? {
        return Ok(chosen);
    }
    let basics: Text = serde_json::from_str(BASICS).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    Ok(Chosen {
        steps: Vec::new(),
        basics,
        basics_version: 1,
        basics_needed: 0,
        two_factor: TwoFactorPolicy::Optional,
        version: 1,
    })
}

impl Chosen {
    /// As the owner sees it.
    pub(crate) fn settings(&self) -> OnboardingSettings {
        OnboardingSettings {
            steps: self.steps.clone(),
            basics: self.basics(),
            two_factor_policy: self.two_factor,
            asked_again: None,
            version: Version(self.version.to_string()),
        }
    }

    /// The security basics.
    pub(crate) fn basics(&self) -> SecurityBasics {
        SecurityBasics {
            version: self.basics_version,
            text: self.basics.clone(),
        }
    }

    /// Every step that is asked of somebody, in the order in which they are taken.
    pub(crate) async fn asked(
        &self,
        db: &mut Db,
        catalogue: &Catalogue,
        account: &Account,
    ) -> sqlx::Result<Vec<OnboardingStep>> {
        let needs_factor = self.needs_factor(db, catalogue, account).await?;
        let asked = |step: &OnboardingStep| match step {
            OnboardingStep::ChoosePassword => true,
            OnboardingStep::SecondFactor => needs_factor,
            OnboardingStep::SecurityBasics | OnboardingStep::GuidedTour => self.steps.contains(step),
        };
        Ok(OnboardingStep::ALL.into_iter().filter(asked).collect())
    }

    /// Whether a second factor is required of somebody. What is held on later dates counts today, so that no day comes on
    /// which access to something sensitive opens without one.
    pub(crate) async fn needs_factor(
        &self,
        db: &mut Db,
        catalogue: &Catalogue,
        account: &Account,
    ) -> sqlx::Result<bool> {
        match self.two_factor {
            _ if account.owner => Ok(false),
            _ if account.two_factor_required => Ok(true),
            TwoFactorPolicy::Optional => Ok(false),
            TwoFactorPolicy::Everybody => Ok(true),
            TwoFactorPolicy::Sensitive => {
                let held = grants::held(db, account.id.as_str()).await?;
                let held = catalogue.set(held.into_iter().flat_map(|(_, ids)| ids)).known;
                Ok(catalogue.with_required(held).intersects(catalogue.sensitive()))
            }
        }
    }

    /// Whether somebody who has taken these steps has done this one.
    fn is_done(&self, step: OnboardingStep, taken: &[(OnboardingStep, u64)], account: &Account) -> bool {
        let version = taken
            .iter()
            .find(|(other, _)| *other == step)
            .map(|(_, version)| *version);
        match step {
            OnboardingStep::ChoosePassword => account.password_hash.is_some(),
            // Version 0 stands for what was not asked of somebody who had access already.
            OnboardingStep::SecurityBasics => version.is_some_and(|version| version >= self.basics_needed),
            OnboardingStep::SecondFactor => account.two_factor,
            OnboardingStep::GuidedTour => version.is_some(),
        }
    }
}

/// The steps that are left for somebody who is onboarding; none for everybody else.
pub(crate) async fn left(db: &mut Db, catalogue: &Catalogue, account: &Account) -> sqlx::Result<OnboardingSteps> {
    if account.status != Status::Onboarding {
        return Ok(OnboardingSteps::default());
    }
    let chosen = chosen(db).await?;
    left_by(db, catalogue, &chosen, account).await
}

/// The steps that are left by what is chosen, wherever the account stands.
pub(crate) async fn left_by(
    db: &mut Db,
    catalogue: &Catalogue,
    chosen: &Chosen,
    account: &Account,
) -> sqlx::Result<OnboardingSteps> {
    let taken = kept::taken(db, account.id.as_str()).await?;
    let asked = chosen.asked(db, catalogue, account).await?;
    Ok(asked
        .into_iter()
        .filter(|step| !chosen.is_done(*step, &taken, account))
        .collect())
}

/// What came of looking at what is left for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    /// Nothing has changed.
    Same,
    /// The last step is done: access is open.
    Finished,
    /// A step that was done before is asked again.
    AskedAgain,
}

/// Brings an account to where it stands by the steps that are left for it, and keeps it: whoever has taken the last is
/// active. Of those who have access, only whoever must accept the security basics anew, or has no second factor where one is
/// required, is asked again, since a step that the owner adds is for newcomers.
///
/// To be called after everything that can change what is left: what the owner chooses, what somebody holds, and whether
/// there is a second factor.
pub(crate) async fn settle(
    db: &mut Db,
    catalogue: &Catalogue,
    account: &mut Account,
    now: Time,
) -> Result<Settled, Refusal> {
    let chosen = chosen(db).await?;
    let left = left_by(db, catalogue, &chosen, account).await?;
    let impossible = |_| Refusal::internal();
    let asks = |step: OnboardingStep| match step {
        OnboardingStep::SecurityBasics => chosen.basics_needed > 0,
        OnboardingStep::SecondFactor => true,
        OnboardingStep::ChoosePassword | OnboardingStep::GuidedTour => false,
    };
    let settled = match account.status {
        Status::Onboarding if left.is_empty() => Settled::Finished,
        Status::Active if left.iter().any(asks) && !account.owner => Settled::AskedAgain,
        _ => return Ok(Settled::Same),
    };
    let transition = match settled {
        Settled::Finished => Transition::FinishOnboarding,
        Settled::Same | Settled::AskedAgain => Transition::AskAgain,
    };
    account.status = account.status.after(transition).map_err(impossible)?;
    accounts::save(db, account).await?;
    if settled == Settled::Finished {
        kept::arrived(db, account.id.as_str()).await?;
    } else {
        // What else there is, is for newcomers.
        for step in left.iter().filter(|step| !asks(*step)) {
            kept::take(db, account.id.as_str(), step, 0, now).await?;
        }
        kept::wait(db, account.id.as_str(), now).await?;
    }
    Ok(settled)
}

/// Brings several accounts to where they stand; who of them have no step left now.
pub(crate) async fn settle_all(
    db: &mut Db,
    catalogue: &Catalogue,
    accounts: Vec<Account>,
    now: Time,
) -> Result<Vec<Who>, Refusal> {
    let mut finished = Vec::new();
    for mut account in accounts {
        if settle(db, catalogue, &mut account, now).await? == Settled::Finished {
            finished.push(Who::from(&account));
        }
    }
    Ok(finished)
}

/// Everybody for whom a change of what is chosen can matter: those who have access, and those who are on their way.
pub(crate) async fn concerned(db: &mut Db) -> sqlx::Result<Vec<Account>> {
    staff_list::all_in(db, &[Status::Onboarding, Status::Active]).await
}
