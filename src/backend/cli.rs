//! The command line and the environment, read into the settings of the library.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use axum::http::Uri;
use clap::Parser;
use latchkey_backend::logging::DEFAULT_FILTER;
use latchkey_backend::mail::Smtp;
use latchkey_backend::{Clock, Config, SampleSize, Seed, SessionLimits, StartError};

use crate::commands::Command;

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;

/// The reference backend of Latchkey: serves the admin and its API from one folder of data.
#[derive(Debug, Parser)]
#[command(
    name = "latchkey-backend",
    version,
    about,
    args_override_self = true,
    args_conflicts_with_subcommands = true
)]
pub(crate) struct Options {
    /// Something else to do than serving
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The port to listen on; 0 takes one that is free
    #[arg(long, default_value_t = 8787)]
    pub(crate) port: u16,
    /// The network address to listen on
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_name = "ADDRESS")]
    pub(crate) listen: IpAddr,
    /// The folder for the database and the outbox; made where it is missing
    #[arg(long, default_value = "latchkey-data", value_name = "FOLDER")]
    pub(crate) data: PathBuf,
    /// The folder of the built app
    #[arg(long, default_value = "target/dist", value_name = "FOLDER")]
    pub(crate) assets: PathBuf,
    /// A folder of descriptors (*.json) of further resources to serve
    #[arg(long, value_name = "FOLDER")]
    pub(crate) resources: Option<PathBuf>,
    /// Start a new store empty, for its owner to set up, instead of with the sample store
    #[arg(long)]
    pub(crate) empty: bool,
    /// So many times the usual orders, customers and carts in a new sample store; or `small`, for tests
    #[arg(long, default_value = "1", value_name = "N")]
    pub(crate) sample_size: SampleSize,
    /// The address under which browsers reach it [default: the one that it listens on]
    #[arg(long, value_name = "URL", value_parser = origin)]
    pub(crate) public_url: Option<String>,
    /// The mail server that letters are sent through: smtps://mail.example.com, or smtp://mail.example.com:587, which must
    /// offer STARTTLS. Name and password are taken from LATCHKEY_SMTP_USER and LATCHKEY_SMTP_PASSWORD, since other people
    /// on a machine can read command lines. Without it letters are kept in the folder outbox
    #[expect(
        clippy::doc_markdown,
        reason = "it is shown on the command line, where marks are in the way"
    )]
    #[arg(long, env = "LATCHKEY_SMTP", value_name = "URL", requires = "mail_from")]
    pub(crate) smtp: Option<String>,
    /// The address that letters are from
    #[arg(long, env = "LATCHKEY_MAIL_FROM", value_name = "ADDRESS")]
    pub(crate) mail_from: Option<String>,
    /// Certificates (PEM) that the mail server is trusted by, besides the usual ones
    #[arg(long, env = "LATCHKEY_SMTP_CA", value_name = "FILE", requires = "smtp")]
    pub(crate) smtp_ca: Option<PathBuf>,
    /// Another origin whose pages may call the API with a token; can be given several times
    #[arg(long, value_name = "URL", value_parser = origin)]
    pub(crate) allow_origin: Vec<String>,
    /// How many hours an invitation can be used
    #[arg(long, default_value_t = 168, value_name = "HOURS", value_parser = clap::value_parser!(u16).range(1..=8760))]
    pub(crate) invitation_hours: u16,
    /// After how many minutes without being used a session is over
    #[arg(long, default_value_t = 1440, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(1..=525_600))]
    pub(crate) session_idle_minutes: u32,
    /// After how many hours a session is over, used or not
    #[arg(long, default_value_t = 720, value_name = "HOURS", value_parser = clap::value_parser!(u16).range(1..=8760))]
    pub(crate) session_hours: u16,
    /// For how many seconds after proving who one is nothing asks for it again
    #[arg(long, default_value_t = 600, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub(crate) proof_seconds: u32,
    /// Lets the clock run ahead; for tests of what happens with time
    #[arg(long, default_value_t = 0, value_name = "HOURS", hide = true)]
    pub(crate) clock_ahead_hours: u16,
    /// What to log, for example debug or warn,sqlx=off
    #[arg(long, default_value = DEFAULT_FILTER, value_name = "FILTER")]
    pub(crate) log: String,
    /// The password of the people in a new sample store; a random one where none is given. From the environment
    /// alone, since other people on a machine can read command lines.
    #[arg(skip = sample_password())]
    pub(crate) sample_password: Option<String>,
}

impl Options {
    /// Where to listen.
    pub(crate) fn address(&self) -> SocketAddr {
        SocketAddr::new(self.listen, self.port)
    }

    /// The settings of the library, for a listener that was bound to `bound`.
    pub(crate) fn config(&self, bound: SocketAddr) -> Config {
        let public_url = self.public_url.clone().unwrap_or_else(|| {
            // A browser on this machine reaches a listener on every address through the loopback one.
            let host = if bound.ip().is_unspecified() {
                "127.0.0.1".to_owned()
            } else {
                host(bound.ip())
            };
            format!("http://{host}:{}", bound.port())
        });
        let mut config = Config::new(&self.data, public_url);
        config.assets = Some(self.assets.clone());
        config.resources.clone_from(&self.resources);
        config.other_origins.clone_from(&self.allow_origin);
        config.sample_size = self.sample_size;
        config.seed = if self.empty {
            Seed::Empty
        } else {
            Seed::Sample {
                password: self.sample_password.clone(),
            }
        };
        if self.clock_ahead_hours > 0 {
            config.clock = Clock::Ahead(i64::from(self.clock_ahead_hours) * HOUR_MS);
        }
        config.sessions = SessionLimits {
            idle_ms: i64::from(self.session_idle_minutes) * MINUTE_MS,
            absolute_ms: i64::from(self.session_hours) * HOUR_MS,
        };
        config.proof_lifetime_ms = i64::from(self.proof_seconds) * 1_000;
        config.invitation_lifetime_ms = i64::from(self.invitation_hours) * HOUR_MS;
        config.mail_from.clone_from(&self.mail_from);
        config
    }

