//! An export as checked records: references resolve, amounts are whole minor units, words are chosen in the
//! event's language. Making them needs no database, so a broken export is refused before anything is opened.

mod catalog;
mod door;
mod export;
mod orders;
#[cfg(test)]
mod tests;

use kernel::{Currency, Timestamp, Zone};
use payments::payment::PaymentMethod;
use serde::Serialize;

use super::{read::parse::Document, refusal::Place, report::NotImported, wire};

pub(super) use export::read_export;

/// A whole export.
#[derive(Debug)]
pub(super) struct Export {
    /// Where it comes from, for ever the same for the same event: `pretix:peer/herbst`.
    pub(super) source: String,
    /// The event.
    pub(super) event: EventRecord,
    /// What is sold, in the order of the shop.
    pub(super) tiers: Vec<TierRecord>,
    /// Pools of places.
    pub(super) quotas: Vec<QuotaRecord>,
    /// Gates.
    pub(super) gates: Vec<GateRecord>,
    /// Questions.
    pub(super) questions: Vec<QuestionRecord>,
    /// Check-in lists.
    pub(super) lists: Vec<ListRecord>,
    /// Orders, oldest first.
    pub(super) orders: Vec<OrderRecord>,
    /// Past scans, in the order in which they were recorded.
    pub(super) scans: Vec<ScanRecord>,
    /// Codes that no longer open a door.
    pub(super) revoked_codes: Vec<RevokedCodeRecord>,
    /// Public keys of signed codes.
    pub(super) signing_keys: Vec<[u8; 32]>,
    /// What a person should know about what was imported.
    pub(super) warnings: Vec<String>,
    /// What was left out, and why.
    pub(super) not_imported: Vec<NotImported>,
    /// Where the export says which currency it is in.
    pub(super) currency_place: Place,
    /// The orders' file, for places of what is found later.
    pub(super) order_file: Document<wire::List<wire::Order>>,
    /// The lists' file.
    pub(super) list_file: Document<wire::List<wire::CheckinList>>,
}

/// The event.
#[derive(Debug, Serialize)]
pub(super) struct EventRecord {
    /// Title in the event's language.
    pub(super) title: String,
    /// Short name.
    pub(super) slug: String,
    /// Whether it is on sale.
    pub(super) is_live: bool,
    /// Whether it is listed.
    pub(super) is_public: bool,
    /// Currency of everything.
    pub(super) currency: Currency,
    /// Local clock.
    pub(super) zone: Zone,
    /// Doors.
    pub(super) doors_at: Option<Timestamp>,
    /// Start.
    pub(super) starts_at: Timestamp,
    /// End.
    pub(super) ends_at: Timestamp,
    /// Where, in one line; empty when the export does not say.
    pub(super) location: String,
}

/// A product, or a variation of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub(super) struct TierKey {
    /// Product.
    pub(super) item: i64,
    /// Variation of it.
    pub(super) variation: Option<i64>,
}

impl std::fmt::Display for TierKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.variation {
            Some(variation) => write!(f, "{}/{variation}", self.item),
            None => write!(f, "{}", self.item),
        }
    }
}

/// Something that is sold.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TierRecord {
    /// Which product it was.
    pub(super) key: TierKey,
    /// `Tagesticket – Freitag`.
    pub(super) name: String,
    /// Description.
    pub(super) description: String,
    /// Price with tax, in minor units.
    pub(super) price_minor: i64,
    /// Percent, as text.
    pub(super) tax_rate: String,
    /// Whether it can be bought.
    pub(super) is_active: bool,
    /// Whether it lets someone in.
    pub(super) is_admission: bool,
    /// Whether the door shall look twice.
    pub(super) needs_attention: bool,
    /// What the door shall read.
    pub(super) door_note: String,
    /// Most pieces in one order.
    pub(super) order_quantity_max: Option<i64>,
    /// Start of sale.
    pub(super) sales_start_at: Option<Timestamp>,
    /// End of sale.
    pub(super) sales_end_at: Option<Timestamp>,
    /// Start of validity.
    pub(super) valid_from: Option<Timestamp>,
    /// End of validity.
    pub(super) valid_until: Option<Timestamp>,
}

/// A pool of places.
#[derive(Debug, Serialize)]
pub(super) struct QuotaRecord {
    /// Number in the export.
    pub(super) id: i64,
    /// Name.
    pub(super) name: String,
    /// Places; none means no limit.
    pub(super) size: Option<i64>,
    /// What draws on it.
    pub(super) tiers: Vec<TierKey>,
}

