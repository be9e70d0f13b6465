//! A power cut in the middle of selling: what was confirmed is there, and nothing is there by half.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::harness::{Home, Press, Window, journey};

/// Sells without end, as fast as the app confirms; counts what it was told is sold.
const SELL_ON: &str = "(window.confirmed = 0, (async () => {
    for (let sale = 1; ; sale += 1) {
        const input = { event, lines: [{ tier, quantity: 2 }], payment: { method: 'cash' }, buyer_name: 'Power Cut', idempotency_key: `cut-${sale}` };
        const answer = await window.__TAURI_INTERNALS__.invoke('dispatch', { command: 'order.complete', input });
        if (!answer.ok) { window.problem = JSON.stringify(answer); return }
        window.confirmed = sale;
    }
})(), true)";

#[test]
fn a_power_cut_during_sales_loses_nothing_confirmed_and_leaves_nothing_half() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        let (event, tier) = something_on_sale(&window).await?;
        let script = SELL_ON.replacen("event,", &format!("event: {event},"), 1).replacen(
            "{ tier,",
            &format!("{{ tier: {tier},"),
            1,
        );
        window.value(&script).await?;
        let confirmed = window
            .wait_for(
                "25 sales",
                "window.problem ?? (window.confirmed >= 25 ? window.confirmed : null)",
                json!(null),
            )
            .await?;
        let confirmed = confirmed.as_u64().with_context(|| format!("a sale failed: {confirmed}"))?;
        window.cut_power()?;

        // Without arguments the app comes back with the file it had.
        let window = Window::open(&home, &[]).await?;
        let report = window.dispatch("verify", json!({})).await?;
        ensure!(report["is_ok"] == true, "the file is not sound: {report}");
        let orders = orders_of(&window, "Power Cut").await?;
        let found = u64::try_from(orders.len())?;
        ensure!(found >= confirmed, "{confirmed} sales were confirmed, {found} are there");
        for order in &orders {
            let order = window.dispatch("order.show", json!({ "order": order["id"] })).await?;
            let tickets = order["tickets"].as_array().map_or(0, Vec::len);
            let paid: i64 = amounts(&order["payments"], "amount");
            ensure!(order["status"] == "paid" && tickets == 2, "half an order: {order}");
            ensure!(order["total"]["minor"].as_i64() == Some(paid), "the money differs: {order}");
        }

        // The till is ready for the next guest.
        window.click("link", "Till").await?;
        window.read("Press 1 to 9").await?;
        window.press(&[Press::Enter]).await?;
        window.find("button", "Till 1 open").await?;
        window.press(&[Press::Char('1')]).await?;
        window.find("button", "Exact…").await?;
        window.finish("after-a-power-cut").await
    })
}

async fn something_on_sale(window: &Window) -> anyhow::Result<(Value, Value)> {
    let events = window.dispatch("event.list", json!({ "status": "published" })).await?;
    for event in events["rows"].as_array().into_iter().flatten() {
        let tiers = window.dispatch("tier.list", json!({ "event": event["id"] })).await?;
        let open = tiers.as_array().into_iter().flatten().find(|tier| tier["state"] == "on_sale");
        if let Some(tier) = open {
            return Ok((event["id"].clone(), tier["id"].clone()));
        }
    }
    anyhow::bail!("the demo venue sells nothing: {events}")
}

async fn orders_of(window: &Window, buyer: &str) -> anyhow::Result<Vec<Value>> {
    let mut all = Vec::new();
    let mut after = Value::Null;
    loop {
        let page =
            window.dispatch("order.list", json!({ "search": buyer, "page": { "after": after } })).await?;
        all.extend(page["rows"].as_array().cloned().unwrap_or_default());
        after = page["next"].clone();
        if after.is_null() {
            return Ok(all);
        }
    }
}

fn amounts(rows: &Value, field: &str) -> i64 {
    rows.as_array().into_iter().flatten().filter_map(|row| row[field]["minor"].as_i64()).sum()
}