    /// The mail server, where there is to be one, with what stands in the environment.
    pub(crate) fn mail_server(&self) -> Result<Option<Smtp>, StartError> {
        let Some(address) = &self.smtp else { return Ok(None) };
        let wrong = |why: String| StartError::Mail(format!("`{address}` is no mail server to use: {why}"));
        let mut smtp = Smtp::at(address).map_err(wrong)?;
        smtp = match (secret("LATCHKEY_SMTP_USER"), secret("LATCHKEY_SMTP_PASSWORD")) {
            (Some(user), Some(password)) => smtp.signed_in(user, password),
            (None, None) => smtp,
            (Some(_), None) => return Err(wrong("a name was given and no password".to_owned())),
            (None, Some(_)) => return Err(wrong("a password was given and no name".to_owned())),
        };
        let Some(file) = &self.smtp_ca else {
            return Ok(Some(smtp));
        };
        let unread = |error| wrong(format!("{} cannot be read ({error})", file.display()));
        let pem = std::fs::read(file).map_err(unread)?;
        smtp.trusting(&pem).map(Some).map_err(wrong)
    }
}

fn host(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    }
}

fn sample_password() -> Option<String> {
    secret("LATCHKEY_SAMPLE_PASSWORD")
}

/// What stands in the environment and would be read by others on the command line.
fn secret(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|secret| !secret.is_empty())
}

/// A public address is an origin: the app lies at its root.
fn origin(text: &str) -> Result<String, String> {
    let wrong = || "it must look like https://admin.example.com, without a path".to_owned();
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let scheme = uri
        .scheme_str()
        .filter(|scheme| matches!(*scheme, "http" | "https"))
        .ok_or_else(wrong)?;
    let authority = uri
        .authority()
        .filter(|authority| !authority.as_str().contains('@'))
        .ok_or_else(wrong)?;
    if uri.path() != "/" || uri.query().is_some() {
        return Err(wrong());
    }
    // As a browser writes an origin, since that is what it is compared with.
    Ok(format!("{scheme}://{}", authority.as_str().to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use latchkey_contract::limits::PROOF_LIFETIME_MS;

    use super::*;

    fn options(arguments: &[&str]) -> Options {
        let program = ["latchkey-backend"];
        Options::try_parse_from(program.iter().chain(arguments)).expect("they can be read")
    }

    #[test]
    fn nothing_said_means_the_sample_store_on_the_loopback_address() {
        let options = options(&[]);
        let config = options.config(options.address());
        assert_eq!(config.public_url, "http://127.0.0.1:8787");
        assert_eq!(config.data, PathBuf::from("latchkey-data"));
        assert_eq!(config.assets, Some(PathBuf::from("target/dist")));
        assert!(matches!(config.seed, Seed::Sample { .. }));
        assert_eq!(config.sample_size, SampleSize::USUAL);
        assert_eq!(config.invitation_lifetime_ms, 7 * 24 * HOUR_MS);
        assert_eq!(config.sessions, SessionLimits::default());
        assert_eq!(config.proof_lifetime_ms, PROOF_LIFETIME_MS);
    }

    #[test]
    fn what_is_said_arrives() {
        let options = options(&[
            "--port",
            "0",
            "--listen",
            "::",
            "--empty",
            "--sample-size",
            "40",
            "--invitation-hours",
            "2",
            "--session-idle-minutes",
            "15",
            "--session-hours",
            "12",
            "--proof-seconds",
            "90",
            "--resources",
            "more",
            "--public-url",
            "https://Admin.Example.test/",
            "--allow-origin",
            "https://Other.example.test",
            "--allow-origin",
            "http://localhost:5173",
        ]);
        let config = options.config(SocketAddr::new(options.listen, 4711));
        assert_eq!(config.public_url, "https://admin.example.test");
        assert_eq!(
            config.other_origins,
            ["https://other.example.test", "http://localhost:5173"]
        );
        assert_eq!(config.seed, Seed::Empty);
        assert_eq!(config.resources, Some(PathBuf::from("more")));
        assert_eq!(config.sample_size, SampleSize::times(40));
        assert_eq!(config.invitation_lifetime_ms, 2 * HOUR_MS);
        assert_eq!(
            (config.sessions.idle_ms, config.sessions.absolute_ms),
            (900_000, 12 * HOUR_MS)
        );
        assert_eq!(config.proof_lifetime_ms, 90_000);
    }

    #[test]
    fn an_address_of_every_network_is_shown_as_one_that_opens() {
        let options = options(&["--listen", "::"]);
        assert_eq!(options.config(options.address()).public_url, "http://127.0.0.1:8787");
        let options = self::options(&["--listen", "::1"]);
        assert_eq!(options.config(options.address()).public_url, "http://[::1]:8787");
    }

    #[test]
    fn a_public_address_is_an_origin_and_nothing_else() {
        for wrong in [
            "example.test",
            "ftp://example.test",
            "https://example.test/admin",
            "https://a@b.test",
            "https://",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
        assert_eq!(origin("http://localhost:8787"), Ok("http://localhost:8787".to_owned()));
    }
}
