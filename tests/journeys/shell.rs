//! The window itself: its walls, its documents, and a second start.

use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use anyhow::{Context, ensure};
use serde_json::json;

use crate::harness::{Home, Window, desktop_program, journey};

#[test]
fn the_window_stays_on_its_own_page() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &[]).await?;
        let address = window.value("location.origin + location.pathname").await?;
        for elsewhere in ["https://example.org/", "file:///etc/hostname", "data:text/html,<h1>elsewhere</h1>"]
        {
            window.value(&format!("(location.href = {elsewhere:?}, true)")).await?;
            let opened = window.value(&format!("window.open({elsewhere:?})")).await?;
            ensure!(opened.is_null(), "a second window opened on {elsewhere}");
        }
        // The page still answers, so nothing has replaced it.
        window.dispatch("app.info", json!({})).await?;
        ensure!(
            window.value("location.origin + location.pathname").await? == address,
            "the window left its page"
        );
        Ok(())
    })
}

#[test]
fn the_page_can_neither_run_strings_nor_reach_the_network() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &[]).await?;
        // Through the page's own scripts, not the driver's: an inline script and a string as a function.
        let ran = "(() => {
            const script = document.createElement('script');
            script.textContent = 'window.ranInline = true';
            document.body.append(script);
            script.remove();
            return window.ranInline === true;
        })()";
        ensure!(window.value(ran).await? == json!(false), "an inline script ran");
        let fetched = window
            .wait_for(
                "the answer to a fetch",
                "(window.fetched ??= (fetch('https://example.org/').then(() => { window.outcome = 'reached' }, () => { window.outcome = 'stopped' }), true), window.outcome)",
                json!(null),
            )
            .await?;
        ensure!(fetched == json!("stopped"), "the page reached the network");
        Ok(())
    })
}

#[test]
fn the_page_may_call_its_own_functions_only() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &[]).await?;
        for function in [
            "plugin:dialog|open",
            "plugin:window|close",
            "plugin:event|emit",
            "plugin:webview|create_webview_window",
        ] {
            let answer = window.invoke(function, json!({})).await?;
            let refusal = answer["thrown"].as_str().unwrap_or_default();
            ensure!(refusal.contains("not allowed"), "{function} came to {answer}");
        }
        Ok(())
    })
}

#[test]
fn documents_go_to_one_folder_whatever_they_are_called() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &[]).await?;
        let saved = window
            .invoke("open_file", json!({ "fileName": "../../../list.csv", "base64": "YSxiCg==" }))
            .await?;
        let path = saved["path"].as_str().context("no path came back")?.to_owned();
        ensure!(home.documents()? == [PathBuf::from(&path)], "the document went to {path}");
        home.wait_until_shown(&path).await?;
        let refused =
            window.invoke("open_file", json!({ "fileName": "list.csv.sh", "base64": "YSxiCg==" })).await?;
        ensure!(refused["thrown"]["code"] == "document_kind_unknown", "a program was written: {refused}");
        ensure!(home.documents()?.len() == 1, "more than the document was written");
        Ok(())
    })
}

#[test]
fn the_menu_reaches_every_face() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        window.read("Nachtklang").await?;
        window.choose('v', 't')?;
        window.read("Press 1 to 9").await?;
        window.choose('v', 'd')?;
        window.read("Ready – scan").await?;
        // The planner's own key, from another face.
        window.choose('f', 'n')?;
        window.read("What will be created").await?;
        window.choose('h', 'k')?;
        window.read("Keys of this screen").await?;
        window.finish("menu-keys").await
    })
}

#[test]
fn a_second_start_shows_the_first_window_and_ends() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let bus = Bus::start()?;
        let environment = [("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str())];
        let window = Window::open_with(&home, &[], &environment).await?;
        window.dispatch("app.info", json!({})).await?;
        let first = window.process()?;
        let second = tokio::process::Command::new(desktop_program()?)
            .envs(home.environment()?)
            .envs(environment)
            .env_remove("STAGEDOOR_WORKSPACE")
            .kill_on_drop(true)
            .status();
        let ended = tokio::time::timeout(std::time::Duration::from_secs(30), second);
        ensure!(ended.await.context("the second start stayed open")??.success(), "the second start failed");
        ensure!(window.process()? == first, "the first window has gone");
        window.dispatch("app.info", json!({})).await?;
        Ok(())
    })
}

/// A message bus of its own, so that the test never meets the user's app.
struct Bus {
    process: Child,
    address: String,
}

impl Bus {
    fn start() -> anyhow::Result<Self> {
        let mut process = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("dbus-daemon (package dbus)")?;
        let mut address = String::new();
        let output = process.stdout.take().context("the bus says nothing")?;
        BufReader::new(output).read_line(&mut address)?;
        Ok(Self { process, address: address.trim().to_owned() })
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
