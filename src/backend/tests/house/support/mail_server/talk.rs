//! What the mail server says to what it hears.

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};

use super::{Manner, SIGN_IN, Shared, Taken};

/// One conversation; what is left of it to be encrypted.
pub(super) async fn converse<S: AsyncRead + AsyncWrite + Unpin>(
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