/// A gate.
#[derive(Debug, Serialize)]
pub(super) struct GateRecord {
    /// Number in the export.
    pub(super) id: i64,
    /// Name.
    pub(super) name: String,
    /// Short name.
    pub(super) code: String,
}

/// A question about a guest.
#[derive(Debug, Serialize)]
pub(super) struct QuestionRecord {
    /// Number in the export.
    pub(super) id: i64,
    /// Short name.
    pub(super) identifier: String,
    /// The words.
    pub(super) question: String,
    /// The stored word for the kind of answer.
    pub(super) answer_kind: &'static str,
    /// Whether it must be answered.
    pub(super) is_required: bool,
    /// Whether the door asks it.
    pub(super) is_asked_at_door: bool,
    /// What can be chosen.
    pub(super) options: Vec<OptionRecord>,
    /// Place in the order of asking.
    pub(super) position: i64,
    /// What it is asked for.
    pub(super) tiers: Vec<TierKey>,
}

/// Something that can be chosen.
#[derive(Debug, Serialize)]
pub(super) struct OptionRecord {
    /// Short name.
    pub(super) identifier: String,
    /// The words.
    pub(super) label: String,
    /// Its number in the export, which scanners answer with.
    pub(super) source_number: i64,
}

/// A check-in list.
#[derive(Debug, Serialize)]
pub(super) struct ListRecord {
    /// Number in the export.
    pub(super) id: i64,
    /// Name, unique within the event.
    pub(super) name: String,
    /// Whether it takes everything.
    pub(super) covers_all_tiers: bool,
    /// Otherwise, what.
    pub(super) tiers: Vec<TierKey>,
    /// Whether a ticket may enter again and again.
    pub(super) allows_multiple_entries: bool,
    /// Whether a ticket may enter again after it left.
    pub(super) allows_reentry_after_exit: bool,
    /// Whether unpaid orders are on it.
    pub(super) includes_pending: bool,
    /// Whether the main ticket's code opens for an add-on.
    pub(super) matches_addons: bool,
    /// Conditions, as the export has them.
    pub(super) rules: serde_json::Value,
    /// When everybody inside counts as gone.
    pub(super) exit_all_at: Option<Timestamp>,
}

/// The states of an order that an export knows; the words are those of `orders.status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum OrderStatus {
    /// Waits for payment or approval; its places are held.
    Pending,
    /// Paid; its places are taken.
    Paid,
    /// Not paid in time; it has no places.
    Expired,
    /// Cancelled; it has no places.
    Cancelled,
}

impl OrderStatus {
    /// The stored word.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Paid => "paid",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }
}

/// An order.
#[derive(Debug, Serialize)]
pub(super) struct OrderRecord {
    /// Where it stands in the export's list.
    #[serde(skip)]
    pub(super) index: usize,
    /// Code.
    pub(super) code: String,
    /// Status.
    pub(super) status: OrderStatus,
    /// Sum of living positions and fees, in minor units.
    pub(super) total_minor: i64,
    /// Buyer.
    pub(super) buyer_name: String,
    /// Buyer's address.
    pub(super) buyer_email: String,
    /// Buyer's number.
    pub(super) buyer_phone: String,
    /// Buyer's language.
    pub(super) locale: String,
    /// Whether it waits for a person's approval.
    pub(super) is_approval_pending: bool,
    /// Whether its tickets open doors before it is paid.
    pub(super) is_valid_while_pending: bool,
    /// When it was placed.
    pub(super) ordered_at: Timestamp,
    /// Until when it may be paid.
    pub(super) expires_at: Option<Timestamp>,
    /// Fees. Not part of the order's own digest: each has one of its own, as have the next three.
    #[serde(skip)]
    pub(super) fees: Vec<FeeRecord>,
    /// Tickets.
    #[serde(skip)]
    pub(super) tickets: Vec<TicketRecord>,
    /// Payments.
    #[serde(skip)]
    pub(super) payments: Vec<PaymentRecord>,
    /// Refunds.
    #[serde(skip)]
    pub(super) refunds: Vec<RefundRecord>,
}

