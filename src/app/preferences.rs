//! What a person has chosen for this browser: appearance, density, and the language before signing in.
//!
//! Kept in local storage, where there is any. Nothing about the account is ever kept there.

use leptos::prelude::window;

/// How the admin looks on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Appearance {
    /// As the system is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How much fits on a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Density {
    /// Room to touch.
    #[default]
    Comfortable,
    /// More in sight.
    Compact,
}

/// The keys of local storage. There are no others.
#[derive(Clone, Copy)]
enum Key {
    Appearance,
    Density,
    Language,
}

impl Key {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Appearance => "latchkey.appearance",
            Self::Density => "latchkey.density",
            Self::Language => "latchkey.language",
        }
    }
}

fn read(key: Key) -> Option<String> {
    window().local_storage().ok()??.get_item(key.as_str()).ok()?
}

/// Keeps a value, or forgets it. Storage may be switched off; then the choice lasts as long as the page.
fn write(key: Key, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key.as_str(), value),
            None => storage.remove_item(key.as_str()),
        };
    }
}

fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = leptos::prelude::document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

impl Appearance {
    /// All choices, in the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn value(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// What was chosen last.
    pub(crate) fn saved() -> Self {
        let saved = read(Key::Appearance);
        Self::ALL
            .into_iter()
            .find(|choice| choice.value() == saved.as_deref())
            .unwrap_or_default()
    }

    /// Shows it and keeps it.
    pub(crate) fn choose(self) {
        set_root_attribute("data-theme", self.value());
        write(Key::Appearance, self.value());
    }
}

impl Density {
    /// All choices, in the order in which they are offered.
    pub(crate) const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    fn value(self) -> Option<&'static str> {
        match self {
            Self::Comfortable => None,
            Self::Compact => Some("compact"),
        }
    }

    /// What was chosen last.
    pub(crate) fn saved() -> Self {
        let saved = read(Key::Density);
        Self::ALL
            .into_iter()
            .find(|choice| choice.value() == saved.as_deref())
            .unwrap_or_default()
    }

    /// Shows it and keeps it.
    pub(crate) fn choose(self) {
        set_root_attribute("data-density", self.value());
        write(Key::Density, self.value());
    }
}

/// The language that was last used in this browser, for the screens before signing in.
pub(crate) fn saved_language() -> Option<String> {
    read(Key::Language)
}

/// Keeps the language for the screens before signing in.
pub(crate) fn keep_language(language: &str) {
    write(Key::Language, Some(language));
}

/// Forgets it: the browser's own language is taken again.
pub(crate) fn forget_language() {
    write(Key::Language, None);
}

/// Shows what was chosen last. Called first, so that nothing flashes.
pub(crate) fn apply_saved() {
    set_root_attribute("data-theme", Appearance::saved().value());
    set_root_attribute("data-density", Density::saved().value());
}
