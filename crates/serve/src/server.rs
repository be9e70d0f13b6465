//! The socket and its routes.

use std::{
    future::{Future, IntoFuture},
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{get, post},
};
use kernel::{Failure, Fault, FaultKind, Randomness, Refuse};
use tokio::{net::TcpListener, sync::watch};

use crate::{
    Options, Ready,
    answer::RequestRefused,
    dispatch::{INPUT_BYTES_MAX, dispatch},
    files::{self, Files},
    guard::{self, OwnNames},
    registry::{Registry, SharedRegistry},
    stale::{self, Announcements},
    token::Token,
};

/// How long a request that has begun may take to arrive once the server is to end.
pub const GRACE: Duration = Duration::from_secs(2);

/// Another program listens on the port.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("port {port} of this computer is taken")]
pub struct PortTaken {
    /// The port that was asked for.
    pub port: u16,
}

impl Refuse for PortTaken {
    fn code(&self) -> &'static str {
        "port_taken"
    }
    fn fix(&self) -> String {
        "Choose another port, or none to take any that is free.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("port".to_owned())
    }
}

/// A server that listens and does not answer yet.
pub struct Server {
    listener: TcpListener,
    router: Router,
    ready: Ready,
    closing: watch::Sender<bool>,
}

impl Server {
    /// Listens on 127.0.0.1.
    ///
    /// # Errors
    /// [`PortTaken`] or [`crate::UiUnreadable`] as a refusal, or a fault of the machine.
    pub async fn bind(
        registry: Arc<impl Registry>,
        options: &Options,
        randomness: &dyn Randomness,
    ) -> Result<Self, Failure> {
        let files = options.ui.as_deref().map(Files::read).transpose()?.unwrap_or_default();
        let (listener, address) = listen(options.port).await?;
        let token = Arc::new(Token::new(randomness)?);
        let ready = Ready { url: format!("http://{address}/"), token: token.as_str().to_owned() };
        let (closing, is_closing) = watch::channel(false);
        let router = routes(registry, files, address, token, is_closing);
        Ok(Self { listener, router, ready, closing })
    }

    /// Where the server is and what opens it.
    #[must_use]
    pub fn ready(&self) -> &Ready {
        &self.ready
    }

    /// Answers requests until `end` resolves; commands in progress finish first. Connections that have begun a
    /// request and do not finish it are cut after [`GRACE`].
    ///
    /// # Errors
    /// A fault when the socket fails.
    pub async fn run_until(self, end: impl Future<Output = ()> + Send + 'static) -> Result<(), Failure> {
        self.run_with_grace(end, GRACE).await
    }

    pub(crate) async fn run_with_grace(
        self,
        end: impl Future<Output = ()> + Send + 'static,
        grace: Duration,
    ) -> Result<(), Failure> {
        let mut is_closing = self.closing.subscribe();
        let closing = self.closing;
        let ending = async move {
            end.await;
            closing.send_replace(true);
        };
        let cut = async move {
            // An error means that the server ended by itself; then there is nothing to cut.
            match is_closing.wait_for(|is_closing| *is_closing).await {
                Ok(_) => {}
                Err(_) => std::future::pending().await,
            }
            tokio::time::sleep(grace).await;
        };
        let serving = axum::serve(self.listener, self.router).with_graceful_shutdown(ending).into_future();
        tokio::select! {
            served = serving => {
                served.map_err(|error| Fault::new(FaultKind::Io, "the server's socket failed").caused_by(error).into())
            }
            () = cut => Ok(()),
        }
    }
}

async fn listen(port: u16) -> Result<(TcpListener, SocketAddr), Failure> {
    let failed = |error: io::Error| {
        if matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied) {
            return Failure::from(PortTaken { port });
        }
        Fault::new(FaultKind::Io, "the server cannot listen on 127.0.0.1").caused_by(error).into()
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}

fn routes(
    registry: SharedRegistry,
    files: Files,
    address: SocketAddr,
    token: Arc<Token>,
    closing: watch::Receiver<bool>,
) -> Router {
    let announcements = Announcements::of(registry.as_ref(), closing);
    let api = Router::new()
        .route("/api/events", get(stale::events).with_state(announcements))
        .route("/api/{command}", post(dispatch).with_state(registry))
        .method_not_allowed_fallback(async || RequestRefused::WrongMethod)
        .layer(DefaultBodyLimit::max(INPUT_BYTES_MAX))
        .route_layer(middleware::from_fn_with_state(token, guard::only_with_token));
    api.fallback_service(
        get(files::file).fallback(async || RequestRefused::WrongMethod).with_state(Arc::new(files)),
    )
    .layer(middleware::from_fn_with_state(Arc::new(OwnNames::of(address)), guard::only_own_names))
    .layer(middleware::from_fn(guard::with_safe_headers))
}
