//! The command registry over loopback HTTP: what the desktop shell does through its bridge, a browser on the same
//! computer does through this.
//!
//! - `POST /api/{command}` with a JSON input answers `{"ok": …}` or `{"error": {kind, code, message, fix, …}}`,
//!   the same shape from every host. Status: 200, 422 for a refusal, 404 for an unknown command, 500 for a fault.
//! - `GET /api/events` streams the queries that commands make stale, as server-sent events named `stale`.
//! - `GET /` and below serve a built front end, when a folder is given.
//!
//! Who may come in: only this computer (the socket listens on 127.0.0.1), only with the token that was printed at
//! the start, and only by an address that names this server. The last guards against pages of other sites that
//! point a name of theirs at 127.0.0.1.
//!
//! To serve more computers than this one is another host with its own way to prove who asks; nothing here may be
//! loosened for it.

mod answer;
mod dispatch;
mod files;
mod guard;
mod registry;
mod server;
mod stale;
#[cfg(test)]
mod tests;
mod token;

use std::{path::PathBuf, sync::Arc};

use app::Stagedoor;
use kernel::{Failure, Fault, FaultKind};

pub use files::UiUnreadable;
pub use registry::{Registry, StaleListener};
pub use server::{GRACE, PortTaken, Server};

/// What a person chooses when serving.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// A folder of built front-end files to serve at `/`.
    pub ui: Option<PathBuf>,
}

/// Where the server is and what opens it. The token is a secret: print it, never log it.
#[derive(Clone, Debug)]
pub struct Ready {
    /// `http://127.0.0.1:PORT/`.
    pub url: String,
    /// 64 hexadecimal digits, sent as `Authorization: Bearer …`.
    pub token: String,
}

/// Serves `app` until the process is asked to end (Ctrl-C, SIGTERM). Commands in progress finish first.
/// `on_ready` is called once, when requests are answered.
///
/// # Errors
/// [`PortTaken`] or [`UiUnreadable`] as a refusal, or a fault of the machine.
pub fn run(app: Arc<Stagedoor>, options: &Options, on_ready: impl FnOnce(&Ready)) -> Result<(), Failure> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(
            |error| Fault::new(FaultKind::Io, "the server cannot start its threads").caused_by(error),
        )?;
    runtime.block_on(async {
        let server = Server::bind(app, options, &app::system::SystemRandomness).await?;
        on_ready(server.ready());
        server.run_until(asked_to_end()).await
    })
}

/// Resolves when the process is asked to end.
async fn asked_to_end() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler the default one ends the process; waiting for ever is then right.
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signals) => {
                signals.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
