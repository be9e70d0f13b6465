//! An export as checked records: references resolve, amounts are whole minor units, words are chosen in the
//! event's language. Making them needs no database, so a broken export is refused before anything is opened.

mod catalog;
mod door;
mod export;
mod orders;
mod sale;
#[cfg(test)]
mod tests;

use kernel::{Currency, Timestamp, Zone};
use serde::Serialize;

use super::{read::parse::Document, refusal::Place, report::NotImported, wire};

pub(super) use export::read_export;
pub(super) use sale::{
    AnswerRecord, FeeRecord, OrderRecord, OrderStatus, PaymentRecord, RefundRecord, TicketRecord,
};

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
