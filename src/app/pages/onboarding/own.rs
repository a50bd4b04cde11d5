//! One's own steps: which are done, and the one that comes next.

use latchkey_contract::onboarding::{OwnOnboarding, OwnStep};
use latchkey_permissions::OnboardingStep;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::basics::Basics;
use super::tour::Tour;
use crate::client::{Load, Loaded};
use crate::components::page_head::PageHead;
use crate::components::retry::Retry;
use crate::components::skeleton::PageSkeleton;
use crate::components::toasts::use_toasts;
use crate::i18n::words;
use crate::navigation::{focus, use_goer};
use crate::reactive::{effect, live, memo};
use crate::session::{use_sessions, use_signed_in};

/// What a step is called, as something to do.
fn deed(step: OnboardingStep) -> String {
    match step {
        OnboardingStep::ChoosePassword => words::onboarding_password(),
        OnboardingStep::SecurityBasics => words::onboarding_basics(),
        OnboardingStep::SecondFactor => words::staff_two_factor(),
        OnboardingStep::GuidedTour => words::onboarding_tour(),
    }
}

/// Whether steps were asked for and none is left.
fn is_over(own: &OwnOnboarding) -> bool {
    !own.steps.is_empty() && own.steps.iter().all(|step| step.done)
}

/// The page.
#[component]
pub(crate) fn OnboardingPage() -> impl IntoView {
    let (sessions, signed_in) = (use_sessions(), use_signed_in());
    let (toasts, goer) = (use_toasts(), use_goer());
    let load = Load::<OwnOnboarding>::new();
    let ask = move || {
        let client = signed_in.client();
        load.ask(move |_| async move { client.onboarding().await });
    };
    // What the owner changes meanwhile makes another session of it, and may leave other steps.
    let version = memo(move || signed_in.known.read().session.version.clone());
    effect(move || {
        version.track();
        ask();
    });
    let store = move || signed_in.known.read().session.store.name.clone();
    let stepped = StoredValue::new(false);
    // A memo, so that the same answer once more draws nothing anew, and a tour goes on where it is.
    let loaded = memo(move || load.get());
    // The session follows each step. With the last one everything opens, and this page may be drawn anew before the
    // answer to that step is here: so it leaves by what it finds, and not by what was pressed.
    let follow = move |is_over: bool| {
        spawn_local(async move {
            // Where the line is down, the session is asked for again by itself.
            let _ = sessions.refresh().await;
            if is_over {
                goer.replace("/");
            }
        });
    };
    effect(move || {
        if loaded.with(|loaded| loaded.ready().is_some_and(is_over)) {
            follow(true);
        }
    });
    // A step has been taken.
    let taken = Callback::new(move |now: OwnOnboarding| {
        stepped.try_set_value(true);
        if is_over(&now) {
            toasts.say(words::onboarding_welcome(&untrack(store)));
        } else {
            follow(false);
        }
        load.set(now);
    });
    let reload = Callback::new(move |()| ask());
    let contents = live(move || match loaded.get() {
        Loaded::Pending => view! { <PageSkeleton /> }.into_any(),
        Loaded::Failed(error) => view! { <Retry error retry=reload /> }.into_any(),
        Loaded::Ready(own) => view! { <Steps own taken reload stepped=stepped.get_value() /> }.into_any(),
    });
    view! {
        <div class="page">
            <PageHead
                title=Signal::derive(words::onboarding_title)
                lead=Signal::derive(move || words::onboarding_lead(&store()))
            />
            {contents}
        </div>
    }
}

/// All of them, and the card of the one that comes next.
#[component]
fn Steps(
    own: OwnOnboarding,
    taken: Callback<OwnOnboarding>,
    reload: Callback<()>,
    /// Whether a step has been taken here: what was pressed is gone, so the focus goes to where the next one begins.
    stepped: bool,
) -> impl IntoView {
    // Nothing is asked of the owner.
    if own.steps.is_empty() {
        return view! { <Over /> }.into_any();
    }
    let heading = NodeRef::<html::H2>::new();
    effect(move || {
        if let Some(heading) = heading.get().filter(|_| stepped) {
            focus(&heading);
        }
    });
    let total = own.steps.len() as u64;
    let done = own.steps.iter().filter(|step| step.done).count() as u64;
    let next = own.steps.iter().find(|step| !step.done).map(|step| step.step);
    let lines = own.steps.iter().map(|OwnStep { step, done }| {
        let (step, done) = (*step, *done);
        let current = next == Some(step);
        let standing = live(move || match (done, current) {
            (true, _) => words::onboarding_done(),
            (false, true) => words::onboarding_now(),
            (false, false) => words::onboarding_later(),
        });
        view! {
            <li class="row" aria-current=current.then_some("step")>
                <div class="row-text">{move || deed(step)}</div>
                <span class="status" data-tone=if done { "success" } else { "neutral" }>{standing}</span>
            </li>
        }
    });
    let lines = lines.collect_view();
    let card = match (next, own.basics.clone()) {
        (None, _) => view! { <Over /> }.into_any(),
        (Some(OnboardingStep::SecurityBasics), Some(basics)) => view! { <Basics basics taken reload /> }.into_any(),
        (Some(OnboardingStep::GuidedTour), _) => view! { <Tour own taken /> }.into_any(),
        // What this build has no card for, somebody newer has to show.
        (Some(_), _) => ().into_any(),
    };
    view! {
        <section class="card" aria-labelledby="steps">
            <h2 class="card-title" id="steps" tabindex="-1" node_ref=heading>{words::onboarding_steps}</h2>
            <p class="muted" role="status">
                <meter
                    class="meter"
                    min="0"
                    max=total.max(1).to_string()
                    value=done.to_string()
                    aria-label=words::onboarding_progress_label
                ></meter>
                " "
                {move || words::onboarding_progress(done, total)}
            </p>
            <ol class="rows">{lines}</ol>
        </section>
        {card}
    }
    .into_any()
}

/// Nothing is left.
#[component]
fn Over() -> impl IntoView {
    view! {
        <section class="notice" data-tone="success">
            <h2 class="notice-title">{words::onboarding_over}</h2>
            <div class="buttons"><a class="button primary" href="/">{words::frame_back_to_overview}</a></div>
        </section>
    }
}
