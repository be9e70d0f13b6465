//! The first minutes on a new computer.

use anyhow::ensure;
use serde_json::json;

use crate::harness::{Home, Window, journey};

#[test]
fn a_new_computer_asks_what_brings_you_and_opens_the_demo_venue() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &[]).await?;
        window.read("Welcome to Stagedoor").await?;
        window.finish("first-run").await?;

        window.click("option", "I sell…").await?;
        window.click("button", "Open the demo venue").await?;
        window.read("Press 1 to 9").await?;
        window.read("an invented venue").await?;
        window.finish("first-run-demo-till").await?;
        let info = window.dispatch("app.info", json!({})).await?;
        ensure!(info["workspace"]["is_demo"] == true, "another workspace is open: {info}");
        window.close().await?;

        // The next start needs no question: the same file on the same face.
        let window = Window::open(&home, &[]).await?;
        window.read("Press 1 to 9").await?;
        let again = window.dispatch("app.info", json!({})).await?;
        ensure!(
            again["workspace"]["path"] == info["workspace"]["path"],
            "another workspace came back: {again}"
        );
        Ok(())
    })
}

#[test]
fn an_own_venue_needs_a_name_and_a_person() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &[]).await?;
        window.click("button", "Start my own").await?;
        window.click("button", "Create and start").await?;
        window.read("There is a problem").await?;
        window.read("Enter the name of your organization").await?;
        window.finish("own-venue-missing").await?;
        window.fill("Organization", "Kulturhof Amsel").await?;
        window.fill("Your name", "Mia Amsel").await?;
        window.click("button", "Create and start").await?;
        window.read("Events you plan stand here").await?;
        window.finish("own-venue").await
    })
}

#[test]
fn a_file_that_is_no_workspace_is_named_and_left_alone() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let picture = home.path().join("poster.stagedoor");
        let bytes = b"\xff\xd8\xff\xe0 not a workspace".repeat(200);
        std::fs::write(&picture, &bytes)?;
        let window = Window::open(&home, &["--workspace", &picture.to_string_lossy()]).await?;
        window.read("Welcome to Stagedoor").await?;
        window.read("There is a problem").await?;
        window.read("Choose a file made by Stagedoor").await?;
        window.finish("first-run-no-workspace").await?;
        ensure!(std::fs::read(&picture)? == bytes, "the file was changed");
        Ok(())
    })
}
