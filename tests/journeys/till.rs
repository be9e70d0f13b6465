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

        // P prints; other programs read the paper.
        window.press(&[Press::Char('p')]).await?;
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
        let count = async || anyhow::Ok(window.dispatch("order.list", json!({})).await?["total"].clone());
        let before = count().await?;
        window.press(&[Press::Char('1'), Press::Char('.'), Press::Char('1'), Press::Enter]).await?;
        window.read("are missing").await?;
        window.finish("till-too-little").await?;
        ensure!(count().await? == before, "an order was made");
        Ok(())
    })
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
