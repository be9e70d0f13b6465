//! Planning: from a template to tickets on sale.

use anyhow::ensure;
use serde_json::json;

use crate::harness::{Home, Window, journey};

#[test]
fn an_event_goes_from_a_template_to_on_sale() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        window.click("button", "New event").await?;
        window.fill("Title", "Night of the Short Play").await?;
        window.fill("Starts", "in 6 weeks").await?;
        window.fill("Venue…", "Hall of the Amsel").await?;
        let templates = window.dispatch("event.templates", json!({})).await?;
        let template =
            templates.as_array().into_iter().flatten().find(|template| template["tiers"][0].is_object());
        ensure!(template.is_some(), "no template brings tiers: {templates}");
        window.read("What will be created").await?;
        window.finish("plan-new-event").await?;

        window.click("button", "Create event").await?;
        window.read("is created as a draft").await?;
        window.click("option", "Tiers…").await?;
        window.click("button", "Add a tier").await?;
        window.fill("Name", "Balcony").await?;
        window.fill("Price", "12,50").await?;
        window.picture("plan-add-tier").await?;
        window.click("button", "Add tier").await?;
        window.read("Tier Balcony is added").await?;
        window.read("12.50").await?;
        window.finish("plan-tiers").await?;

        window.click("option", "Overview").await?;
        window.click("button", "Put on sale").await?;
        window.read("Night of the Short Play is on sale").await?;
        window.finish("plan-on-sale").await?;
        let events = window.dispatch("event.list", json!({ "search": "Short Play" })).await?;
        ensure!(events["rows"][0]["status"] == "published", "the event is not on sale: {events}");

        // The till opens on it, and says loudly that it is not today.
        window.click("link", "Sell tickets").await?;
        window.read("NOT TODAY").await?;
        window.read("Balcony").await?;
        window.finish("plan-till-not-today").await
    })
}
