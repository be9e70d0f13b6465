//! A workspace that is served, so that a test can sell to it, kill it and look again.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use serde_json::Value;

/// A running `stagedoor serve`. Killed when dropped.
pub struct Server {
    child: Child,
    url: String,
    token: String,
}

impl Server {
    /// Serves `workspace` on a free port.
    #[must_use]
    pub fn start(workspace: &Path) -> Self {
        let mut child = Command::new(crate::binary("stagedoor"))
            .args(["--json", "--workspace"])
            .arg(workspace)
            .arg("serve")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let ready: Value =
            serde_json::from_str(&first).unwrap_or_else(|_| panic!("the server said: {first}"));
        Self {
            child,
            url: ready["url"]
                .as_str()
                .unwrap_or_else(|| panic!("the server said: {first}"))
                .trim_end_matches('/')
                .to_owned(),
            token: ready["token"].as_str().unwrap().to_owned(),
        }
    }

    /// Sends one command. `Ok` is the answer, `Err(Some)` the error object, `Err(None)` no answer at all.
    pub fn call(&self, command: &str, input: &Value) -> Result<Value, Option<Value>> {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let mut response = agent
            .post(format!("{}/api/{command}", self.url))
            .header("authorization", format!("Bearer {}", self.token))
            .send_json(input)
            .map_err(|_| None)?;
        let body: Value = response.body_mut().read_json().map_err(|_| None)?;
        match body.get("error") {
            Some(error) => Err(Some(error.clone())),
            None => Ok(body["ok"].clone()),
        }
    }

    /// The process, for signals.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends the process as a power cut would: no signal handler runs.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
