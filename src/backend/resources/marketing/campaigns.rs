//! Campaigns: where each stands follows from its days, unless somebody has paused or ended it.

use async_trait::async_trait;

use super::period::{Period, Phase, day};
use crate::problem::Refusal;
use crate::resources::Fields;
use crate::resources::behaviour::{Behaviour, Outcome};
use crate::resources::records::Stored;
use crate::resources::work::Work;
use crate::validate::Faults;

/// See the module.
pub(super) struct Campaigns;

#[async_trait]
impl Behaviour for Campaigns {
    fn commands(&self) -> &'static [&'static str] {
        &["pause", "resume", "end"]
    }

    async fn create(&self, work: &mut Work<'_>, record: &mut Stored) -> Result<(), Refusal> {
        check(&record.fields)?;
        stand(&mut record.fields, None, &day(work.now));
        Ok(())
    }

    async fn change(&self, work: &mut Work<'_>, before: &Stored, after: &mut Stored) -> Result<(), Refusal> {
        check(&after.fields)?;
        // Whoever gives it other days wants it to run on them.
        let ended = before.text("status") == "ended" && before.text("ends") == after.text("ends");
        let kept = if ended {
            Some("ended")
        } else {
            Some(before.text("status")).filter(|&status| status == "paused")
        };
        stand(&mut after.fields, kept, &day(work.now));
        Ok(())
    }

    async fn command(
        &self,
        work: &mut Work<'_>,
        command: &str,
        _: &Fields,
        record: &mut Stored,
    ) -> Result<Outcome, Refusal> {
        let today = day(work.now);
        let kept = match command {
            "pause" => Some("paused"),
            "end" => {
                let last = Period::of(&record.fields).cut_short(&today).to_owned();
                record.fields.insert("ends".into(), last.into());
                Some("ended")
            }
            _ => None,
        };
        stand(&mut record.fields, kept, &today);
        Ok(Outcome::default())
    }

    fn settles(&self) -> bool {
        true
    }

    async fn settle(&self, work: &mut Work<'_>) -> Result<(), Refusal> {
        let today = day(work.now);
        for mut campaign in work.all("campaigns").await? {
            let before = campaign.text("status").to_owned();
            let kept = Some(before.as_str()).filter(|&status| status == "ended" || status == "paused");
            stand(&mut campaign.fields, kept, &today);
            if campaign.text("status") != before {
                work.save("campaigns", &mut campaign).await?;
            }
        }
        Ok(())
    }
}

fn check(fields: &Fields) -> Result<(), Refusal> {
    let mut faults = Faults::default();
    Period::of(fields).check(&mut faults);
    faults.none()
}

/// Says where it stands. `kept` is what somebody has made of it, whatever its days say.
pub(super) fn stand(fields: &mut Fields, kept: Option<&str>, today: &str) {
    let status = match (Period::of(fields).phase(today), kept) {
        (Phase::After, _) | (_, Some("ended")) => "ended",
        (_, Some("paused")) => "paused",
        (Phase::Before, _) => "planned",
        (Phase::Within, _) => "running",
    };
    fields.insert("status".into(), status.into());
}
