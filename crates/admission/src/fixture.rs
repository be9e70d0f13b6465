//! A small venue for this crate's tests: one event, two tiers, tickets on demand. Rows are written straight into the
//! tables of the contexts to the left, so that a test says exactly what it needs.

use kernel::{Failure, Refusal, id::Id};
use testkit::TestWorkspace;
use workspace::{ActorId, CommandContext, Tx, params};

use crate::{
    ids::TicketId,
    list::{CreateCheckinList, ListRow, create_checkin_list},
    scan::{ScanOutcome, ScanRequest, ScanStation},
};

pub(crate) const EVENT: &str = "sommernacht";
pub(crate) const LIST: &str = "Main";
pub(crate) const STANDARD: u8 = 1;
pub(crate) const VIP: u8 = 2;

pub(crate) const fn bytes(number: u8) -> [u8; 16] {
    [number; 16]
}

/// An event of 12 June 2026 in Berlin, with a list for everyone.
pub(crate) fn venue() -> TestWorkspace {
    let file = testkit::workspace(crate::TABLES);
    write(&file, |tx| {
        add_event(tx, 1, EVENT)?;
        add_tier(tx, 1, STANDARD, "Standard")?;
        add_tier(tx, 1, VIP, "VIP")?;
        add_user(tx, 7, "Mia")?;
        create_checkin_list(tx, &list_named(LIST)).map(|_| ())
    });
    file
}

pub(crate) fn write<T>(file: &TestWorkspace, work: impl FnOnce(&Tx<'_>) -> Result<T, Failure>) -> T {
    file.transact(&testkit::as_test(), work).unwrap()
}

pub(crate) fn list_named(name: &str) -> CreateCheckinList {
    CreateCheckinList {
        event: EVENT.to_owned(),
        name: name.to_owned(),
        tiers: None,
        allows_multiple_entries: None,
        allows_reentry_after_exit: None,
        includes_pending: None,
        matches_addons: None,
        rules: None,
        exit_all_at: None,
    }
}

pub(crate) fn add_list(file: &TestWorkspace, list: &CreateCheckinList) -> ListRow {
    write(file, |tx| create_checkin_list(tx, list))
}

pub(crate) fn add_event(tx: &Tx<'_>, number: u8, slug: &str) -> Result<(), Failure> {
    let noon = tx.now_micros();
    tx.execute_one(
        "insert into events
           (id, title, slug, status, visibility, currency, time_zone, starts_at, ends_at, created_at, updated_at)
         values (?1, ?2, ?3, 'published', 'public', 'EUR', 'Europe/Berlin', ?4, ?5, ?4, ?4)",
        params![bytes(number), slug.to_uppercase(), slug, noon, noon + 14_400_000_000],
    )?;
    Ok(())
}

pub(crate) fn add_tier(tx: &Tx<'_>, event: u8, number: u8, name: &str) -> Result<(), Failure> {
    tx.execute_one(
        "insert into ticket_tiers (id, event_id, tier_number, name, price_minor, currency, created_at, updated_at)
         values (?1, ?2, ?3, ?4, 1000, 'EUR', ?5, ?5)",
        params![bytes(number), bytes(event), number, name, tx.now_micros()],
    )?;
    Ok(())
}

pub(crate) fn add_user(tx: &Tx<'_>, number: u8, name: &str) -> Result<(), Failure> {
    tx.execute_one(
        "insert into users (id, name, created_at, updated_at) values (?1, ?2, ?3, ?3)",
        params![bytes(number), name, tx.now_micros()],
    )?;
    Ok(())
}

/// An order with one ticket of `tier` for each code.
pub(crate) fn add_order(tx: &Tx<'_>, event: u8, code: &str, tier: u8, codes: &[&str]) -> Result<(), Failure> {
    let order = tx.new_id::<TicketId>()?.bytes();
    let item = tx.new_id::<TicketId>()?.bytes();
    tx.execute_one(
        "insert into orders
           (id, event_id, code, status, channel, currency, total_minor, tax_minor, buyer_name, ordered_at, created_at, updated_at)
         values (?1, ?2, ?3, 'paid', 'till', 'EUR', 0, 0, 'Buyer', ?4, ?4, ?4)",
        params![order, bytes(event), code, tx.now_micros()],
    )?;
    tx.execute_one(
        "insert into order_items
           (id, order_id, line_number, tier_id, quantity, unit_price_minor, gross_minor, tax_rate, tax_minor, created_at)
         values (?1, ?2, 1, ?3, ?4, 0, 0, '0', 0, ?5)",
        params![item, order, bytes(tier), i64::try_from(codes.len()).unwrap(), tx.now_micros()],
    )?;
    add_places(tx, event, tier, i64::try_from(codes.len()).unwrap())?;
    for ticket in codes {
        let serial = tx.next_number(&format!("ticket:{event}"))?;
        tx.execute_one(
            "insert into tickets
               (id, event_id, order_id, order_item_id, tier_id, code, serial, status, holder_name, gross_minor,
                tax_minor, currency, created_at, updated_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'issued', 'Holder of ' || ?6, 0, 0, 'EUR', ?8, ?8)",
            params![
                tx.new_id::<TicketId>()?.bytes(), bytes(event), order, item, bytes(tier), ticket, serial,
                tx.now_micros()
            ],
        )?;
    }
    Ok(())
}

/// Sells `places` more of a tier, or takes them back.
pub(crate) fn add_places(tx: &Tx<'_>, event: u8, tier: u8, places: i64) -> Result<(), Failure> {
    tx.execute_one(
        "insert into inventory_operations
           (id, event_id, tier_id, seq, kind, issued_delta, held_delta, issued_after, held_after, created_at)
         select ?1, ?2, ?3, 1 + coalesce(max(seq), 0), case when ?4 > 0 then 'issue' else 'return' end, ?4, 0,
           ?4 + coalesce(sum(issued_delta), 0), 0, ?5
         from inventory_operations
         where tier_id = ?3",
        params![tx.new_id::<TicketId>()?.bytes(), bytes(event), bytes(tier), places, tx.now_micros()],
    )?;
    Ok(())
}

/// A venue with the tickets `alpha`, `beta`, `gamma` and `delta` in one order.
pub(crate) fn venue_with_tickets() -> TestWorkspace {
    let file = venue();
    write(&file, |tx| add_order(tx, 1, "A-000001", STANDARD, &["alpha", "beta", "gamma", "delta"]));
    file
}

pub(crate) fn scan_of(code: &str) -> ScanRequest {
    ScanRequest {
        event: EVENT.to_owned(),
        list: LIST.to_owned(),
        code: code.to_owned(),
        ..ScanRequest::default()
    }
}

/// Mia at the door.
pub(crate) fn as_mia() -> CommandContext {
    CommandContext { command: "scan", actor: Some(ActorId(bytes(7))) }
}

pub(crate) fn scan(file: &TestWorkspace, station: &ScanStation, request: &ScanRequest) -> ScanOutcome {
    station.scan(file, &as_mia(), request).unwrap()
}

pub(crate) fn refused<T: std::fmt::Debug>(result: Result<T, Failure>) -> Refusal {
    match result {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("no refusal but {other:?}"),
    }
}

/// How many rows of the log answer to `condition`.
pub(crate) fn logged(file: &TestWorkspace) -> Vec<(String, String, bool)> {
    file.read(|view| {
        view.all("select raw_code, verdict, is_admitted from scan_logs order by rowid", params![], |row| {
            Ok((row.text("raw_code")?, row.text("verdict")?, row.flag("is_admitted")?))
        })
    })
    .unwrap()
}
