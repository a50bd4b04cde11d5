//! Somebody's own second factor: set up, and turned off again where nobody requires it.

use serde_json::json;
use totp_rs::{Builder, Secret};

use super::owner::password;
use super::world::World;

impl World {
    pub(super) async fn factor_on(&mut self, number: usize) {
        let who = self.whose(number);
        let proof = json!({"current": password(self.people[who].password.unwrap_or(0))});
        let before = self.sessions[number].browser.copy();
        let answer = self.sessions[number].browser.post("/profile/two-factor", proof).await;
        if self.is_refused(number, &answer) {
            return;
        }
        if self.people[who].codes.is_some() {
            assert_eq!(answer.refusal(), (409, "state".into()));
            return;
        }
        let secret = Secret::try_from_base32(answer.expect(200).text_at("/secret")).expect("a secret");
        let totp = Builder::new().with_secret(secret).build().expect("a factor");
        let moment = u64::try_from(self.now / 1000).expect("a moment");
        let code = json!({"code": totp.generate(moment).to_string()});
        let answer = self.sessions[number]
            .browser
            .put("/profile/two-factor", code)
            .await
            .expect(200);
        let codes = answer.at("/recoveryCodes");
        let codes = codes.as_array().expect("codes").iter().filter_map(|code| code.as_str());
        self.people[who].codes = Some(codes.map(str::to_owned).collect());
        self.end(who, Some(number));
        self.renewed(number, before);
        self.note("two-factor-on", self.people[who].id.clone());
        self.settle_all([who]);
    }

    pub(super) async fn factor_off(&mut self, number: usize, right: bool) {
        let who = self.whose(number);
        let given = if right {
            self.people[who].password.unwrap_or(0)
        } else {
            0
        };
        let before = self.sessions[number].browser.copy();
        let proof = json!({"current": password(given)});
        let answer = self.sessions[number]
            .browser
            .put("/profile/two-factor/removal", proof)
            .await;
        if self.is_refused(number, &answer) {
            return;
        }
        if !right {
            assert_eq!(answer.wrong(), [("/current".into(), "mismatch".into())]);
            self.note("password-refused", self.people[who].id.clone());
            return;
        }
        if self.people[who].codes.is_some() && self.needs_factor(who) {
            assert_eq!(answer.refusal(), (409, "state".into()));
            return;
        }
        answer.expect(204);
        if self.people[who].codes.take().is_some() {
            self.end(who, Some(number));
            self.renewed(number, before);
            self.note("two-factor-off", self.people[who].id.clone());
        }
    }
}
