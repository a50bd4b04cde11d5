//! Saving one's own account: what changed in between counts only where it is the same thing.

use latchkey_contract::problem::ProblemCode;
use latchkey_contract::profile::{Profile, ProfilePatch};

use crate::client::{ClientError, SignedInClient};

/// What came of it.
pub(super) enum Saved {
    /// It is saved.
    Done(Profile),
    /// The same thing was changed elsewhere in between; this is what it is now.
    Stale(Profile),
}

/// Saves a change to what was `seen`. Where the record has changed, but not in what `clashes` looks at, the change is
/// made once more on top of it.
pub(super) async fn save(
    client: SignedInClient,
    seen: Profile,
    patch: ProfilePatch,
    clashes: fn(seen: &Profile, current: &Profile) -> bool,
) -> Result<Saved, ClientError> {
    let error = match client.patch_profile(&seen.version, &patch).await {
        Ok(profile) => return Ok(Saved::Done(profile)),
        Err(error) => error,
    };
    if error.code() != Some(ProblemCode::Stale) {
        return Err(error);
    }
    let Some(current) = error.current::<Profile>() else {
        return Err(error);
    };
    if clashes(&seen, &current) {
        return Ok(Saved::Stale(current));
    }
    client.patch_profile(&current.version, &patch).await.map(Saved::Done)
}
