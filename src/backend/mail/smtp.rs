//! The mail server: its settings, and handing it a letter. What it answers to a letter is told apart from what keeps
//! every letter from being sent: the former is that letter's own trouble.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::net::IpAddr;
use std::time::Duration;

use axum::http::Uri;
use latchkey_contract::letter::{Trouble, TroubleKind};
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;

use super::clean;

/// How long a mail server may take over one letter. Shorter than a letter is claimed for.
const PATIENCE: Duration = Duration::from_mins(2);

/// How long to wait for a mail server's farewell, which changes nothing any more.
const FAREWELL: Duration = Duration::from_secs(5);

/// No more is kept of what a mail server says.
const SAID_MAX: usize = 300;

/// How the connection is kept from being read and altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Security {
    /// It is encrypted from its first byte.
    Tls,
    /// It is encrypted before anything is said, or given up.
    StartTls,
    /// It is not, and does not leave the machine.
    Loopback,
}

/// The settings of a mail server.
#[derive(Clone)]
pub struct Smtp {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    roots: Vec<Certificate>,
    patience: Duration,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Neither name nor password.
        write!(f, "Smtp({}:{}, {:?})", self.host, self.port, self.security)
    }
}

impl Smtp {
    /// Reads an address: `smtps://host`, `smtp://host` (which must offer STARTTLS), or `smtp://localhost?tls=none`.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn at(address: &str) -> Result<Self, String> {
        let form = || "it must look like smtps://mail.example.com or smtp://mail.example.com:587".to_owned();
        let uri: Uri = address.parse().map_err(|_| form())?;
        let authority = uri.authority().ok_or_else(form)?;
        if authority.as_str().contains('@') {
            return Err(
                "command lines can be read by others: give name and password in LATCHKEY_SMTP_USER and \
                 LATCHKEY_SMTP_PASSWORD instead"
                    .to_owned(),
            );
        }
        if !matches!(uri.path(), "" | "/") {
            return Err(form());
        }
        let host = authority
            .host()
            .trim_start_matches('[')
            .trim_end_matches(']')
            .to_owned();
        let (security, port) = match (uri.scheme_str(), uri.query()) {
            (Some("smtps"), None) => (Security::Tls, 465),
            (Some("smtp"), None) => (Security::StartTls, 587),
            (Some("smtp"), Some("tls=none")) if is_loopback(&host) => (Security::Loopback, 25),
            (Some("smtp"), Some("tls=none")) => {
                return Err("only a mail server on this machine may be spoken to without TLS".to_owned());
            }
            _ => return Err(form()),
        };
        Ok(Self {
            host,
            port: authority.port_u16().unwrap_or(port),
            security,
            credentials: None,
            roots: Vec::new(),
            patience: PATIENCE,
        })
    }

    /// With a name and password to sign in with.
    #[must_use]
    pub fn signed_in(mut self, user: String, password: String) -> Self {
        self.credentials = Some(Credentials::new(user, password));
        self
    }

    /// Trusting besides the usual ones whoever these certificates (PEM) are of.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn trusting(mut self, pem: &[u8]) -> Result<Self, String> {
        let root = Certificate::from_pem(pem).map_err(|error| format!("the certificate cannot be read: {error}"))?;
        self.roots.push(root);
        Ok(self)
    }

    /// Waiting at most so long for a mail server over one letter; two minutes otherwise.
    #[must_use]
    pub fn patient_for(mut self, patience: Duration) -> Self {
        self.patience = patience.min(PATIENCE);
        self
    }

    /// What encrypts the connection.
    pub(super) fn tls(&self) -> Result<TlsParameters, String> {
        let mut builder = TlsParameters::builder(self.host.clone());
        for root in &self.roots {
            builder = builder.add_root_certificate(root.clone());
        }
        builder.build().map_err(|error| error.to_string())
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// What became of an attempt to hand over a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Attempt {
    /// It was taken.
    Taken,
    /// It was not taken this time.
    NotNow(Trouble),
    /// It will not be taken.
    Never(Trouble),
    /// No letter can be handed over at the moment.
    Away(Trouble),
}

/// A mail server that letters are handed to.
pub(crate) struct Server {
    smtp: Smtp,
    tls: TlsParameters,
    hello: ClientId,
}

impl Server {
    /// With these settings, called by the domain that letters are from.
    pub(crate) fn new(smtp: Smtp, domain: &str) -> Result<Self, String> {
        Ok(Self {
            tls: smtp.tls()?,
            hello: ClientId::Domain(domain.to_owned()),
            smtp,
        })
    }

    /// Hands over one letter.
    pub(crate) async fn take(&self, envelope: &Envelope, letter: &[u8]) -> Attempt {
        let silent = || trouble(TroubleKind::Unreachable, String::new());
        match tokio::time::timeout(self.smtp.patience, self.hand_over(envelope, letter)).await {
            Ok(attempt) => attempt,
            Err(_) => Attempt::Away(silent()),
        }
    }

