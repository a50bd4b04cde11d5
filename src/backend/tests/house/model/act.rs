//! Which function does which step.

use super::step::Step;
use super::world::{HOUR, Stand, World};

impl World {
    /// Whether a step is about somebody who was never invited.
    pub(super) fn concerns_nobody(&self, step: Step) -> bool {
        match step {
            Step::Resend { who, .. }
            | Step::Cancel { who, .. }
            | Step::Edit { who, .. }
            | Step::Suspend { who, .. }
            | Step::Reactivate { who, .. }
            | Step::Revoke { who, .. }
            | Step::EndAll { who, .. }
            | Step::ResetFactor { who, .. }
            | Step::SendReset { who, .. }
            | Step::Dismiss { who, .. }
            | Step::Offer { who, .. } => self.people[who].stand == Stand::Unknown,
            _ => false,
        }
    }

    pub(super) async fn act(&mut self, step: Step) {
        match step {
            Step::Invite { window, who, giving } => self.invite(window, who, giving).await,
            Step::Resend { window, who } => self.resend(window, who).await,
            Step::Cancel { window, who } => self.cancel(window, who).await,
            Step::Join { who, back } => self.join(who, back).await,
            Step::Edit {
                window,
                who,
                giving,
                stale,
            } => self.edit(window, who, giving, stale).await,
            Step::Suspend { window, who } => self.suspend(window, who, true).await,
            Step::Reactivate { window, who } => self.suspend(window, who, false).await,
            Step::Revoke { window, who } => self.revoke(window, who).await,
            Step::EndAll { window, who } => self.end_all(window, who).await,
            Step::ResetFactor { window, who } => self.reset_factor(window, who).await,
            Step::CreateRole { window, role, bits } => self.create_role(window, role, bits).await,
            Step::EditRole {
                window,
                role,
                bits,
                stale,
            } => self.edit_role(window, role, bits, stale).await,
            Step::DeleteRole { window, role, stale } => self.delete_role(window, role, stale).await,
            Step::MoveHolders { window, role, to } => self.move_holders(window, role, to).await,
            Step::SignIn { who, back, code } => self.sign_in(who, back, code).await,
            Step::Wait(hours) => {
                self.now += hours * HOUR;
                self.house.clock.advance(hours * HOUR);
            }
            Step::SendReset { window, who } => self.send_reset(window, who).await,
            Step::Forget { who } => self.forget(who).await,
            Step::UseReset { who, back, code } => self.use_reset(who, back, code).await,
            Step::Choose { window, draft, stale } => self.choose(window, draft, stale).await,
            Step::AskAgain { who, back } => self.ask_again(who, back).await,
            Step::Dismiss { window, who } => self.dismiss(window, who).await,
            Step::Offer { window, who } => self.offer(window, who).await,
            Step::Withdraw { window } => self.withdraw(window).await,
            Step::SignOut { session }
            | Step::Password { session, .. }
            | Step::EndOthers { session }
            | Step::EndOne { session, .. }
            | Step::FactorOn { session }
            | Step::FactorOff { session, .. }
            | Step::Take { session, .. }
            | Step::Decline { session }
            | Step::Look { session } => {
                if let Some(session) = self.of_people(session) {
                    self.act_in(session, step).await;
                }
            }
        }
    }

    /// What somebody does in a session.
    async fn act_in(&mut self, session: usize, step: Step) {
        match step {
            Step::SignOut { .. } => self.sign_out(session).await,
            Step::Password { right, .. } => self.change_password(session, right).await,
            Step::EndOthers { .. } => self.end_others(session).await,
            Step::EndOne { other, .. } => {
                if let Some(other) = self.of_people(other) {
                    self.end_one(session, other).await;
                }
            }
            Step::FactorOn { .. } => self.factor_on(session).await,
            Step::FactorOff { right, .. } => self.factor_off(session, right).await,
            Step::Take { tour, stale, .. } => self.take(session, tour, stale).await,
            Step::Decline { .. } => self.decline(session).await,
            Step::Look { .. } => self.look(session).await,
            _ => unreachable!("{step:?} is not done in a session"),
        }
    }
}
