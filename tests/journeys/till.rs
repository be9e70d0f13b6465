//! Selling: keys, money, paper.

use std::collections::BTreeSet;

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::harness::{Home, Press, Window, decoded_codes, journey, pages_of};

#[test]
fn three_tickets_are_sold_for_cash_by_keys_and_printed() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        window.click("link", "Till").await?;
        window.read("Press 1 to 9").await?;
        let event = window.dispatch("event.list", json!({ "status": "published" })).await?["rows"][0].clone();
        let tiers = window.dispatch("tier.list", json!({ "event": event["id"] })).await?;
        window.read(event["title"].as_str().unwrap_or_default()).await?;
        open_drawer(&window).await?;
        let price =
            |tier: usize| tiers[tier]["gross_price"]["minor"].as_i64().context("a tier without a price");
        let total = 2 * price(0)? + price(1)?;

        // 1 1 2, then the amount that was handed over: the next full hundred.
        window.press(&[Press::Char('1'), Press::Char('1'), Press::Char('2')]).await?;
        window.find("button", "Exact…").await?;
        window.finish("till-basket").await?;
        let given = (total / 10_000 + 1) * 100;
        window.press(&[Press::Char('.')]).await?;
        window.type_text(&given.to_string()).await?;
        window.press(&[Press::Enter]).await?;
        window.read("Sold ·").await?;
        let change = given * 100 - total;
        window.read("Change").await?;
        window.read(&format!("{}.{:02}", change / 100, change % 100)).await?;
        window.finish("till-sold").await?;

        let order = newest_order(&window, &event).await?;
        ensure!(order["total"]["minor"] == total, "the order costs something else: {order}");
        ensure!(order["payments"][0]["change"]["minor"] == change, "the change differs: {order}");
        let payloads = payloads(&order);
        ensure!(payloads.len() == 3, "not three tickets: {order}");

        // P and Enter print; other programs read the paper.
        window.press(&[Press::Char('p'), Press::Enter]).await?;
        let documents = home.wait_for_documents(1).await?;
        home.wait_until_shown(&documents[0]).await?;
        ensure!(pages_of(&documents[0])? == 3, "one page for each ticket");
        let printed: BTreeSet<_> = decoded_codes(&documents[0])?.into_iter().collect();
        ensure!(printed == payloads, "the paper says {printed:?}");
        Ok(())
    })
}

#[test]
fn too_little_cash_sells_nothing() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        window.click("link", "Till").await?;
        window.read("Press 1 to 9").await?;
        open_drawer(&window).await?;
        let count = async || anyhow::Ok(window.dispatch("order.list", json!({})).await?["total"].clone());
        let before = count().await?;
        window.press(&[Press::Char('1'), Press::Char('.'), Press::Char('1'), Press::Enter]).await?;
        window.read("are missing").await?;
        window.finish("till-too-little").await?;
        ensure!(count().await? == before, "an order was made");
        Ok(())
    })
}

#[test]
fn the_drawer_is_opened_counted_and_closed_by_keys() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        window.click("link", "Till").await?;
        window.read("The drawer is closed").await?;
        window.finish("till-drawer-closed").await?;

        // A float of fifty, one sale, then the count: two notes of fifty, which is not what should be there.
        window.press(&[Press::Char('.'), Press::Char('5'), Press::Char('0'), Press::Enter]).await?;
        window.find("button", "Till 1 open").await?;
        window.press(&[Press::Char('1'), Press::Enter]).await?;
        window.read("Sold ·").await?;
        let state = window.dispatch("till.current", json!({})).await?;
        let expected = state["expected"]["minor"].as_i64().context("nothing is expected")?;
        window.click("button", "Till 1 open").await?;
        window.finish("till-drawer-menu").await?;
        window.click("option", "Count and close the drawer…").await?;
        window.read("Count the drawer").await?;
        window.fill("€50.00 ×…", "2").await?;
        window.press(&[Press::Enter]).await?;
        window.read(if expected > 10_000 { "are missing" } else { "too much" }).await?;
        window.finish("till-count").await?;
        window.type_text("counted in haste").await?;
        window.press(&[Press::Enter]).await?;
        window.read("Z report 1").await?;
        window.finish("till-z").await?;
        let report = window.dispatch("till.z_report", json!({})).await?;
        ensure!(report["cash"]["counted"]["minor"] == 10_000, "another count: {report}");
        ensure!(report["cash"]["expected"]["minor"] == expected, "another expectation: {report}");

        // Enter prints it.
        window.press(&[Press::Enter]).await?;
        let documents = home.wait_for_documents(1).await?;
        home.wait_until_shown(&documents[0]).await?;
        Ok(())
    })
}

/// One key, with whatever float the till suggests.
async fn open_drawer(window: &Window) -> anyhow::Result<()> {
    window.read("The drawer is closed").await?;
    window.press(&[Press::Enter]).await?;
    window.find("button", "Till 1 open").await.map(drop)
}

/// The order that was made last for `event`, in full.
async fn newest_order(window: &Window, event: &Value) -> anyhow::Result<Value> {
    let orders =
        window.dispatch("order.list", json!({ "event": event["id"], "page": { "first": 500 } })).await?;
    let rows = orders["rows"].as_array().context("no orders")?;
    let newest = rows.iter().max_by_key(|order| order["ordered_at"].as_str().unwrap_or_default().to_owned());
    window.dispatch("order.show", json!({ "order": newest.context("no order")?["id"] })).await
}

fn payloads(order: &Value) -> BTreeSet<String> {
    let tickets = order["tickets"].as_array().into_iter().flatten();
    tickets.filter_map(|ticket| ticket["payload"].as_str()).map(str::to_owned).collect()
}
