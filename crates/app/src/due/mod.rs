//! What becomes due while a workspace is open: holds run out, lists are emptied for the night. A thread of its own looks
//! every few seconds and commands only when there is something to do.
//!
//! Unpaid orders that came from another shop are not among it: whether they run out is that shop's to say.

mod store;

use std::{
    sync::{
        Arc, Weak,
        mpsc::{self, RecvTimeoutError, Sender},
    },
    time::Duration,
};

use kernel::{Failure, Fault, Timestamp};
use workspace::{CommandContext, Tx, View};

use crate::{
    registry::Topic,
    stagedoor::{Listeners, OpenWorkspace},
};

/// How long a hold may outlive its time on the screens of others. The till itself never counts it.
const LOOK_EVERY: Duration = Duration::from_secs(15);

/// Something that happens by itself when its time has come.
struct Job {
    /// The command it is recorded as.
    command: &'static str,
    /// The topics it makes stale.
    stale: &'static [Topic],
    is_due: fn(&View<'_>, Timestamp) -> Result<bool, Fault>,
    run: fn(&Tx<'_>) -> Result<(), Failure>,
}

const JOBS: &[Job] = &[
    Job {
        command: "hold.sweep",
        stale: &["tier.", "quota.", "event."],
        is_due: store::is_hold_due,
        run: |tx| ticketing::hold::sweep_expired(tx, None).map(drop),
    },
    Job {
        command: "checkin_list.exit_all",
        stale: &["door.", "checkin_list."],
        is_due: admission::exit_all::is_exit_all_due,
        run: |tx| admission::exit_all::exit_all_due(tx).map(drop),
    },
];

/// Ends the looking when it is dropped.
#[derive(Debug)]
pub(crate) struct Watch {
    _ends_when_dropped: Sender<()>,
}

/// Looks again and again until the workspace is let go.
pub(crate) fn watch(listeners: Arc<Listeners>) -> (Watch, impl FnOnce(Weak<OpenWorkspace>)) {
    let (sender, ended) = mpsc::channel::<()>();
    let start = move |open: Weak<OpenWorkspace>| {
        std::thread::spawn(move || {
            while ended.recv_timeout(LOOK_EVERY) == Err(RecvTimeoutError::Timeout) {
                let Some(open) = open.upgrade() else { return };
                run_due(&open, &listeners);
            }
        });
    };
    (Watch { _ends_when_dropped: sender }, start)
}

/// Runs every job whose time has come. One that fails is tried again at the next look and keeps no other from running.
pub(crate) fn run_due(open: &OpenWorkspace, listeners: &Listeners) {
    let workspace = open.workspace();
    if workspace.is_read_only() {
        return;
    }
    let now = workspace.clock().now();
    for job in JOBS {
        let outcome =
            workspace.read(|view| (job.is_due)(view, now)).map_err(Failure::from).and_then(|is_due| {
                if is_due {
                    workspace.transact(&CommandContext { command: job.command, actor: None }, job.run)?;
                    listeners.announce(job.stale);
                }
                Ok(())
            });
        if let Err(failure) = outcome {
            tracing::error!(job = job.command, %failure, "what is due could not be done; it is tried again");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use chrono::TimeDelta;
    use serde_json::json;
    use testkit::{FakeClock, FakeRandomness, start_of_tests};

    use super::*;
    use crate::{Options, SignIn, Stagedoor, vault};

    #[test]
    fn a_hold_that_ran_out_is_closed_and_the_screens_hear_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FakeClock::at(start_of_tests()));
        let app = Stagedoor::new(Options {
            clock: clock.clone(),
            randomness: Arc::new(FakeRandomness::default()),
            data_folder: folder.path().to_owned(),
            vault: vault::Choice::FileBesideWorkspace,
            sign_in: SignIn::AsOwner,
        });
        let run = |command: &str, input| app.dispatch(command, input).unwrap();
        run(
            "workspace.create",
            json!({ "path": folder.path().join("night.stagedoor"), "organization_name": "Lindenhof", "owner_name": "Mara",
                "country_code": "DE", "currency": "EUR", "time_zone": "Europe/Berlin" }),
        );
        run(
            "event.create",
            json!({ "title": "Jazz", "slug": "jazz", "starts_at": "2026-08-13T20:00", "venue": { "name": "Hall" },
                "tiers": [{ "name": "GA", "price": "25.00", "quantity": 100 }] }),
        );
        run("event.publish", json!({ "event": "jazz" }));
        run("hold.create", json!({ "event": "jazz", "lines": [{ "tier": "GA", "quantity": 4 }] }));
        let heard = Arc::new(AtomicUsize::new(0));
        let listeners = Listeners::default();
        let hears = Arc::clone(&heard);
        listeners.add(Box::new(move |_| {
            hears.fetch_add(1, Ordering::Relaxed);
        }));
        let open = app.open_workspace().unwrap();
        let changes = || open.workspace().generation();
        let before = changes();
        run_due(&open, &listeners);
        assert_eq!(
            (changes(), heard.load(Ordering::Relaxed)),
            (before, 0),
            "nothing is due, so nothing is written"
        );
        clock.advance(TimeDelta::hours(1));
        run_due(&open, &listeners);
        assert_eq!((changes(), heard.load(Ordering::Relaxed)), (before + 1, 1));
        run_due(&open, &listeners);
        assert_eq!(changes(), before + 1);
    }
}
