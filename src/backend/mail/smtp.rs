//! The settings of a mail server, as addresses say them.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use axum::http::Uri;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};

/// How long a mail server may take over one letter. Shorter than a letter is claimed for.
const PATIENCE: Duration = Duration::from_mins(2);

/// How the connection is kept from being read and altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Security {
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
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) security: Security,
    pub(super) credentials: Option<Credentials>,
    roots: Vec<Certificate>,
    pub(super) patience: Duration,
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
