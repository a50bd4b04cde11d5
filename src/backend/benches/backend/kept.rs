//! A connection that is kept for one call after the other, as browsers keep theirs.

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::Outcome;
use crate::client::Client;

/// See the module.
pub(crate) struct Kept {
    stream: BufReader<TcpStream>,
    request: String,
    line: String,
    body: Vec<u8>,
}

impl Kept {
    /// Opens one for this call of somebody's.
    pub(crate) async fn open(session: &Client, method: &str, path: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(session.address()).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::new(stream),
            request: session.head(method, path) + "\r\n",
            line: String::new(),
            body: Vec::new(),
        })
    }

    /// Calls, and reads the answer; anything but success is an error.
    pub(crate) async fn ask(&mut self) -> Outcome<()> {
        self.stream.write_all(self.request.as_bytes()).await?;
        self.read_line().await?;
        if !self.line.starts_with("HTTP/1.1 2") {
            return Err(self.line.clone().into());
        }
        let mut length = None;
        loop {
            self.read_line().await?;
            if self.line == "\r\n" {
                break;
            }
            if let Some((name, value)) = self.line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = Some(value.trim().parse()?);
            }
        }
        self.body.resize(length.ok_or("an answer without a length")?, 0);
        self.stream.read_exact(&mut self.body).await?;
        Ok(())
    }

    async fn read_line(&mut self) -> Outcome<()> {
        self.line.clear();
        match self.stream.read_line(&mut self.line).await? {
            0 => Err("the connection was closed".into()),
            _ => Ok(()),
        }
    }
}
