//! The mail server: handing it a letter. What it answers to a letter is told apart from what keeps every letter from being
//! sent: the former is that letter's own trouble.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use latchkey_contract::letter::{Trouble, TroubleKind};
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;

use super::clean;
use super::smtp::{Security, Smtp};

/// How long to wait for a mail server's farewell, which changes nothing any more.
const FAREWELL: Duration = Duration::from_secs(5);

/// No more is kept of what a mail server says.
const SAID_MAX: usize = 300;

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
