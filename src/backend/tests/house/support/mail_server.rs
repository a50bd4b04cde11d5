//! A mail server in the test's own process: SMTP over real connections, encrypted with a certificate of its own, which
//! does what mail servers do, the unpleasant things too.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use latchkey_backend::Config;
use latchkey_backend::mail::Smtp;
use mailparse::MailHeaderMap;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// How long something is waited for before it is missing.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long a backend waits for a mail server here.
const SHORT: Duration = Duration::from_millis(1500);

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
            .patient_for(SHORT)
    }

    /// Lets a backend send through it.
    pub(crate) fn configure(&self, config: &mut Config) {
        config.smtp = Some(self.smtp());
        config.mail_from = Some("letters@shop.example.test".to_owned());
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

/// One conversation; what is left of it to be encrypted.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
    shared: &Shared,
    stream: S,
    encrypted: bool,
    greets: bool,
) -> std::io::Result<Option<S>> {
    let mut stream = BufReader::new(stream);
    let (mut from, mut to, mut signed_in) = (String::new(), String::new(), false);
    if greets {
        if shared.manner() == Manner::Silent {
            std::future::pending::<()>().await;
        }
        say(&mut stream, "220 mail.example.test ESMTP").await?;
    }
    loop {
        let Some(line) = hear(&mut stream).await? else {
            return Ok(None);
        };
        let (verb, rest) = line.split_once(' ').unwrap_or((&line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" if encrypted => say(&mut stream, "250-mail.example.test\r\n250-AUTH PLAIN\r\n250 8BITMIME").await?,
            "EHLO" if shared.manner() == Manner::Plain => say(&mut stream, "250 mail.example.test").await?,
            "EHLO" => say(&mut stream, "250-mail.example.test\r\n250 STARTTLS").await?,
            "STARTTLS" if !encrypted => {
                say(&mut stream, "220 go ahead").await?;
                return Ok(Some(stream.into_inner()));
            }
            "AUTH" => {
                signed_in = rest == format!("PLAIN {}", plain(SIGN_IN.0, SIGN_IN.1));
                let answer = if signed_in {
                    "235 welcome"
                } else {
                    "535 5.7.8 wrong name or password"
                };
                say(&mut stream, answer).await?;
            }
            "MAIL" => {
                from = address(rest);
                say(&mut stream, "250 ok").await?;
            }
            "RCPT" => {
                to = address(rest);
                match shared.manner() {
                    Manner::Recipient(answer) => say(&mut stream, answer).await?,
                    _ => say(&mut stream, "250 ok").await?,
                }
            }
            "DATA" => {
                say(&mut stream, "354 go on").await?;
                if shared.manner() == Manner::HangsUp {
                    hear(&mut stream).await?;
                    return Ok(None);
                }
                let raw = letter(&mut stream).await?;
                if let Manner::Whole(answer) = shared.manner() {
                    say(&mut stream, answer).await?;
                    continue;
                }
                let (from, to) = (from.clone(), to.clone());
                let taken = Taken {
                    from,
                    to,
                    encrypted,
                    signed_in,
                    raw,
                };
                // The test may be over.
                let _ = shared.taken.send(taken);
                if shared.manner() == Manner::TakesSilently {
                    std::future::pending::<()>().await;
                }
                say(&mut stream, "250 taken").await?;
            }
            "QUIT" => {
                say(&mut stream, "221 bye").await?;
                return Ok(None);
            }
            _ => say(&mut stream, "500 what?").await?,
        }
    }
}

async fn hear<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<Option<String>> {
    let mut line = String::new();
    let length = stream.read_line(&mut line).await?;
    Ok((length > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut BufReader<S>, line: &str) -> std::io::Result<()> {
    stream.write_all(format!("{line}\r\n").as_bytes()).await?;
    stream.flush().await
}

/// The lines of a letter, until the one that is only a point.
async fn letter<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<String> {
    let mut letter = String::new();
    while let Some(line) = hear(stream).await? {
        if line == "." {
            break;
        }
        letter.push_str(line.strip_prefix('.').unwrap_or(&line));
        letter.push_str("\r\n");
    }
    Ok(letter)
}

/// `FROM:<a@b> SIZE=…` is `a@b`.
fn address(argument: &str) -> String {
    let inner = argument.split('<').nth(1).and_then(|rest| rest.split('>').next());
    inner.unwrap_or_default().to_owned()
}

/// Name and password as `AUTH PLAIN` sends them.
fn plain(user: &str, password: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(format!("\0{user}\0{password}"))
}
