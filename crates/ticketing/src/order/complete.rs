//! Selling: checks, order, payment, ledger, places, tickets, receipt, all in the caller's one transaction. Whatever is
//! refused or fails leaves nothing behind (domain.md, 2.5).

use events::EventId;
use kernel::{Failure, Fault, Money, Refuse};
use payments::{
    ledger::{AccountCode, PostingDraft, TransactionKind, post},
    payment::{PaymentMethod, Tender, TenderPart, record_settled},
};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    Buyer, OrderChannel, OrderDetail, OrderId, OrderItemId, OrderStatus,
    answer::{self, IssuedTicket, Written},
    books::Revenue,
    gifts,
    lines::{self, LineRequest, WantedLine},
    places,
    pricing::{PricedLine, PricedOrder, Taxation},
    quote::{self, Customer, Occasion, VoucherAtSale},
    store::write::{self, NewFee, NewItem, NewOrder},
    tenders::{self, Settlement, settle_all},
};
use crate::{
    event::{Event, event_named},
    hold::{self, HeldForSale},
    inventory, receipt,
    ticket::{TicketId, TicketRow, TicketStatus, issue, store::NewTicket},
    voucher::store::{NewRedemption, redeem},
};

/// The series that own orders are numbered in.
const SERIES: &str = "order";
/// The letter of this device in the codes of its orders.
const DEVICE_LETTER: char = 'A';
const LOCALE_DEFAULT: &str = "en";
/// Longest reason of a tax exemption, as the table checks it.
const EXEMPTION_CHARACTERS_MAX: usize = 200;

/// Sells tickets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CompleteOrder {
    /// The event: its id or its slug.
    pub event: String,
    /// What is sold.
    pub lines: Vec<LineRequest>,
    /// How it is paid; exact cash when absent. Not looked at when there are `payments`.
    #[serde(default)]
    #[ts(optional, as = "Option<Tender>")]
    pub payment: Tender,
    /// How it is paid by several tenders together; all or nothing. Cash pays the rest that the others leave.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<TenderPart>>")]
    pub payments: Vec<TenderPart>,
    /// Why the buyer pays no tax: it is taken out of the price, after discounts.
    #[serde(default)]
    #[ts(optional)]
    pub tax_exemption: Option<String>,
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
    vouchers: &'a [VoucherAtSale],
    settlement: &'a Settlement,
    tax_exemption: &'a str,
}

/// The reason of a tax exemption is too long, or has line breaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the reason of a tax exemption must be one line of at most {EXEMPTION_CHARACTERS_MAX} characters")]
pub struct MalformedExemption;

impl Refuse for MalformedExemption {
    fn code(&self) -> &'static str {
        "tax_exemption_malformed"
    }
    fn fix(&self) -> String {
        "Shorten it, such as to the number of the certificate.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("tax_exemption".to_owned())
    }
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
    let customer = Customer::with_email(&buyer.email);
    let basket = held.as_ref().map(HeldForSale::id);
    let vouchers = quote::vouchers(tx, &event, &wanted, &customer, basket, tx.now())?;
    quote::check_hidden(&wanted, &vouchers)?;
    let taken = places::of_sale(&wanted, held.as_ref(), &vouchers);
    inventory::ensure_available(tx, &event, &places::demands(&taken))?;
    let methods = tenders::methods(&request.payment, &request.payments);
    if methods.contains(&PaymentMethod::Comp) {
        gifts::check(tx, &event, &wanted)?;
    }
    let tax_exemption = checked_exemption(request.tax_exemption.as_deref())?;
    let taxation = if tax_exemption.is_empty() { Taxation::Taxed } else { Taxation::Exempt };
    let occasion = Occasion { methods: &methods, channel: OrderChannel::Till, taxation, now: tx.now() };
    let priced = quote::priced(tx, &event, &wanted, &vouchers, &occasion)?;
    let settlement = settle_all(tx, &event, priced.total, &request.payment, &request.payments)?;

    let id: OrderId = tx.new_id()?;
    let sale = Sale {
        id,
        event: &event,
        buyer: &buyer,
        wanted: &wanted,
        priced: &priced,
        vouchers: &vouchers,
        settlement: &settlement,
        tax_exemption,
    };
    let locale = request.locale.as_deref().map(str::trim).filter(|locale| !locale.is_empty());
    let locale = locale.unwrap_or(LOCALE_DEFAULT);
    let code = write_order(tx, &sale, locale)?;
    let items = write_items(tx, &sale)?;
    settlement.parts.iter().try_for_each(|part| record_settled(tx, id, part).map(|_| ()))?;
    post_sale(tx, &sale)?;
    places::take(tx, &event, id, held.as_ref(), &taken)?;
    let tickets = issue_tickets(tx, &sale, &items)?;
    redeem_vouchers(tx, &sale, &tickets, customer.key())?;
    issue::index_buyer(tx, event.id, id, &buyer)?;
    let paid = priced.total.add(settlement.rounding)?;
    let receipt_number = receipt::write_sale(tx, id, paid)?;

    let order = answer::detail(&Written {
        id,
        code: &code,
        event: event.id,
        buyer: &buyer,
        locale,
        wanted: &wanted,
        priced: &priced,
        settlement: &settlement,
        tax_exemption,
        tickets: &tickets,
        receipt_number,
        paid,
        at: tx.now(),
    });
    let tickets = order.tickets.clone();
    Ok(CompletedOrder { order, change: settlement.change, receipt_number, tickets })
}

