//! A mail server in the test's own process: SMTP over real connections, encrypted with a certificate of its own, which
//! does what mail servers do, the unpleasant things too.

mod talk;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use latchkey_backend::Config;
use latchkey_backend::mail::Smtp;
use mailparse::MailHeaderMap;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use self::talk::converse;

/// How long something is waited for before it is missing.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long a backend waits for a mail server here: longer than anything takes on a busy machine.
const LONG: Duration = Duration::from_secs(30);

/// How long one waits that is to give up.
const SHORT: Duration = Duration::from_secs(4);

/// The name and password that it knows.
const SIGN_IN: (&str, &str) = ("latchkey", "a password of the mail server");

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Takes every letter.
    Takes,
    /// Answers this to every recipient.
    Recipient(&'static str),
    /// Answers this once it has the whole letter.
    Whole(&'static str),
    /// Takes the letter and never says so.
    TakesSilently,
    /// Says nothing at all.
    Silent,
    /// Closes the connection in the middle of a letter.
    HangsUp,
    /// Offers no encryption.
    Plain,
}

/// How the connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encryption {
    Tls,
    StartTls,
}

/// A letter that it has taken.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) from: String,
    pub(crate) to: String,
    /// Whether it came over an encrypted connection.
    pub(crate) encrypted: bool,
    /// Whether whoever brought it had signed in.
    pub(crate) signed_in: bool,
    pub(crate) raw: String,
}

impl Taken {
    pub(crate) fn header(&self, name: &str) -> String {
        let letter = mailparse::parse_mail(self.raw.as_bytes()).expect("it is a letter");
        letter.headers.get_first_value(name).unwrap_or_default()
    }

    pub(crate) fn text(&self) -> String {
        let letter = mailparse::parse_mail(self.raw.as_bytes()).expect("it is a letter");
        letter.subparts[0].get_body().expect("it has a text")
    }
}

/// See the module.
pub(crate) struct MailServer {
    port: u16,
    pem: String,
    encryption: Encryption,
    shared: Arc<Shared>,
    taken: UnboundedReceiver<Taken>,
    listening: Option<JoinHandle<()>>,
}

struct Shared {
    tls: TlsAcceptor,
    encryption: Encryption,
    manner: Mutex<Manner>,
    taken: UnboundedSender<Taken>,
}

impl MailServer {
    /// One that takes every letter.
    pub(crate) async fn start(encryption: Encryption) -> Self {
        let own = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).expect("a certificate");
        let key = PrivateKeyDer::try_from(own.signing_key.serialize_der()).expect("a key");
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![own.cert.der().clone()], key)
            .expect("a certificate that fits its key");
        let (sender, taken) = unbounded_channel();
        let mut server = Self {
            port: 0,
            pem: own.cert.pem(),
            encryption,
            shared: Arc::new(Shared {
                tls: TlsAcceptor::from(Arc::new(config)),
                encryption,
                manner: Mutex::new(Manner::Takes),
                taken: sender,
            }),
            taken,
            listening: None,
        };
        server.back().await;
        server
    }

    /// The settings of a backend that sends through it.
    pub(crate) fn smtp(&self) -> Smtp {
        self.untrusted().trusting(self.pem.as_bytes()).expect("a certificate")
    }

    /// The same for one that does not know its certificate.
    pub(crate) fn untrusted(&self) -> Smtp {
        let scheme = match self.encryption {
            Encryption::Tls => "smtps",
            Encryption::StartTls => "smtp",
        };
        let smtp = Smtp::at(&format!("{scheme}://localhost:{}", self.port)).expect("an address");
        smtp.signed_in(SIGN_IN.0.to_owned(), SIGN_IN.1.to_owned())
            .patient_for(LONG)
    }

    /// Lets a backend send through it.
    pub(crate) fn configure(&self, config: &mut Config) {
        config.smtp = Some(self.smtp());
        config.mail_from = Some("letters@shop.example.test".to_owned());
    }

    /// The same for one that gives up soon.
    pub(crate) fn configure_impatient(&self, config: &mut Config) {
        self.configure(config);
        config.smtp = config.smtp.take().map(|smtp| smtp.patient_for(SHORT));
    }

    pub(crate) fn behave(&self, manner: Manner) {
        *self.shared.manner.lock().unwrap_or_else(PoisonError::into_inner) = manner;
    }

    /// Nobody listens any more.
    pub(crate) async fn away(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
            let _ = listening.await;
        }
    }

    /// Listens again, at the same port.
    pub(crate) async fn back(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port))
            .await
            .expect("the port is free");
        self.port = listener.local_addr().expect("it has an address").port();
        let shared = Arc::clone(&self.shared);
        self.listening = Some(tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.expect("a connection");
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    // A connection that breaks is part of what is tried out.
                    let _ = match shared.encryption {
                        Encryption::Tls => match shared.tls.accept(stream).await {
                            Ok(stream) => converse(&shared, stream, true, true).await.map(drop),
                            Err(error) => Err(error),
                        },
                        Encryption::StartTls => match converse(&shared, stream, false, true).await {
                            Ok(Some(stream)) => match shared.tls.accept(stream).await {
                                Ok(stream) => converse(&shared, stream, true, false).await.map(drop),
                                Err(error) => Err(error),
                            },
                            other => other.map(drop),
                        },
                    };
                });
            }
        }));
    }

    /// The next letter that it takes.
    pub(crate) async fn next(&mut self) -> Taken {
        let next = tokio::time::timeout(PATIENCE, self.taken.recv()).await;
        next.expect("a letter comes in time").expect("the server runs")
    }

    /// What it has taken and nobody has looked at.
    pub(crate) fn rest(&mut self) -> Vec<Taken> {
        std::iter::from_fn(|| self.taken.try_recv().ok()).collect()
    }
}

impl Shared {
    fn manner(&self) -> Manner {
        *self.manner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
