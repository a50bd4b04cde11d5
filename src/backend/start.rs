//! Starting: the folder, the database, and what a new store is filled with. A store that is there stays as it is.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use latchkey_contract::limits::{PASSWORD_MAX, PASSWORD_MIN};
use latchkey_permissions::{Catalogue, PRESET_CATALOGUE};

use crate::activity::bounds::Bounds;
use crate::auth::pace::Pace;
use crate::auth::password::Passwords;
use crate::auth::presented::SessionCookie;
use crate::auth::token::Token;
use crate::billing;
use crate::config::{Config, Seed};
use crate::events::hub::Hub;
use crate::mail::{Outbox, Post, Server, Stationery};
use crate::origin::Origin;
use crate::problem::Refusal;
use crate::resources::registry::{self, Registry};
use crate::resources::{self, beginning};
use crate::routes::permissions::Published;
use crate::sample::{self, SampleSize, SampleStore};
use crate::state::{AppState, Shared};
use crate::store::{Store, accounts, roles, shop};
use crate::uses::Uses;

/// The name of the database file within the data folder.
pub(crate) const DATABASE: &str = "latchkey.sqlite";
/// The name of the outbox within the data folder.
const OUTBOX: &str = "outbox";

/// Why a backend cannot start; each says what to do.
#[derive(Debug)]
pub enum StartError {
    /// The data folder cannot be used.
    Data(PathBuf, io::Error),
    /// The database cannot be opened or brought up to date.
    Database(PathBuf, sqlx::Error),
    /// The public address, or that of another origin, is no http address.
    PublicUrl(String),
    /// Letters cannot be sent as was asked for: a sentence that says why.
    Mail(String),
    /// The password for the sample store is too short or too long.
    SamplePassword,
    /// The catalogue that was built in cannot be read.
    Presets(serde_json::Error),
    /// Descriptors of resources are wrong: a sentence for each fault.
    Resources(Vec<String>),
    /// Something failed that has been logged.
    Failed,
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(folder, error) => {
                write!(f, "the data folder {} cannot be used: {error}", folder.display())
            }
            Self::Database(file, error) => write!(f, "the database {} cannot be used: {error}", file.display()),
            Self::PublicUrl(url) => {
                write!(
                    f,
                    "`{url}` is no address of a site; write one such as https://shop.example"
                )
            }
            Self::Mail(why) => write!(f, "letters cannot be sent: {why}"),
            Self::SamplePassword => write!(
                f,
                "the password for the sample store must have {PASSWORD_MIN} to {PASSWORD_MAX} characters"
            ),
            Self::Presets(error) => write!(f, "the built-in catalogue cannot be read: {error}"),
            Self::Resources(faults) => {
                write!(
                    f,
                    "the descriptors of resources cannot be served:{}",
                    registry::listed(faults)
                )
            }
            Self::Failed => f.write_str("starting failed; the log says how"),
        }
    }
}

impl std::error::Error for StartError {}

impl From<Refusal> for StartError {
    fn from(_: Refusal) -> Self {
        Self::Failed
    }
}

/// What came of starting.
pub(crate) struct Started {
    pub(crate) state: AppState,
    /// The sign-ins, where the sample store was filled just now.
    pub(crate) sample: Option<SampleStore>,
    /// The link that creates the owner, while there is none.
    pub(crate) set_up: Option<String>,
}

/// Opens what is there, or begins it.
pub(crate) async fn start(config: &Config) -> Result<Started, StartError> {
    let origin = Origin::of(&config.public_url).ok_or_else(|| StartError::PublicUrl(config.public_url.clone()))?;
    let folder = data_folder(&config.data).map_err(|error| StartError::Data(config.data.clone(), error))?;
    let (stationery, post) = mail(config, &folder)?;
    let file = folder.join(DATABASE);
    make_private(&file).map_err(|error| StartError::Data(config.data.clone(), error))?;
    let failed = |error| StartError::Database(file.clone(), error);
    let store = Store::open(&file).await.map_err(failed)?;
    let catalogue: Catalogue = serde_json::from_str(PRESET_CATALOGUE).map_err(StartError::Presets)?;
    let registry =
        Registry::read(resources::builtin(), config.resources.as_deref(), &catalogue).map_err(StartError::Resources)?;
    let state = AppState::new(Shared {
        registry,
        published: Published::new(&catalogue).map_err(StartError::Presets)?,
        catalogue,
        passwords: Passwords::new().await?,
        stationery,
        post,
        clock: config.clock.clone(),
        names: config.names.clone(),
        sessions: config.sessions,
        proof_lifetime_ms: config.proof_lifetime_ms,
        throttle: config.throttle,
        pace: Pace::default(),
        cookie: SessionCookie::new(origin.is_https()),
        origin,
        public_url: config.public_url.trim_end_matches('/').to_owned(),
        invitation_lifetime_ms: config.invitation_lifetime_ms,
        bounds: Bounds::default(),
        uses: Uses::default(),
        live: Arc::new(Hub::new()),
        flights: Arc::default(),
        store,
    });
    beginning::tables(&state).await?;
    let sample = seed(&state, &config.seed, config.sample_size).await?;
    beginning::first_records(&state).await?;
    subscribe(&state).await?;
    let set_up = offer_set_up(&state).await?;
    Ok(Started { state, sample, set_up })
}