    async fn hand_over(&self, envelope: &Envelope, letter: &[u8]) -> Attempt {
        let mut connection = match self.connect().await {
            Ok(connection) => connection,
            Err(trouble) => return Attempt::Away(trouble),
        };
        let sent = connection.send(envelope, letter).await;
        match sent {
            Ok(_) => {
                tokio::spawn(async move { tokio::time::timeout(FAREWELL, connection.quit()).await });
                Attempt::Taken
            }
            Err(error) if error.is_permanent() => Attempt::Never(trouble(TroubleKind::Refused, said(&error))),
            Err(error) if error.is_transient() => Attempt::NotNow(trouble(TroubleKind::Delayed, said(&error))),
            // The server cannot take this address, or the letter as it is.
            Err(error) if error.is_client() => Attempt::Never(trouble(TroubleKind::Address, said(&error))),
            Err(error) => Attempt::Away(trouble(TroubleKind::Unreachable, said(&error))),
        }
    }

    /// A connection on which a letter can be handed over.
    async fn connect(&self) -> Result<AsyncSmtpConnection, Trouble> {
        let Smtp {
            host, port, security, ..
        } = &self.smtp;
        let wrapped = (*security == Security::Tls).then(|| self.tls.clone());
        let server = (host.as_str(), *port);
        let patience = Some(self.smtp.patience);
        let mut connection = AsyncSmtpConnection::connect_tokio1(server, patience, &self.hello, wrapped, None)
            .await
            .map_err(|error| trouble(kind(&error, TroubleKind::Unreachable), said(&error)))?;
        if *security == Security::StartTls {
            let safe = connection.starttls(self.tls.clone(), &self.hello).await;
            safe.map_err(|error| trouble(TroubleKind::Insecure, said(&error)))?;
        }
        if let Some(credentials) = &self.smtp.credentials {
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            let signed_in = connection.auth(&mechanisms, credentials).await;
            signed_in.map_err(|error| trouble(kind(&error, TroubleKind::SignIn), said(&error)))?;
        }
        Ok(connection)
    }
}

/// What an error means where the server's refusing would mean `refused`.
fn kind(error: &Error, refused: TroubleKind) -> TroubleKind {
    // A certificate that is not right comes as data that is not.
    let broken = causes(error).into_iter().any(|cause| {
        let cause = cause.downcast_ref::<io::Error>();
        cause.is_some_and(|cause| cause.kind() == io::ErrorKind::InvalidData)
    });
    if error.is_tls() || broken {
        TroubleKind::Insecure
    } else if error.is_transient() {
        TroubleKind::Delayed
    } else if error.is_permanent() || error.is_client() {
        refused
    } else {
        TroubleKind::Unreachable
    }
}

/// What was said, without what the library puts before it.
fn said(error: &Error) -> String {
    causes(error)
        .last()
        .map_or_else(|| error.to_string(), ToString::to_string)
}

/// An error's cause, that one's cause, and so on.
fn causes(error: &Error) -> Vec<&(dyn std::error::Error + 'static)> {
    let mut causes = Vec::new();
    let mut next = error.source();
    while let Some(cause) = next {
        causes.push(cause);
        next = cause.source();
    }
    causes
}

/// What went wrong, with what was said of it in one short line.
pub(crate) fn trouble(kind: TroubleKind, said: impl AsRef<str>) -> Trouble {
    Trouble {
        kind,
        said: clean::one_line(said.as_ref()).chars().take(SAID_MAX).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_how_the_connection_is_kept_safe() {
        for (address, host, port, security) in [
            ("smtps://mail.example.test", "mail.example.test", 465, Security::Tls),
            (
                "smtp://mail.example.test/",
                "mail.example.test",
                587,
                Security::StartTls,
            ),
            (
                "smtp://mail.example.test:2525",
                "mail.example.test",
                2525,
                Security::StartTls,
            ),
            ("smtp://localhost:1025?tls=none", "localhost", 1025, Security::Loopback),
            ("smtp://[::1]?tls=none", "::1", 25, Security::Loopback),
        ] {
            let smtp = Smtp::at(address).expect("it is an address");
            assert_eq!((smtp.host.as_str(), smtp.port, smtp.security), (host, port, security));
        }
    }

    #[test]
    fn what_is_no_address_or_not_safe_is_refused_with_the_way_out() {
        for (address, way_out) in [
            ("mail.example.test", "smtps://"),
            ("http://mail.example.test", "smtps://"),
            ("smtps://mail.example.test/x", "smtps://"),
            ("smtps://mail.example.test?tls=none", "smtps://"),
            ("smtp://mail.example.test?tls=none", "on this machine"),
            ("smtp://me:secret@mail.example.test", "LATCHKEY_SMTP_PASSWORD"),
        ] {
            let refused = Smtp::at(address).map(|smtp| smtp.host).expect_err(address);
            assert!(refused.contains(way_out), "{address}: {refused}");
            assert!(!refused.contains("secret"), "{refused}");
        }
    }

    #[test]
    fn name_and_password_show_themselves_to_nobody_by_accident() {
        let smtp = Smtp::at("smtps://mail.example.test").expect("it is an address");
        let shown = format!("{:?}", smtp.signed_in("me".into(), "a password".into()));
        assert_eq!(shown, "Smtp(mail.example.test:465, Tls)");
    }
}
