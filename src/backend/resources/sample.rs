//! What lies behind the menus of the sample store, section by section.

use super::work::Work;
use super::{beginning, channels, marketing, settings, website};
use crate::problem::Refusal;

/// Fills the store, within the transaction that begins it.
pub(crate) async fn fill(work: &mut Work<'_>) -> Result<(), Refusal> {
    beginning::first_records_within(work).await?;
    settings::sample::fill(work).await?;
    website::sample::fill(work).await?;
    marketing::sample::fill(work).await?;
    channels::sample::fill(work).await
}
