//! Selling: checks, order, payment, ledger, places, tickets, receipt, all in the caller's one transaction. Whatever is
//! refused or fails leaves nothing behind (domain.md, 2.5).

use events::EventId;
use kernel::{Failure, Fault, Money};
use payments::{
    ledger::{PostingDraft, TransactionKind, post},
    payment::{PaymentMethod, Settled, Tender, record_settled, settle},
};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    Buyer, OrderChannel, OrderDetail, OrderId, OrderItemId, OrderStatus,
    answer::{self, IssuedTicket, Written},
    books::Revenue,
    lines::{self, LineRequest, WantedLine},
    pricing::{self, PriceBasis, PricedLine, PricedOrder},
    store::write::{self, NewItem, NewOrder},
};
use crate::{
    event::{Event, event_named},
    hold::{self, HeldForSale},
    inventory::{self, Movement, OperationKind, TierDemand},
    receipt,
    ticket::{TicketId, TicketRow, TicketStatus, issue, store::NewTicket},
};

/// The series that own orders are numbered in.
const SERIES: &str = "order";
/// The letter of this device in the codes of its orders.
const DEVICE_LETTER: char = 'A';
const LOCALE_DEFAULT: &str = "en";

/// Sells tickets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CompleteOrder {
    /// The event: its id or its slug.
    pub event: String,
    /// What is sold.
    pub lines: Vec<LineRequest>,
    /// How it is paid.
    pub payment: Tender,
    /// The buyer's name.
    #[serde(default)]
    #[ts(optional)]
    pub buyer_name: Option<String>,
    /// The buyer's e-mail address.
    #[serde(default)]
    #[ts(optional)]
    pub buyer_email: Option<String>,
    /// The buyer's phone number.
    #[serde(default)]
    #[ts(optional)]
    pub buyer_phone: Option<String>,
    /// The hold whose places are sold: its id.
    #[serde(default)]
    #[ts(optional)]
    pub hold: Option<String>,
    /// The language of the papers; English when absent.
    #[serde(default)]
    #[ts(optional)]
    pub locale: Option<String>,
}

/// What was sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CompletedOrder {
    /// The order with everything about it.
    pub order: OrderDetail,
    /// What goes back across the counter.
    pub change: Money,
    /// The receipt's number.
    #[ts(type = "number")]
    pub receipt_number: i64,
    /// The tickets, as in the order.
    pub tickets: Vec<TicketRow>,
}

/// What a sale has decided before it writes.
struct Sale<'a> {
    id: OrderId,
    event: &'a Event,
    buyer: &'a Buyer,
    wanted: &'a [WantedLine],
    priced: &'a PricedOrder,
    held: Option<&'a HeldForSale>,
}

/// Sells tickets: all or nothing.
///
/// # Errors
/// A refusal when the event or a tier does not sell, a pool is short, the hold has run out or the tender is not
/// enough; a fault when the machine fails. Nothing is kept of either.
pub fn complete_order(tx: &Tx<'_>, request: &CompleteOrder) -> Result<CompletedOrder, Failure> {
    let buyer = Buyer::read(
        request.buyer_name.as_deref(),
        request.buyer_email.as_deref(),
        request.buyer_phone.as_deref(),
    )?;
    let event = event_named(tx, &request.event)?;
    let wanted = lines::load(tx, &event, &request.lines)?;
    lines::check_on_sale(&event, &wanted, tx.now())?;
    let held = request.hold.as_deref().map(|hold| hold::held_for_sale(tx, &event, hold)).transpose()?;
    inventory::ensure_available(tx, &event, &demands(&wanted, held.as_ref()))?;
    let priced = priced(&event, &wanted, &request.payment)?;
    let settled = settle(priced.total, &request.payment)?;

    let id: OrderId = tx.new_id()?;
    let sale =
        Sale { id, event: &event, buyer: &buyer, wanted: &wanted, priced: &priced, held: held.as_ref() };
    let locale = request.locale.as_deref().map(str::trim).filter(|locale| !locale.is_empty());
    let locale = locale.unwrap_or(LOCALE_DEFAULT);
    let code = write_order(tx, &sale, locale)?;
    let items = write_items(tx, &sale)?;
    record_settled(tx, id, &settled)?;
    post_sale(tx, &sale, &settled)?;
    move_places(tx, &sale)?;
    let tickets = issue_tickets(tx, &sale, &items)?;
    issue::index_buyer(tx, event.id, id, &buyer)?;
    let receipt_number = receipt::write_sale(tx, id, priced.total)?;

    let order = answer::detail(&Written {
        id,
        code: &code,
        event: event.id,
        buyer: &buyer,
        locale,
        wanted: &wanted,
        priced: &priced,
        settled: &settled,
        tickets: &tickets,
        receipt_number,
        at: tx.now(),
    });
    let tickets = order.tickets.clone();
    Ok(CompletedOrder { order, change: settled.change, receipt_number, tickets })
}

fn demands(wanted: &[WantedLine], held: Option<&HeldForSale>) -> Vec<TierDemand> {
    let kept = |line: &WantedLine| held.map_or(0, |held| held.places_of(line.tier.id));
    wanted
        .iter()
        .map(|line| TierDemand {
            tier: line.tier.id,
            tier_name: line.tier.name.clone(),
            more: (line.quantity - kept(line)).max(0),
        })
        .collect()
}