/// What letters are written on and who carries them. A mail server that is away is no reason not to start.
fn mail(config: &Config, folder: &Path) -> Result<(Stationery, Post), StartError> {
    let from = config.mail_from.as_deref();
    let stationery = Stationery::new(from, &config.public_url, config.assets.as_deref()).map_err(|error| {
        StartError::Mail(match from {
            Some(from) => format!("`{from}` is no address that letters can be from"),
            None => error.to_string(),
        })
    })?;
    let server = match &config.smtp {
        None => None,
        Some(_) if from.is_none() => {
            return Err(StartError::Mail(
                "it is not known from which address; give one that the mail server lets you send from".to_owned(),
            ));
        }
        Some(smtp) => Some(Server::new(smtp.clone(), stationery.domain()).map_err(StartError::Mail)?),
    };
    let outbox = folder.join(OUTBOX);
    if server.is_none() {
        tracing::info!(folder = %outbox.display(), "no mail server is set up: letters are kept in a folder and reach nobody");
    }
    let post = Post::new(folder, Outbox::new(outbox), server);
    Ok((
        stationery,
        post.map_err(|error| StartError::Data(folder.to_owned(), error))?,
    ))
}

/// The data folder as an absolute path, made where it is missing, and for nobody else to look into.
pub(crate) fn data_folder(folder: &Path) -> io::Result<PathBuf> {
    let existed = folder.is_dir();
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    if !existed {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    folder.canonicalize()
}

/// Makes the database file where it is missing, for nobody else on the machine to read; what the database keeps beside
/// it takes after it. An empty file is an empty database.
fn make_private(file: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(file) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

/// Fills a new store, whole or not at all.
async fn seed(state: &AppState, seed: &Seed, size: SampleSize) -> Result<Option<SampleStore>, StartError> {
    let mut tx = state.store.read().await.map_err(Refusal::from)?;
    let begun = shop::find(&mut tx).await.map_err(Refusal::from)?.is_some();
    tx.rollback().await.map_err(Refusal::from)?;
    if begun {
        return Ok(None);
    }
    let now = state.clock.now();
    let people = match seed {
        Seed::Empty => None,
        Seed::Sample { password } => {
            let made_up = password.is_none().then(sample::readable_password);
            let password = password.as_ref().or(made_up.as_ref()).cloned().unwrap_or_default();
            if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&password.chars().count()) {
                return Err(StartError::SamplePassword);
            }
            Some((sample::hashes(state, &password).await?, made_up))
        }
    };
    let mut tx = state.store.write().await.map_err(Refusal::from)?;
    roles::insert_missing_presets(&mut tx, &state.catalogue)
        .await
        .map_err(Refusal::from)?;
    let sample = match people {
        None => {
            shop::begin(&mut tx, "", "", "empty", now)
                .await
                .map_err(Refusal::from)?;
            None
        }
        Some((hashes, made_up)) => Some(sample::fill(&mut tx, state, hashes, made_up, size, now).await?),
    };
    tx.commit().await.map_err(Refusal::from)?;
    Ok(sample)
}

/// A store that is on no plan, because it is new or older than plans, begins with one; the first invoice is next month's.
async fn subscribe(state: &AppState) -> Result<(), StartError> {
    let mut tx = state.store.write().await.map_err(Refusal::from)?;
    let since = billing::next_month(state.clock.now());
    billing::begin(&mut tx, since).await.map_err(Refusal::from)?;
    Ok(tx.commit().await.map_err(Refusal::from)?)
}

/// While there is no owner: a fresh set-up link at each start. An earlier one is dead, since only its hash was kept.
async fn offer_set_up(state: &AppState) -> Result<Option<String>, StartError> {
    let mut tx = state.store.write().await.map_err(Refusal::from)?;
    if accounts::has_owner(&mut tx).await.map_err(Refusal::from)? {
        return Ok(None);
    }
    let token = Token::new();
    shop::set_setup_token(&mut tx, &token.hash())
        .await
        .map_err(Refusal::from)?;
    tx.commit().await.map_err(Refusal::from)?;
    // Behind the `#`, so that it reaches neither a server nor its log.
    Ok(Some(format!("{}/setup#{}", state.public_url, token.reveal())))
}