/// A fee.
#[derive(Debug, Serialize)]
pub(super) struct FeeRecord {
    /// `CODE/3`: the order and the fee's number, or its place.
    pub(super) key: String,
    /// The stored word for what it is for.
    pub(super) kind: &'static str,
    /// In words.
    pub(super) name: String,
    /// With tax, in minor units.
    pub(super) gross_minor: i64,
    /// Percent, as text.
    pub(super) tax_rate: String,
    /// Tax within, in minor units.
    pub(super) tax_minor: i64,
    /// Whether it was taken back.
    pub(super) is_cancelled: bool,
}

/// A ticket, or an add-on to one.
#[derive(Debug, Serialize)]
pub(super) struct TicketRecord {
    /// Number in the export.
    pub(super) id: i64,
    /// Number within the order, from 1.
    pub(super) number: i64,
    /// What it is of.
    pub(super) tier: TierKey,
    /// The barcode.
    pub(super) code: String,
    /// With tax, in minor units.
    pub(super) gross_minor: i64,
    /// Percent, as text.
    pub(super) tax_rate: String,
    /// Tax within, in minor units.
    pub(super) tax_minor: i64,
    /// Guest.
    pub(super) holder_name: String,
    /// Guest's address.
    pub(super) holder_email: String,
    /// Guest's company.
    pub(super) holder_company: String,
    /// The ticket this is an add-on to, by its number in the export.
    pub(super) addon_to: Option<i64>,
    /// Start of validity.
    pub(super) valid_from: Option<Timestamp>,
    /// End of validity.
    pub(super) valid_until: Option<Timestamp>,
    /// Why it is blocked; empty when it is not.
    pub(super) block_reason: String,
    /// Whether it was cancelled on its own.
    pub(super) is_cancelled: bool,
    /// Answers. Not part of the ticket's own digest.
    #[serde(skip)]
    pub(super) answers: Vec<AnswerRecord>,
}

/// An answer about a guest.
#[derive(Debug, Serialize)]
pub(super) struct AnswerRecord {
    /// Question, by its number in the export.
    pub(super) question: i64,
    /// What was said.
    pub(super) answer: String,
}

/// A payment.
#[derive(Debug, Serialize)]
pub(super) struct PaymentRecord {
    /// Number within the order.
    pub(super) local_id: i64,
    /// The stored word for its status.
    pub(super) status: &'static str,
    /// The way of paying.
    pub(super) method: PaymentMethod,
    /// In minor units.
    pub(super) amount_minor: i64,
    /// The way of paying as the export names it.
    pub(super) reference: String,
    /// When it was chosen.
    pub(super) created_at: Timestamp,
    /// When the money came.
    pub(super) confirmed_at: Option<Timestamp>,
}

/// A refund.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RefundRecord {
    /// Number within the order.
    pub(super) local_id: i64,
    /// The stored word for its status.
    pub(super) status: &'static str,
    /// The way back.
    pub(super) method: PaymentMethod,
    /// In minor units.
    pub(super) amount_minor: i64,
    /// The payment it gives back, by its number within the order.
    pub(super) payment: Option<i64>,
    /// Why.
    pub(super) reason: String,
    /// When it was decided.
    pub(super) created_at: Timestamp,
}

impl RefundRecord {
    /// Whether the money has left the house.
    pub(super) fn has_left(&self) -> bool {
        matches!(self.status, "in_transit" | "done")
    }
}

/// A scan that happened.
#[derive(Debug, Serialize)]
pub(super) struct ScanRecord {
    /// Number in the export.
    pub(super) id: i64,
    /// The ticket that was found, by its number in the export.
    pub(super) ticket: Option<i64>,
    /// The code that was read; empty when neither the scan nor its ticket says.
    pub(super) raw_code: String,
    /// List, by its number in the export.
    pub(super) list: i64,
    /// Gate, by its number in the export.
    pub(super) gate: Option<i64>,
    /// Device, by name.
    pub(super) device: String,
    /// The stored word for in or out.
    pub(super) direction: &'static str,
    /// The stored word for what the door said.
    pub(super) verdict: &'static str,
    /// Whether someone passed.
    pub(super) is_admitted: bool,
    /// Whether a person overrode a refusal.
    pub(super) is_forced: bool,
    /// When.
    pub(super) scanned_at: Timestamp,
    /// When it was recorded.
    pub(super) recorded_at: Timestamp,
}

/// A code that no longer opens a door.
#[derive(Debug, Serialize)]
pub(super) struct RevokedCodeRecord {
    /// The code.
    pub(super) code: String,
    /// When it was taken back, if the export says so.
    pub(super) revoked_at: Option<Timestamp>,
}
