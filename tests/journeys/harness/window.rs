//! The window of the app under test.

use std::{path::PathBuf, process::Command, time::Duration};

use anyhow::{Context, bail, ensure};
use fantoccini::{
    Client, ClientBuilder,
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::{
    Home, desktop_program,
    driver::{self, Driver},
};

/// A pause between two keys of a person; scanners are faster, see [`Window::scan`].
const KEY_PAUSE: Duration = Duration::from_millis(50);

/// An open window. Dropping it ends the app.
pub(crate) struct Window {
    pub(super) client: Client,
    driver: Driver,
    program: PathBuf,
}

impl Window {
    /// Starts the app in `home` with `arguments`.
    pub(crate) async fn open(home: &Home, arguments: &[&str]) -> anyhow::Result<Self> {
        Self::open_with(home, arguments, &[]).await
    }

    /// Starts the app with more environment.
    pub(crate) async fn open_with(
        home: &Home,
        arguments: &[&str],
        extra: &[(&str, &str)],
    ) -> anyhow::Result<Self> {
        let program = desktop_program()?;
        let driver = Driver::start(home, extra).await?;
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
            // Above the patience of `Window::wait_for`, whose own message says more.
            "timeouts": { "script": 120_000 },
        });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities.as_object().cloned().unwrap_or_default())
            .connect(&driver.address())
            .await
            .context("the app gave no session")?;
        let window = Self { client, driver, program };
        // The session may begin before the page does; what is asked of the empty page is never answered.
        window
            .wait_for(
                "the page",
                "location.protocol === 'tauri:' && document.readyState === 'complete'",
                json!(null),
            )
            .await?;
        Ok(window)
    }

    /// The process of the app.
    pub(crate) fn process(&self) -> anyhow::Result<u32> {
        self.driver.app(&self.program)
    }

    /// Ends the app as a power cut would.
    pub(crate) fn cut_power(self) -> anyhow::Result<()> {
        driver::kill(self.process()?);
        Ok(())
    }

    /// Closes the window as a person does.
    pub(crate) async fn close(self) -> anyhow::Result<()> {
        self.client.clone().close().await?;
        Ok(())
    }

    /// Runs a command of the registry as the page does, and gives its output.
    pub(crate) async fn dispatch(&self, command: &str, input: Value) -> anyhow::Result<Value> {
        let answer = self.invoke("dispatch", json!({ "command": command, "input": input })).await?;
        match answer.get("ok") {
            Some(output) => Ok(output.clone()),
            None => bail!("{command} came to {answer}"),
        }
    }

    /// Calls a function of the shell as the page does. What it throws comes back as `{"thrown": …}`.
    pub(crate) async fn invoke(&self, function: &str, arguments: Value) -> anyhow::Result<Value> {
        let script = "const [name, given, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(name, given).then(done, (thrown) => done({ thrown }))";
        Ok(self.client.execute_async(script, vec![json!(function), arguments]).await?)
    }

    /// The value of a JavaScript expression in the page.
    pub(crate) async fn value(&self, expression: &str) -> anyhow::Result<Value> {
        Ok(self.client.execute(&format!("return {expression}"), vec![]).await?)
    }

    /// Presses each key of `keys` in turn, as a person types.
    pub(crate) async fn press(&self, keys: &[Press]) -> anyhow::Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            let value = key.character();
            let needs_shift = matches!(key, Press::Char(character) if character.is_ascii_uppercase());
            if needs_shift {
                actions = actions.then(KeyAction::Down { value: Key::Shift.into() });
            }
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
            if needs_shift {
                actions = actions.then(KeyAction::Up { value: Key::Shift.into() });
            }
            actions = actions.then(KeyAction::Pause { duration: KEY_PAUSE });
        }
        self.client.perform_actions(actions).await?;
        Ok(())
    }

    /// Types text as a person does, into whatever has the keyboard.
    pub(crate) async fn type_text(&self, text: &str) -> anyhow::Result<()> {
        let keys: Vec<_> = text.chars().map(Press::Char).collect();
        self.press(&keys).await
    }

    /// Reads `code` with a wedge scanner, which is a keyboard to the display: all of it at once, Enter behind it. (Keys
    /// sent by the driver carry the time of their handling; on a busy machine they would be a person's.)
    pub(crate) fn scan(&self, code: &str) -> anyhow::Result<()> {
        self.display(&["type", "--delay", "2", "--args", "1", code, "key", "Return"])
    }

    /// Chooses from the window's own menu, by the letters underlined there: the menu's and the entry's.
    pub(crate) fn choose(&self, menu: char, entry: char) -> anyhow::Result<()> {
        self.display(&["key", "--delay", "100", &format!("alt+{menu}"), &entry.to_string()])
    }

    fn display(&self, words: &[&str]) -> anyhow::Result<()> {
        let status = Command::new("xdotool").args(words).status().context("xdotool (package xdotool)")?;
        ensure!(status.success(), "the display did not take {words:?}");
        Ok(())
    }
}

/// One key.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Press {
    /// The key with this character on it.
    Char(char),
    /// Enter.
    Enter,
}

impl Press {
    fn character(self) -> char {
        match self {
            Self::Char(character) => character,
            Self::Enter => Key::Enter.into(),
        }
    }
}
