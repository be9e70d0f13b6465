//! Admitting: each ticket once, and every answer from across the room.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::harness::{Home, Window, journey};

#[test]
fn a_ticket_is_admitted_once_by_its_code() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        let tickets = two_tickets(&window).await?;
        let payload =
            |ticket: usize| tickets[ticket]["payload"].as_str().context("a ticket without a payload");
        window.click("link", "Door").await?;
        window.read("Ready – scan").await?;
        window.finish("door-at-rest").await?;
        let came = counted(&window).await?;

        window.scan(payload(0)?)?;
        verdict(&window, "GO").await?;
        window.finish("door-go").await?;

        // The same gesture twice is no second guest and no alarm.
        window.scan(payload(0)?)?;
        verdict(&window, "SAME TICKET").await?;
        window.picture("door-same").await?;

        // The other one by the short code that stands under the QR code.
        window.scan(tickets[1]["code"].as_str().context("a ticket without a code")?)?;
        verdict(&window, "GO").await?;
        window.scan(payload(0)?)?;
        verdict(&window, "ALREADY IN").await?;
        window.finish("door-already-in").await?;
        ensure!(counted(&window).await? == came + 2, "two guests came in");
        Ok(())
    })
}

#[test]
fn what_is_no_ticket_of_the_house_is_stopped() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        let tickets = two_tickets(&window).await?;
        let payload = tickets[0]["payload"].as_str().context("a ticket without a payload")?;
        window.click("link", "Door").await?;
        window.read("Ready – scan").await?;
        let came = counted(&window).await?;
        // One character in the signature differs.
        let (start, end) = payload.split_at(payload.len() - 20);
        let other = if end.starts_with('7') { '8' } else { '7' };
        window.scan(&format!("{start}{other}{}", &end[1..]))?;
        window
            .wait_for(
                "a stop",
                "document.querySelector('.verdict:not([hidden])')?.dataset.signal === 'stop'",
                json!(null),
            )
            .await?;
        window.finish("door-tampered").await?;
        ensure!(counted(&window).await? == came, "a forged ticket was counted");
        Ok(())
    })
}

/// Two fresh tickets of tonight's event.
async fn two_tickets(window: &Window) -> anyhow::Result<Value> {
    let events = window.dispatch("event.list", json!({ "status": "published" })).await?;
    let event = &events["rows"][0]["id"];
    let tiers = window.dispatch("tier.list", json!({ "event": event })).await?;
    let sale = json!({
        "event": event,
        "lines": [{ "tier": tiers[0]["id"], "quantity": 2 }],
        "payment": { "method": "cash" },
        "buyer_name": "Nils Holm",
        "idempotency_key": "door-journey",
    });
    let sold = window.dispatch("order.complete", sale).await?;
    Ok(window.dispatch("order.show", json!({ "order": sold["order"]["id"] })).await?["tickets"].clone())
}

/// Waits until the sheet over the door says `word`.
async fn verdict(window: &Window, word: &str) -> anyhow::Result<()> {
    let condition = "document.querySelector('.verdict:not([hidden]) .verdict-word')?.textContent === given";
    window.wait_for(&format!("the verdict {word}"), condition, json!(word)).await.map(drop)
}

/// How many guests the door has counted.
async fn counted(window: &Window) -> anyhow::Result<i64> {
    let events = window.dispatch("event.list", json!({ "status": "published" })).await?;
    let event = &events["rows"][0]["id"];
    let lists = window.dispatch("checkin_list.list", json!({ "event": event })).await?;
    let counters =
        window.dispatch("door.counters", json!({ "event": event, "list": lists[0]["id"] })).await?;
    counters["admitted"].as_i64().context("the door counts nothing")
}
