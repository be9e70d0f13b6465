//! A venue to measure on: a workspace on the disk of the target folder, so that a commit is as durable as at a venue.

use std::{path::PathBuf, sync::Arc};

use app::{
    Answer, Options, SignIn, Stagedoor,
    system::{SystemClock, SystemRandomness},
    vault,
};
use serde_json::{Value, json};

/// A workspace with one event on sale.
pub struct Venue {
    /// The product, with the workspace open.
    pub app: Stagedoor,
    folder: tempfile::TempDir,
}

/// An answer's fields.
#[must_use]
pub fn read(answer: &Answer) -> Value {
    serde_json::from_str(answer.get()).unwrap()
}

/// A folder on the same disk as the build, never in memory.
fn folder() -> tempfile::TempDir {
    let beside_the_program = std::env::current_exe().unwrap().parent().unwrap().to_owned();
    tempfile::tempdir_in(beside_the_program).unwrap()
}

impl Venue {
    /// An event `bench` with tiers GA and VIP, without bounds, a list `Door` and a gate `MAIN`.
    #[must_use]
    pub fn on_sale() -> Self {
        let folder = folder();
        let app = Stagedoor::new(Options {
            clock: Arc::new(SystemClock),
            randomness: Arc::new(SystemRandomness),
            data_folder: folder.path().to_owned(),
            vault: vault::Choice::FileBesideWorkspace,
            sign_in: SignIn::AsOwner,
        });
        let path: PathBuf = folder.path().join("bench.stagedoor");
        let venue = Self { app, folder };
        venue.run(
            "workspace.create",
            json!({ "path": path, "organization_name": "Bench", "owner_name": "Ida", "country_code": "DE", "currency": "EUR", "time_zone": "Europe/Berlin" }),
        );
        venue.run(
            "event.create",
            json!({ "title": "bench", "slug": "bench", "starts_at": "2099-06-13T20:00", "venue": { "name": "Hall" }, "tiers": [
                { "name": "GA", "price": "25.00", "quantity": 1_000_000, "tax_rate": "7" },
                { "name": "VIP", "price": "60.00", "quantity": 1_000_000, "tax_rate": "19" },
            ] }),
        );
        venue.run("checkin_list.create", json!({ "event": "bench", "name": "Door" }));
        venue.run("gate.create", json!({ "event": "bench", "name": "Main", "code": "MAIN" }));
        venue.run("event.publish", json!({ "event": "bench" }));
        venue
    }

    /// Runs a command that must be done; its answer is the text that a host would send on.
    pub fn run(&self, command: &str, input: Value) -> Answer {
        self.app.answer(command, input).unwrap()
    }

    /// Runs a command that must be done, and reads its answer.
    pub fn ask(&self, command: &str, input: Value) -> Value {
        read(&self.run(command, input))
    }

    /// Sells `quantity` of GA to `name`.
    pub fn sell(&self, key: &str, quantity: u32, name: &str) -> Answer {
        self.run(
            "order.complete",
            json!({ "event": "bench", "lines": [{ "tier": "GA", "quantity": quantity }], "buyer_name": name,
                "payment": { "method": "card", "reference": "x" }, "idempotency_key": key }),
        )
    }

    /// The workspace's folder.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

/// A plain SQLite file with the same durability, for the bare library's figures.
#[must_use]
pub fn bare_file(folder: &std::path::Path, schema: &str) -> rusqlite::Connection {
    let bare = rusqlite::Connection::open(folder.join("bare.db")).unwrap();
    bare.execute_batch("pragma journal_mode = wal; pragma synchronous = full;").unwrap();
    bare.execute_batch(schema).unwrap();
    bare
}
