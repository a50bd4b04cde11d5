//! The loop that takes connections. Apart from axum's own, because that one takes any number of them and waits for
//! ever for a request that comes a byte a minute.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;

use crate::events::places::STREAMS;

/// How long to leave it when no connection can be taken, for want of file handles for example.
const PAUSE: Duration = Duration::from_millis(500);

/// What keeps one client from having it all.
struct Limits {
    /// How many connections are held at once; further ones wait their turn.
    connections: usize,
    /// How long the head of a request may take, and how long a connection may be kept without one.
    head: Duration,
    /// How long requests that have begun may go on once somebody asked to stop.
    grace: Duration,
}

const LIMITS: Limits = Limits {
    // All the streams of events that are held, and as many requests as before.
    connections: STREAMS + 512,
    head: Duration::from_mins(1),
    grace: Duration::from_secs(8),
};

/// Asks the system for as many open files as it grants this program: many grant few at first, fewer than there may be
/// connections.
pub fn make_room() {
    #[cfg(unix)]
    match rlimit::increase_nofile_limit(u64::MAX) {
        Ok(files) if files < LIMITS.connections as u64 => {
            tracing::warn!(files, "the system grants few open files; further connections wait");
        }
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "the limit of open files cannot be raised"),
    }
}

/// Answers connections until `stop` is ready, then finishes what has begun. Whether all of it was finished in time.
pub async fn until(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) -> bool {
    within(LIMITS, listener, router, stop).await
}

async fn within(limits: Limits, listener: TcpListener, router: Router, stop: impl Future<Output = ()>) -> bool {
    let mut stop = pin!(stop);
    let places = Arc::new(Semaphore::new(limits.connections));
    let open = GracefulShutdown::new();
    loop {
        let next = tokio::select! {
            next = take(&listener, &places) => next,
            () = &mut stop => break,
        };
        match next {
            Ok((stream, peer, place)) => {
                let connection = answer(&limits, &open, stream, peer, router.clone());
                tokio::spawn(async move {
                    connection.await;
                    drop(place);
                });
            }
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                tokio::select! {
                    () = tokio::time::sleep(PAUSE) => {}
                    () = &mut stop => break,
                }
            }
        }
    }
    // New ones are refused from here on.
    drop(listener);
    tokio::time::timeout(limits.grace, open.shutdown()).await.is_ok()
}

/// The next connection, once there is a place for it.
async fn take(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    Ok((stream, peer, place))
}

/// Answers the requests of one connection, each of which knows where it came from.
fn answer(
    limits: &Limits,
    open: &GracefulShutdown,
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
) -> impl Future<Output = ()> + Send + use<> {
    // Answers are small; waiting to fill a packet only delays them.
    let _ = stream.set_nodelay(true);
    let router = router.map_request(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let connection = open.watch(connection);
    async move {
        // A connection that breaks is its client's affair.
        let _ = connection.await;
    }
}

/// Errors of a connection that its client gave up before it was taken.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionRefused
    )
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;
    use tokio::task::JoinHandle;

    use super::*;

    const REQUEST: &[u8] = b"GET /peer HTTP/1.1\r\nHost: x\r\n\r\n";

    struct Served {
        address: SocketAddr,
        stop: oneshot::Sender<()>,
        finished: JoinHandle<bool>,
    }

    async fn serve(limits: Limits) -> Served {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let peer = |ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.to_string() };
        let router = Router::new()
            .route("/peer", get(peer))
            .route("/hangs", get(std::future::pending::<()>));
        let (stop, asked) = oneshot::channel();
        let finished = tokio::spawn(within(limits, listener, router, async {
            let _ = asked.await;
        }));
        Served {
            address,
            stop,
            finished,
        }
    }

    async fn read(stream: &mut TcpStream) -> String {
        let mut bytes = [0; 1024];
        let length = stream.read(&mut bytes).await.expect("it answers");
        String::from_utf8_lossy(&bytes[..length]).into_owned()
    }

    #[tokio::test]
    async fn one_connection_too_many_waits_its_turn_and_every_request_knows_its_peer() {
        let served = serve(Limits {
            connections: 1,
            ..LIMITS
        })
        .await;
        let mut first = TcpStream::connect(served.address).await.expect("it listens");
        first.write_all(REQUEST).await.expect("it reads");
        let own = first.local_addr().expect("it has an address").to_string();
        assert!(read(&mut first).await.ends_with(&own));

        let mut second = TcpStream::connect(served.address).await.expect("it listens");
        second.write_all(REQUEST).await.expect("it reads");
        let early = tokio::time::timeout(Duration::from_millis(100), read(&mut second)).await;
        assert!(early.is_err(), "there is no place yet");
        drop(first);
        assert!(read(&mut second).await.starts_with("HTTP/1.1 200"));
    }

    #[tokio::test]
    async fn a_request_that_does_not_come_is_not_waited_for() {
        let served = serve(Limits {
            head: Duration::from_millis(20),
            ..LIMITS
        })
        .await;
        let mut slow = TcpStream::connect(served.address).await.expect("it listens");
        slow.write_all(b"GET /pe").await.expect("it reads");
        let answer = read(&mut slow).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }

    #[tokio::test]
    async fn stopping_waits_for_requests_but_not_for_ever() {
        let idle = serve(LIMITS).await;
        let _open = TcpStream::connect(idle.address).await.expect("it listens");
        idle.stop.send(()).expect("it runs");
        assert!(idle.finished.await.expect("it ends"));

        let busy = serve(Limits {
            grace: Duration::from_millis(50),
            ..LIMITS
        })
        .await;
        let mut hangs = TcpStream::connect(busy.address).await.expect("it listens");
        // Of two requests sent at once, the second is being worked on when the first has been answered.
        let both = [REQUEST, b"GET /hangs HTTP/1.1\r\nHost: x\r\n\r\n"].concat();
        hangs.write_all(&both).await.expect("it reads");
        assert!(read(&mut hangs).await.starts_with("HTTP/1.1 200"));
        busy.stop.send(()).expect("it runs");
        assert!(!busy.finished.await.expect("it ends"));
    }
}
