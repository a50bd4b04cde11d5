//! A page's heading: it names the window, and after a navigation it has the focus.

use leptos::html;
use leptos::prelude::*;

use crate::i18n::words;
use crate::navigation::{focus, is_engaged, title_follows};
use crate::session::use_sessions;

/// A text of the language files.
type Words = fn() -> String;

/// The page that another one lies under.
pub(crate) struct Crumb {
    /// Its address.
    pub(crate) href: Signal<String>,
    /// What it is called.
    pub(crate) words: Signal<String>,
}

impl From<(&'static str, Words)> for Crumb {
    fn from((href, words): (&'static str, Words)) -> Self {
        Self {
            href: Signal::stored(href.to_owned()),
            words: Signal::derive(words),
        }
    }
}

/// The heading of a page inside the frame.
#[component]
pub(crate) fn PageHead(
    /// The heading; also the window's title.
    #[prop(into)]
    title: Signal<String>,
    /// Where the page lies.
    #[prop(optional, into)]
    crumb: Option<Crumb>,
    /// What stands beside the heading, a status for example.
    #[prop(optional, into)]
    aside: Option<AnyView>,
    /// A sentence below.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// Links and buttons.
    #[prop(optional, into)]
    actions: Option<AnyView>,
) -> impl IntoView {
    let sessions = use_sessions();
    let store = move || {
        sessions
            .known()
            .map(|known| known.session.store.name.clone())
            .unwrap_or_default()
    };
    title_follows(move || words::frame_window_title(&title.get(), &store()));
    view! {
        <div class="page-head">
            {crumb.map(|Crumb { href, words }| view! {
                <nav class="crumbs" aria-label=words::frame_breadcrumb><a href=href>{words}</a></nav>
            })}
            <div class="page-title"><Heading title />{aside}</div>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
            {actions.map(|actions| view! { <div class="page-actions buttons">{actions}</div> })}
        </div>
    }
}

/// A first-level heading that takes the focus when its page arrives, unless somebody is in the midst of something.
#[component]
pub(crate) fn Heading(
    /// The words.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |done: Option<bool>| {
        let stands = heading.get();
        if let Some(heading) = &stands
            && done != Some(true)
            && !is_engaged()
        {
            focus(heading);
        }
        stands.is_some()
    });
    view! { <h1 tabindex="-1" node_ref=heading>{title}</h1> }
}
