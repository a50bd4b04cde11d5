//! What the permission module promises, one promise a file, each held natively and as WebAssembly.
//!
//! Where the space is finite it is walked through as a whole; elsewhere proptest looks for a counterexample, over the
//! shipped catalogue and over random ones, so that no law holds by an accident of one catalogue.

mod support;

mod adding_never_removes_an_allow;
mod catalogue_circles;
mod catalogue_faults;
mod catalogue_lookup;
mod diff_then_apply;
mod empty_grant_allows_nothing;
mod first_page_may_be_opened;
mod only_the_owner_passes_owner_rules;
mod outside_dates_or_status;
mod preset;
mod preset_words;
mod reasons;
mod requirements_come_and_go;
mod roles_are_a_union;
mod rule_as_json;
mod schedule_is_what_happens;
mod sections;
mod set_algebra;
mod status_transitions;
mod text_falls_back;
mod time_as_text;
#[cfg(not(target_arch = "wasm32"))]
mod time_by_another_library;
mod unknown_permissions;