fn checked_exemption(reason: Option<&str>) -> Result<&str, MalformedExemption> {
    let reason = reason.unwrap_or("").trim();
    let is_one_line = !reason.chars().any(char::is_control);
    let fits = reason.chars().count() <= EXEMPTION_CHARACTERS_MAX;
    if is_one_line && fits { Ok(reason) } else { Err(MalformedExemption) }
}

/// The code of the next own order.
pub(crate) fn next_own_code(tx: &Tx<'_>) -> Result<String, Fault> {
    Ok(own_code(tx.next_number(SERIES)?))
}

/// The code of the own order with this number.
pub(crate) fn own_code(number: i64) -> String {
    format!("{DEVICE_LETTER}-{number:06}")
}

/// Writes the order; answers with its code.
fn write_order(tx: &Tx<'_>, sale: &Sale<'_>, locale: &str) -> Result<String, Fault> {
    let code = next_own_code(tx)?;
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
            rounding: sale.settlement.rounding,
            tax_exemption: sale.tax_exemption,
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
    for fee in &sale.priced.fees {
        let (kind, name, rate) = (fee.kind, fee.name.as_str(), fee.rate);
        let (gross, tax) = (fee.price.gross, fee.price.tax);
        write::insert_fee(tx, sale.id, &NewFee { kind, name, gross, rate, tax, is_cancelled: false })?;
    }
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
        discount: line.discount,
        gross: line.gross,
        rate: line.rate,
        tax: line.tax,
    }
}

/// The tenders' accounts are debited, income, tax and what coins rounded are credited. Nothing is posted for what costs
/// nothing.
fn post_sale(tx: &Tx<'_>, sale: &Sale<'_>) -> Result<(), Failure> {
    let mut revenue = Revenue::nothing(sale.event.currency);
    for line in &sale.priced.lines {
        revenue.add_tickets(line.gross, line.tax, line.rate)?;
    }
    for fee in &sale.priced.fees {
        revenue.add_fee(fee.price.gross, fee.price.tax, fee.rate)?;
    }
    let mut draft = PostingDraft::new(TransactionKind::Sale)
        .about(sale.id, sale.event.id)
        .credit(AccountCode::Rounding, sale.settlement.rounding);
    for part in &sale.settlement.parts {
        draft = draft.debit(part.method.account(), part.amount);
    }
    if let Some(posting) = revenue.earn(draft, sale.event.id).balanced()? {
        post(tx, &posting)?;
    }
    Ok(())
}

fn issue_tickets(tx: &Tx<'_>, sale: &Sale<'_>, items: &[OrderItemId]) -> Result<Vec<IssuedTicket>, Failure> {
    let count: i64 = sale.priced.lines.iter().map(|line| line.quantity).sum();
    let count = u32::try_from(count).map_err(|_| lines::LineRefusal::TooManyLines)?;
    let mut serials = tx.next_numbers(&issue::serial_series(sale.event.id), count)?;
    let mut issued = Vec::with_capacity(count as usize);
    for (line, (priced, item)) in sale.priced.lines.iter().zip(items).enumerate() {
        for place in (0..).take(usize::try_from(priced.quantity).unwrap_or(0)) {
            let serial = serials.next().ok_or_else(|| serials_ran_out(sale.event.id))?;
            let id: TicketId = tx.new_id()?;
            let price = priced.ticket(place);
            let new = NewTicket {
                gross: price.gross,
                tax: price.tax,
                ..new_ticket(sale, priced, *item, id, serial)
            };
            let code = issue::write_with_new_code(tx, &new)?;
            issued.push(IssuedTicket { id, code, serial, line, place });
        }
    }
    Ok(issued)
}

/// Writes down which tickets were bought with which voucher, and what it took off each.
fn redeem_vouchers(
    tx: &Tx<'_>,
    sale: &Sale<'_>,
    tickets: &[IssuedTicket],
    customer: &str,
) -> Result<(), Fault> {
    if sale.vouchers.is_empty() {
        return Ok(());
    }
    for ticket in tickets {
        let (wanted, priced) = (&sale.wanted[ticket.line], &sale.priced.lines[ticket.line]);
        let Some(voucher) = sale.vouchers.iter().find(|voucher| voucher.is_on(wanted)) else { continue };
        let discount = priced.by_voucher(ticket.place);
        let (voucher, order, ticket) = (voucher.stored.id, sale.id, ticket.id);
        redeem(tx, &NewRedemption { voucher, order, ticket, customer, discount })?;
    }
    Ok(())
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