fn priced(event: &Event, wanted: &[WantedLine], tender: &Tender) -> Result<PricedOrder, Failure> {
    let basis = if event.prices_include_tax { PriceBasis::Gross } else { PriceBasis::Net };
    Ok(match tender.method() {
        PaymentMethod::Comp => pricing::price_as_gift(wanted, event.currency)?,
        PaymentMethod::Cash
        | PaymentMethod::Card
        | PaymentMethod::Transfer
        | PaymentMethod::Voucher
        | PaymentMethod::Wallet
        | PaymentMethod::Other => pricing::price(wanted, basis, event.currency)?,
    })
}

/// Writes the order; answers with its code.
fn write_order(tx: &Tx<'_>, sale: &Sale<'_>, locale: &str) -> Result<String, Fault> {
    let code = format!("{DEVICE_LETTER}-{:06}", tx.next_number(SERIES)?);
    let (total, tax) = (sale.priced.total, sale.priced.tax);
    write::insert_order(
        tx,
        &NewOrder {
            id: sale.id,
            event: sale.event.id,
            code: &code,
            status: OrderStatus::Paid,
            channel: OrderChannel::Till,
            total,
            tax,
            refunded: Money::zero(total.currency),
            buyer: sale.buyer,
            locale,
            is_approval_pending: false,
            is_valid_while_pending: false,
            ordered_at: tx.now(),
            expires_at: None,
            paid_at: Some(tx.now()),
        },
    )?;
    Ok(code)
}

fn write_items(tx: &Tx<'_>, sale: &Sale<'_>) -> Result<Vec<OrderItemId>, Fault> {
    let numbered = sale.priced.lines.iter().zip(1..);
    numbered
        .map(|(line, line_number)| write::insert_item(tx, sale.id, &new_item(line, line_number)))
        .collect()
}

fn new_item(line: &PricedLine, line_number: usize) -> NewItem {
    NewItem {
        line_number,
        tier: line.tier,
        quantity: line.quantity,
        unit_gross: line.unit.gross,
        gross: line.gross,
        rate: line.rate,
        tax: line.tax,
    }
}

/// The tender's account is debited, income and tax are credited. Nothing is posted for what costs nothing.
fn post_sale(tx: &Tx<'_>, sale: &Sale<'_>, settled: &Settled) -> Result<(), Failure> {
    let mut revenue = Revenue::nothing(sale.event.currency);
    for line in &sale.priced.lines {
        revenue.add_tickets(line.gross, line.tax, line.rate)?;
    }
    let draft = PostingDraft::new(TransactionKind::Sale)
        .about(sale.id, sale.event.id)
        .debit(settled.method.account(), settled.amount);
    if let Some(posting) = revenue.earn(draft, sale.event.id).balanced()? {
        post(tx, &posting)?;
    }
    Ok(())
}

/// What a hold keeps beyond the sale is set free before more is taken: the second wall looks at each step.
fn move_places(tx: &Tx<'_>, sale: &Sale<'_>) -> Result<(), Failure> {
    if let Some(held) = sale.held {
        let sold: Vec<_> = sale.wanted.iter().map(|line| line.tier.id).collect();
        hold::close_for_sale(tx, held, &sold)?;
    }
    let kept = |line: &WantedLine| sale.held.map_or(0, |held| held.places_of(line.tier.id));
    let mut lines: Vec<&WantedLine> = sale.wanted.iter().collect();
    lines.sort_by_key(|line| line.quantity - kept(line));
    for line in lines {
        let kept = kept(line);
        let movement = Movement {
            event: sale.event.id,
            tier: line.tier.id,
            kind: if kept > 0 { OperationKind::Convert } else { OperationKind::Issue },
            issued_delta: line.quantity,
            held_delta: -kept,
            order: Some(sale.id),
            hold: sale.held.filter(|_| kept > 0).map(HeldForSale::id),
        };
        inventory::record(tx, &movement)?;
    }
    Ok(())
}

fn issue_tickets(tx: &Tx<'_>, sale: &Sale<'_>, items: &[OrderItemId]) -> Result<Vec<IssuedTicket>, Failure> {
    let count: i64 = sale.priced.lines.iter().map(|line| line.quantity).sum();
    let count = u32::try_from(count).map_err(|_| lines::LineRefusal::TooManyLines)?;
    let mut serials = tx.next_numbers(&issue::serial_series(sale.event.id), count)?;
    let mut issued = Vec::with_capacity(count as usize);
    for (line, (priced, item)) in sale.priced.lines.iter().zip(items).enumerate() {
        for _ in 0..priced.quantity {
            let serial = serials.next().ok_or_else(|| serials_ran_out(sale.event.id))?;
            let id: TicketId = tx.new_id()?;
            let code = issue::write_with_new_code(tx, &new_ticket(sale, priced, *item, id, serial))?;
            issued.push(IssuedTicket { id, code, serial, line });
        }
    }
    Ok(issued)
}

fn new_ticket<'a>(
    sale: &'a Sale<'_>,
    line: &PricedLine,
    item: OrderItemId,
    id: TicketId,
    serial: i64,
) -> NewTicket<'a> {
    NewTicket {
        id,
        event: sale.event.id,
        order: sale.id,
        item,
        tier: line.tier,
        code: "",
        is_foreign_code: false,
        serial,
        status: TicketStatus::Issued,
        holder_name: &sale.buyer.name,
        // A ticket without an address of its own is written to at the buyer's.
        holder_email: "",
        holder_company: "",
        gross: line.unit.gross,
        tax: line.unit.tax,
        addon_to: None,
        valid_from: None,
        valid_until: None,
        block_reason: "",
    }
}

fn serials_ran_out(event: EventId) -> Fault {
    Fault::new(kernel::FaultKind::Bug, format!("event {event} has fewer serial numbers than tickets"))
}
