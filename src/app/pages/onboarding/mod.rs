//! The steps between joining and access: what somebody does who has just joined, one after another, and what the owner
//! has chosen of it.
//!
//! `own` is the newcomer's page, with a card for each step; `stops` is what the guided tour shows, without a page;
//! `settings` is the owner's page.

mod basics;
mod own;
mod settings;
mod stops;
mod texts;
mod tour;

pub(crate) use own::OnboardingPage;
pub(crate) use settings::OnboardingSettingsPage;
