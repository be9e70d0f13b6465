//! The `stagedoor` binary on a workspace of its own.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

/// The binary, a folder that vanishes, and a workspace in it.
pub struct Stagedoor {
    folder: tempfile::TempDir,
}

/// What one call printed and how it ended.
#[derive(Debug)]
pub struct Answer {
    /// 0 done, 2 refused, 1 fault.
    pub status: i32,
    /// The JSON objects it printed, one a line.
    pub lines: Vec<Value>,
    /// What it printed for people.
    pub complaint: String,
}

impl Answer {
    /// The only object.
    #[must_use]
    pub fn one(&self) -> &Value {
        assert_eq!(self.lines.len(), 1, "one object was expected: {self:?}");
        &self.lines[0]
    }

    /// The code of the refusal or fault.
    #[must_use]
    pub fn error_code(&self) -> &str {
        let error = self
            .lines
            .iter()
            .find_map(|line| line.get("error"))
            .unwrap_or_else(|| panic!("no error: {self:?}"));
        assert!(
            error["message"].as_str().is_some_and(|text| !text.is_empty()),
            "an error says what happened: {error}"
        );
        assert!(
            error["fix"].as_str().is_some_and(|text| !text.is_empty()),
            "an error says what to do: {error}"
        );
        error["code"].as_str().unwrap()
    }
}

impl Default for Stagedoor {
    fn default() -> Self {
        Self::new()
    }
}

impl Stagedoor {
    /// A folder with no workspace yet.
    #[must_use]
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A workspace with one published event: `jazz`, tiers GA (25.00, 300) and VIP (60.00, 40), list `Door`, gate `MAIN`.
    #[must_use]
    pub fn on_sale() -> Self {
        let stagedoor = Self::new();
        stagedoor.must(&["init", "--organization", "Lindenhof", "--owner", "Ida Brandt"]);
        stagedoor.add_event("jazz", "2027-06-12T20:00");
        stagedoor
    }

    /// Adds a published event like that of [`Stagedoor::on_sale`].
    pub fn add_event(&self, slug: &str, starts: &str) {
        self.must(&[
            "event",
            "create",
            "--title",
            slug,
            "--slug",
            slug,
            "--starts",
            starts,
            "--venue",
            "Lindenhof",
        ]);
        let tier = ["tier", "create", "--event", slug];
        self.must(
            &[&tier[..], &["--name", "GA", "--price", "25", "--quantity", "300", "--tax", "7"]].concat(),
        );
        self.must(
            &[&tier[..], &["--name", "VIP", "--price", "60.00", "--quantity", "40", "--tax", "19"]].concat(),
        );
        self.must(&["checkin-list", "create", "--event", slug, "--name", "Door"]);
        self.must(&["gate", "create", "--event", slug, "--name", "Main gate", "--code", "MAIN"]);
        self.must(&["event", "publish", "--event", slug]);
    }

    /// The folder that vanishes with this.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The workspace file.
    #[must_use]
    pub fn workspace(&self) -> PathBuf {
        self.folder.path().join("night.stagedoor")
    }

    /// Runs a verb with `--json`.
    #[must_use]
    pub fn run(&self, verb: &[&str]) -> Answer {
        self.run_with_input(verb, "")
    }

    /// Runs a verb that must be done, and gives the objects it printed.
    pub fn must(&self, verb: &[&str]) -> Vec<Value> {
        let answer = self.run(verb);
        assert_eq!(answer.status, 0, "{verb:?} was to be done: {answer:?}");
        answer.lines
    }

    /// Runs a verb that must be refused without changing the workspace, and gives the refusal's code.
    #[must_use]
    pub fn refused(&self, verb: &[&str]) -> String {
        let before = self.changes();
        let answer = self.run(verb);
        assert_eq!(answer.status, 2, "{verb:?} was to be refused: {answer:?}");
        assert_eq!(self.changes(), before, "a refused {verb:?} changes nothing");
        answer.error_code().to_owned()
    }

    /// Runs a verb with lines on standard input.
    #[must_use]
    pub fn run_with_input(&self, verb: &[&str], input: &str) -> Answer {
        let mut child = Command::new(crate::binary("stagedoor"))
            .args(["--json", "--workspace"])
            .arg(self.workspace())
            .args(verb)
            .current_dir(self.folder.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let text = input.to_owned();
        let feeding = std::thread::spawn(move || {
            // A program that ends before it has read everything is judged by what it printed.
            let _ = stdin.write_all(text.as_bytes());
        });
        let done = child.wait_with_output().unwrap();
        feeding.join().unwrap();
        let printed = String::from_utf8(done.stdout).unwrap();
        Answer {
            status: done.status.code().unwrap_or(-1),
            lines: printed
                .lines()
                .map(|line| {
                    serde_json::from_str(line).unwrap_or_else(|_| panic!("{verb:?} printed no JSON: {line}"))
                })
                .collect(),
            complaint: String::from_utf8_lossy(&done.stderr).into_owned(),
        }
    }

    /// How many changes the workspace has recorded; zero before there is one.
    #[must_use]
    pub fn changes(&self) -> i64 {
        if !self.workspace().exists() {
            return 0;
        }
        let file = rusqlite::Connection::open_with_flags(
            self.workspace(),
            rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY,
        )
        .unwrap();
        file.query_row("select count(*) from entity_audit_log", [], |row| row.get(0)).unwrap_or(0)
    }
}
