//! `GET /api/events`: which queries commands made stale, here or in another window.

use std::convert::Infallible;

use axum::{
    extract::State,
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::stream::{self, Stream};
use serde::Serialize;
use tokio::sync::{broadcast, watch};

use crate::registry::Registry;

/// Announcements that a slow listener may lag behind before it is told that everything is stale.
const BACKLOG: usize = 256;

/// The word for "everything".
const ALL_QUERIES: &str = "*";

/// Passes announcements on to every listener, until the server closes.
#[derive(Clone)]
pub(crate) struct Announcements {
    sender: broadcast::Sender<Vec<&'static str>>,
    closing: watch::Receiver<bool>,
}

#[derive(Serialize)]
struct Stale {
    queries: Vec<&'static str>,
}

impl Announcements {
    /// Announcements of `registry`, which end when `closing` turns true.
    pub(crate) fn of(registry: &dyn Registry, closing: watch::Receiver<bool>) -> Self {
        let (sender, _) = broadcast::channel(BACKLOG);
        let into = sender.clone();
        registry.on_stale(Box::new(move |queries| {
            // An error only says that nobody listens.
            let _ = into.send(queries.to_vec());
        }));
        Self { sender, closing }
    }
}

/// Streams announcements to one listener.
pub(crate) async fn events(
    State(announcements): State<Announcements>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listener = (announcements.sender.subscribe(), announcements.closing.clone());
    let events = stream::unfold(listener, |(mut receiver, mut closing)| async move {
        let queries = tokio::select! {
            // A connection that never ends would keep the server from ending.
            _ = closing.wait_for(|is_closing| *is_closing) => return None,
            received = receiver.recv() => match received {
                Ok(queries) => queries,
                Err(broadcast::error::RecvError::Lagged(_)) => vec![ALL_QUERIES],
                Err(broadcast::error::RecvError::Closed) => return None,
            },
        };
        let event = Event::default().event("stale").json_data(Stale { queries }).unwrap_or_default();
        Some((Ok(event), (receiver, closing)))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
