//! The store is offered to somebody, and taken over or not.

use serde_json::json;

use super::world::{HOUR, Stand, World};

const LASTS: i64 = 7 * 24 * HOUR;

/// An open offer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    to: usize,
    expires: i64,
}

impl World {
    /// To whom the store is offered now.
    pub(super) fn offered_to(&self) -> Option<usize> {
        let offer = self.offer.filter(|offer| self.now < offer.expires)?;
        self.works_here(offer.to).then_some(offer.to)
    }

    fn works_here(&self, who: usize) -> bool {
        self.people[who].stand == Stand::Active && self.barred(who).is_none()
    }

    /// Access is interrupted, and with it an offer is over for good.
    pub(super) fn void_offer(&mut self, who: usize) {
        self.offer = self.offer.filter(|offer| offer.to != who);
    }

    /// The same, where somebody is not here now.
    pub(super) fn void_offer_of_absent(&mut self, who: usize) {
        if self.barred(who).is_some() {
            self.void_offer(who);
        }
    }

    pub(super) async fn offer(&mut self, window: usize, who: usize) {
        let path = format!("/staff/{}/ownership", self.people[who].id);
        let answer = self.ask(window, "PUT", &path, None, Some(&json!({}))).await;
        if !self.works_here(who) {
            assert_eq!(answer.refusal(), (409, "state".into()));
            return;
        }
        answer.expect(200);
        if let Some(before) = self.offered_to().filter(|before| *before != who) {
            self.note("ownership-offer-closed", self.people[before].id.clone());
        }
        self.offer = Some(Offer {
            to: who,
            expires: self.now + LASTS,
        });
        self.note("ownership-offered", self.people[who].id.clone());
    }

    /// The owner takes it back.
    pub(super) async fn withdraw(&mut self, window: usize) {
        self.ask(window, "DELETE", "/ownership", None, None).await.expect(204);
        self.close_offer();
    }

    /// Whom it is made to declines; anybody else changes nothing by that.
    pub(super) async fn decline(&mut self, number: usize) {
        let answer = self.sessions[number].browser.delete("/ownership").await;
        if self.is_refused(number, &answer) {
            return;
        }
        answer.expect(204);
        if self.offered_to() == Some(self.whose(number)) {
            self.close_offer();
        }
    }

    fn close_offer(&mut self) {
        if let Some(to) = self.offered_to() {
            self.offer = None;
            self.note("ownership-offer-closed", self.people[to].id.clone());
        }
    }
}
