//! What stands in the owner's form: the steps, and the security basics in each language. Pure but for its signals.

use latchkey_contract::limits::BASICS_MAX;
use latchkey_contract::onboarding::{OnboardingDraft, OnboardingSettings, TwoFactorPolicy};
use latchkey_contract::problem::FieldError;
use latchkey_permissions::{OnboardingStep, Text};
use leptos::prelude::*;

use crate::components::checks::Checks;
use crate::config::{Config, LanguageName};

/// The form's contents.
#[derive(Clone, Copy)]
pub(super) struct Contents {
    pub(super) basics: RwSignal<bool>,
    pub(super) tour: RwSignal<bool>,
    pub(super) everybody: RwSignal<bool>,
    /// Of whom a second factor is required.
    pub(super) two_factor: RwSignal<TwoFactorPolicy>,
    /// The text in each language that the app speaks.
    pub(super) texts: StoredValue<Vec<(LanguageName, RwSignal<String>)>>,
    pub(super) saved: RwSignal<OnboardingSettings>,
}

impl Contents {
    /// What is saved.
    pub(super) fn of(saved: OnboardingSettings, config: &Config) -> Self {
        let languages = config.languages.iter();
        let texts = languages.map(|language| (language.clone(), RwSignal::new(String::new())));
        let contents = Self {
            basics: RwSignal::new(false),
            tour: RwSignal::new(false),
            everybody: RwSignal::new(false),
            two_factor: RwSignal::new(saved.two_factor_policy),
            texts: StoredValue::new(texts.collect()),
            saved: RwSignal::new(saved.clone()),
        };
        contents.load(saved);
        contents
    }

    /// Puts what is saved into the form.
    pub(super) fn load(self, saved: OnboardingSettings) {
        self.basics.set(saved.steps.contains(&OnboardingStep::SecurityBasics));
        self.tour.set(saved.steps.contains(&OnboardingStep::GuidedTour));
        self.everybody.set(false);
        self.two_factor.set(saved.two_factor_policy);
        self.texts.with_value(|texts| {
            for (language, text) in texts {
                text.set(saved.basics.text.0.get(&language.id).cloned().unwrap_or_default());
            }
        });
        self.saved.set(saved);
    }

    /// What saving would send. Reactive.
    pub(super) fn draft(self) -> OnboardingDraft {
        let chosen = [
            (self.basics.get(), OnboardingStep::SecurityBasics),
            (self.tour.get(), OnboardingStep::GuidedTour),
        ];
        // A text in a language that the app does not speak here stays as it is.
        let mut basics: Text = self.saved.with(|saved| saved.basics.text.clone());
        self.texts.with_value(|texts| {
            for (language, text) in texts {
                let text = text.get().trim().to_owned();
                if text.is_empty() {
                    basics.0.remove(&language.id);
                } else {
                    basics.0.insert(language.id.clone(), text);
                }
            }
        });
        OnboardingDraft {
            steps: chosen
                .into_iter()
                .filter_map(|(asked, step)| asked.then_some(step))
                .collect(),
            basics,
            two_factor_policy: self.two_factor.get(),
            ask_everybody: self.basics.get() && self.everybody.get(),
        }
    }

    /// Whether the text is another than the one that is saved. Reactive.
    pub(super) fn is_new_text(self) -> bool {
        let draft = self.draft();
        self.saved.with(|saved| draft.basics != saved.basics.text)
    }

    /// Whether something is not saved. Reactive.
    pub(super) fn is_dirty(self) -> bool {
        let draft = self.draft();
        draft.ask_everybody
            || self.saved.with(|saved| {
                draft.steps != saved.steps
                    || draft.basics != saved.basics.text
                    || draft.two_factor_policy != saved.two_factor_policy
            })
    }

    /// What the form finds by itself.
    pub(super) fn check(self) -> Vec<FieldError> {
        let draft = untrack(|| self.draft());
        let mut checks = Checks::new();
        if draft.steps.contains(&OnboardingStep::SecurityBasics) && !draft.basics.has_english() {
            checks = checks.required("/basics/en", "");
        }
        for (language, text) in &draft.basics.0 {
            checks = checks.at_most(&format!("/basics/{language}"), text, BASICS_MAX);
        }
        checks.found()
    }
}
