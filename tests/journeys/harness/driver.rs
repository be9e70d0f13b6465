//! `WebKitWebDriver` on a port of its own, and the app that it starts.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::Instant,
};

use anyhow::{Context, bail};
use tokio::net::TcpStream;

use super::{Home, LOOK_PERIOD, PATIENCE};

/// A running driver. Dropping it ends the driver and the app it started.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver whose app lives in `home`.
    pub(crate) async fn start(home: &Home, extra: &[(&str, &str)]) -> anyhow::Result<Self> {
        // The port is free again the moment it is known; another program may take it before the driver does. Then the
        // driver ends at once, and the next port is tried.
        for _ in 0..5 {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
            let process = Command::new("WebKitWebDriver")
                .arg(format!("--port={port}"))
                .envs(home.environment()?)
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                // No accessibility bus: none of the journeys speaks to a screen reader.
                .env("NO_AT_BRIDGE", "1")
                // The words that the journeys look for are English.
                .env("LC_ALL", "C.UTF-8")
                .env("LANGUAGE", "en")
                .env_remove("DBUS_SESSION_BUS_ADDRESS")
                .env_remove("STAGEDOOR_WORKSPACE")
                .envs(extra.iter().copied())
                .stdin(Stdio::null())
                .spawn()
                .context("WebKitWebDriver (package webkit2gtk-driver) could not be started")?;
            let mut driver = Self { process, port };
            if driver.listens().await? {
                return Ok(driver);
            }
        }
        bail!("WebKitWebDriver found no free port")
    }

    /// Where the driver takes sessions.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The process of the app named `program`, once it runs.
    pub(crate) fn app(&self, program: &Path) -> anyhow::Result<u32> {
        children(self.process.id())?
            .into_iter()
            .find(|child| fs::read_link(format!("/proc/{child}/exe")).is_ok_and(|path| path == program))
            .context("the driver has not started the app")
    }

    async fn listens(&mut self) -> anyhow::Result<bool> {
        let started = Instant::now();
        let mut looks = tokio::time::interval(LOOK_PERIOD);
        while started.elapsed() < PATIENCE {
            if self.process.try_wait()?.is_some() {
                return Ok(false);
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.is_ok() {
                return Ok(true);
            }
            looks.tick().await;
        }
        bail!("WebKitWebDriver does not listen on port {}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The app first: a driver that is killed leaves it behind.
        for child in children(self.process.id()).unwrap_or_default() {
            kill(child);
        }
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// Ends a process as a power cut would: it gets no chance to tidy up.
pub(crate) fn kill(process: u32) {
    drop(Command::new("kill").args(["-9", &process.to_string()]).stderr(Stdio::null()).status());
}

/// The processes whose parent is `parent`.
fn children(parent: u32) -> anyhow::Result<Vec<u32>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let Some(process) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        // `pid (name) state ppid …`; the name may hold spaces, so the fields count from its closing bracket.
        let Ok(state) = fs::read_to_string(format!("/proc/{process}/stat")) else { continue };
        let fields = state.rsplit_once(')').map(|(_, rest)| rest).unwrap_or_default();
        if fields.split_whitespace().nth(1) == Some(parent.to_string().as_str()) {
            found.push(process);
        }
    }
    Ok(found)
}
