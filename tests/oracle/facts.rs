//! What is the case, as plain as it can be said: names and numbers, nothing of either engine.

/// A permission, and what it requires.
#[derive(Clone, Debug)]
pub struct Permission {
    /// `noun.verb`.
    pub id: String,
    /// What it requires directly.
    pub requires: Vec<String>,
}

/// A section with its permissions.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its name.
    pub id: String,
    /// What it holds.
    pub permissions: Vec<Permission>,
}

/// All permissions that there are.
#[derive(Clone, Debug)]
pub struct Shop {
    /// The sections, in order.
    pub sections: Vec<Section>,
}

impl Shop {
    /// All permissions, in order.
    pub fn permissions(&self) -> impl Iterator<Item = &Permission> {
        self.sections.iter().flat_map(|section| &section.permissions)
    }
}

/// From one moment on, and before another; both in milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dates {
    /// The first moment inside.
    pub starts: Option<i64>,
    /// The first moment outside again.
    pub ends: Option<i64>,
}

/// What somebody was given, for a time. Either list can name what the shop does not have.
#[derive(Clone, Debug)]
pub struct Role {
    /// Sections given whole.
    pub sections: Vec<String>,
    /// Single permissions.
    pub permissions: Vec<String>,
    /// When.
    pub dates: Dates,
}

/// A member of staff.
#[derive(Clone, Debug)]
pub struct Staff {
    /// `invited`, `onboarding`, `active`, `suspended` or `ended`.
    pub status: &'static str,
    /// When the account is open.
    pub dates: Dates,
    /// What was given, at most [`ROLES`] of them.
    pub roles: Vec<Role>,
}

/// How many roles one person has at most.
pub const ROLES: usize = 4;

/// Who asks.
#[derive(Clone, Debug)]
pub enum Who {
    /// Somebody who is not signed in.
    Nobody,
    /// The owner of the shop.
    Owner,
    /// A member of staff.
    Staff(Staff),
}

/// What is needed.
#[derive(Clone, Debug)]
pub enum Need {
    /// To be the owner.
    Owner,
    /// To be signed in.
    SignedIn,
    /// To hold each of these.
    All(Vec<String>),
    /// To hold one of these.
    Any(Vec<String>),
}
