//! Telling a device on which somebody has signed in before from one that is new. A browser keeps a mark, a random number in
//! a cookie of its own that outlasts the session; what a browser says of itself anybody could say. A program keeps no
//! cookies, and is known by what it says and where it comes from.

use latchkey_permissions::Time;

use super::presented::Carrier;
use super::session::Client;
use super::token::{Token, sha256_hex};
use crate::store::accounts::Account;
use crate::store::{Db, devices};

/// A device at a sign-in.
pub(crate) struct Device {
    /// Whether this account was never signed in to on it. The very first is nobody's news.
    pub(crate) is_new: bool,
    /// The mark that the browser is to keep; none for a program.
    pub(crate) mark: Option<Token>,
}

/// Looks whether the device is known, and knows it from now on.
pub(crate) async fn meet(
    db: &mut Db,
    account: &Account,
    client: &Client,
    carrier: Carrier,
    now: Time,
) -> sqlx::Result<Device> {
    let id = account.id.as_str();
    let mark = match carrier {
        Carrier::Cookie => Some(client.mark.clone().unwrap_or_else(Token::new)),
        Carrier::Bearer => None,
    };
    let hash = if let Some(mark) = &mark {
        sha256_hex(&[b"device", mark.reveal().as_bytes()])
    } else {
        let peer = client.whence.peer.map(|peer| peer.to_string()).unwrap_or_default();
        sha256_hex(&[b"program", client.whence.device.as_bytes(), peer.as_bytes()])
    };
    let is_new = devices::count(db, id).await? > 0 && !devices::is_known(db, id, &hash).await?;
    devices::note(db, id, &hash, now).await?;
    Ok(Device { is_new, mark })
}
