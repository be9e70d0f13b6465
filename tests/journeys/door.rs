//! Admitting: each ticket once, and every answer from across the room.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::harness::{Home, Press, Window, journey};

#[test]
fn a_ticket_is_admitted_once_by_its_code() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        let tickets = tickets(&window, 2).await?;
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
        let tickets = tickets(&window, 2).await?;
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

#[test]
fn one_guest_stands_for_a_group_that_was_counted() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        let tickets = tickets(&window, 4).await?;
        let payload = tickets[0]["payload"].as_str().context("a ticket without a payload")?;
        window.click("link", "Door").await?;
        window.read("Ready – scan").await?;
        let came = counted(&window).await?;
        window.scan(payload)?;
        verdict(&window, "GO").await?;
        window.read("Order of 4 · 1 in").await?;

        // The number stands there to be counted; nobody is in by the first press.
        window.press(&[Press::Char('a')]).await?;
        verdict(&window, "3").await?;
        window.finish("door-count").await?;
        ensure!(counted(&window).await? == came + 1, "the others entered before they were counted");

        // Meanwhile one ticket is blocked: as many as were counted may no longer enter, so nobody does.
        let block = json!({ "ticket": tickets[3]["id"], "reason": "Reported stolen" });
        window.dispatch("ticket.block", block).await?;
        window.press(&[Press::Char('a')]).await?;
        verdict(&window, "2").await?;
        ensure!(counted(&window).await? == came + 1, "a group entered that was counted wrongly");
        window.press(&[Press::Enter]).await?;
        verdict(&window, "GO × 2").await?;
        window.read("BLOCKED").await?;
        window.finish("door-group").await?;
        ensure!(counted(&window).await? == came + 3, "two more guests came in");
        Ok(())
    })
}

#[test]
fn the_verdict_is_overruled_with_a_reason_and_the_night_summed_up() -> anyhow::Result<()> {
    journey(async || {
        let home = Home::new()?;
        let window = Window::open(&home, &["--demo"]).await?;
        let tickets = tickets(&window, 1).await?;
        let ticket = &tickets[0]["id"];
        window.dispatch("ticket.block", json!({ "ticket": ticket, "reason": "Reported stolen" })).await?;
        window.click("link", "Door").await?;
        window.read("Ready – scan").await?;
        window.scan(tickets[0]["payload"].as_str().context("a ticket without a payload")?)?;
        verdict(&window, "BLOCKED").await?;
        window.press(&[Press::Char('o')]).await?;
        window.read("Let in against the verdict?").await?;
        window.type_text("Owner showed an identity card").await?;
        window.press(&[Press::Enter]).await?;
        verdict(&window, "GO · OVERRIDE").await?;
        window.finish("door-override").await?;

        window.click("button", "Clear…").await?;
        window.click("button", "End of door…").await?;
        window.read("Not let in, by reason").await?;
        window.read("BLOCKED").await?;
        window.finish("door-summary").await
    })
}

/// Fresh tickets of tonight's event, all in one order.
async fn tickets(window: &Window, quantity: u32) -> anyhow::Result<Value> {
    let events = window.dispatch("event.list", json!({ "status": "published" })).await?;
    let event = &events["rows"][0]["id"];
    let tiers = window.dispatch("tier.list", json!({ "event": event })).await?;
    let sale = json!({
        "event": event,
        "lines": [{ "tier": tiers[0]["id"], "quantity": quantity }],
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
