//! What is for sale: organizer, event, products with variations, tax rules, quotas, vouchers.

use kernel::{Currency, Zone};
use serde::Deserialize;

use super::values::{Amount, LocalText, Moment, Rate};

/// `organizers/{o}/`.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Organizer {
    /// Unique among the organizers of one installation.
    pub(in crate::import_pretix) slug: String,
}

/// `events/{e}/`.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Event {
    /// Title.
    pub(in crate::import_pretix) name: LocalText,
    /// Unique within the organizer.
    pub(in crate::import_pretix) slug: String,
    /// Whether the shop is open.
    pub(in crate::import_pretix) live: bool,
    /// The one currency of the event.
    pub(in crate::import_pretix) currency: Currency,
    /// Start.
    pub(in crate::import_pretix) date_from: Moment,
    /// End, if one is given.
    #[serde(default)]
    pub(in crate::import_pretix) date_to: Option<Moment>,
    /// When the doors open, if that differs from the start.
    #[serde(default)]
    pub(in crate::import_pretix) date_admission: Option<Moment>,
    /// Whether the event is listed.
    #[serde(default)]
    pub(in crate::import_pretix) is_public: bool,
    /// Start of the web shop's sale.
    #[serde(default)]
    pub(in crate::import_pretix) presale_start: Option<Moment>,
    /// End of the web shop's sale.
    #[serde(default)]
    pub(in crate::import_pretix) presale_end: Option<Moment>,
    /// Where, in free words.
    #[serde(default)]
    pub(in crate::import_pretix) location: LocalText,
    /// Whether this is a series of dates.
    #[serde(default)]
    pub(in crate::import_pretix) has_subevents: bool,
    /// Local clock.
    pub(in crate::import_pretix) timezone: Zone,
    /// Keys of signed tickets.
    #[serde(default)]
    pub(in crate::import_pretix) valid_keys: SigningKeys,
}

/// Public keys by scheme.
#[derive(Debug, Default, Deserialize)]
pub(in crate::import_pretix) struct SigningKeys {
    /// Keys of the scheme `pretix_sig1`: base64 around a PEM block.
    #[serde(default)]
    pub(in crate::import_pretix) pretix_sig1: Vec<String>,
}

/// `events/{e}/settings/`.
#[derive(Debug, Default, Deserialize)]
pub(in crate::import_pretix) struct Settings {
    /// The event's own language.
    #[serde(default)]
    pub(in crate::import_pretix) locale: Option<String>,
}

/// A product.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Item {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// Name.
    pub(in crate::import_pretix) name: LocalText,
    /// Whether it can be bought.
    pub(in crate::import_pretix) active: bool,
    /// Description.
    #[serde(default)]
    pub(in crate::import_pretix) description: LocalText,
    /// Price; the variations' own price comes before it.
    pub(in crate::import_pretix) default_price: Amount,
    /// Percent.
    pub(in crate::import_pretix) tax_rate: Rate,
    /// The rule that the rate comes from.
    #[serde(default)]
    pub(in crate::import_pretix) tax_rule: Option<i64>,
    /// Whether it lets someone in.
    pub(in crate::import_pretix) admission: bool,
    /// Place in lists.
    #[serde(default)]
    pub(in crate::import_pretix) position: i64,
    /// The category it is listed under.
    #[serde(default)]
    pub(in crate::import_pretix) category: Option<i64>,
    /// Start of sale.
    #[serde(default)]
    pub(in crate::import_pretix) available_from: Option<Moment>,
    /// End of sale.
    #[serde(default)]
    pub(in crate::import_pretix) available_until: Option<Moment>,
    /// Most pieces in one order.
    #[serde(default)]
    pub(in crate::import_pretix) max_per_order: Option<i64>,
    /// Whether the door shall look twice.
    #[serde(default)]
    pub(in crate::import_pretix) checkin_attention: bool,
    /// What the door shall read.
    #[serde(default)]
    pub(in crate::import_pretix) checkin_text: Option<String>,
    /// Its variations.
    #[serde(default)]
    pub(in crate::import_pretix) variations: Vec<Variation>,
    /// Start of validity of every ticket of it.
    #[serde(default)]
    pub(in crate::import_pretix) validity_fixed_from: Option<Moment>,
    /// End of validity of every ticket of it.
    #[serde(default)]
    pub(in crate::import_pretix) validity_fixed_until: Option<Moment>,
    /// `fixed`, `dynamic` or nothing.
    #[serde(default)]
    pub(in crate::import_pretix) validity_mode: Option<String>,
    /// Whether the buyer may pay more.
    #[serde(default)]
    pub(in crate::import_pretix) free_price: bool,
    /// Whether only a voucher opens it.
    #[serde(default)]
    pub(in crate::import_pretix) require_voucher: bool,
    /// Whether an order of it waits for approval.
    #[serde(default)]
    pub(in crate::import_pretix) require_approval: bool,
}

/// A variation of a product.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Variation {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// Name.
    pub(in crate::import_pretix) value: LocalText,
    /// Whether it can be bought.
    pub(in crate::import_pretix) active: bool,
    /// Its own price, else the product's.
    #[serde(default)]
    pub(in crate::import_pretix) default_price: Option<Amount>,
    /// Place among its siblings.
    #[serde(default)]
    pub(in crate::import_pretix) position: i64,
    /// Whether the door shall look twice.
    #[serde(default)]
    pub(in crate::import_pretix) checkin_attention: bool,
    /// What the door shall read.
    #[serde(default)]
    pub(in crate::import_pretix) checkin_text: Option<String>,
    /// Start of sale.
    #[serde(default)]
    pub(in crate::import_pretix) available_from: Option<Moment>,
    /// End of sale.
    #[serde(default)]
    pub(in crate::import_pretix) available_until: Option<Moment>,
}

/// A tax rule.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct TaxRule {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// Whether products with this rule are priced with tax.
    pub(in crate::import_pretix) price_includes_tax: bool,
}

/// A pool of places.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Quota {
    /// Number within the installation.
    pub(in crate::import_pretix) id: i64,
    /// Name.
    pub(in crate::import_pretix) name: String,
    /// Places; nothing means no limit.
    #[serde(default)]
    pub(in crate::import_pretix) size: Option<i64>,
    /// Products that draw on it.
    pub(in crate::import_pretix) items: Vec<i64>,
    /// Which of their variations do.
    pub(in crate::import_pretix) variations: Vec<i64>,
    /// Whether it is shut whatever is left.
    #[serde(default)]
    pub(in crate::import_pretix) closed: bool,
    /// Whether a place is free again when its guest leaves.
    #[serde(default)]
    pub(in crate::import_pretix) release_after_exit: bool,
}

/// A voucher: counted only.
#[derive(Debug, Deserialize)]
pub(in crate::import_pretix) struct Voucher {
    /// How often it was used.
    #[serde(default)]
    pub(in crate::import_pretix) redeemed: u64,
    /// Whether it keeps a place for its holder.
    #[serde(default)]
    pub(in crate::import_pretix) block_quota: bool,
    /// How often it may be used.
    #[serde(default)]
    pub(in crate::import_pretix) max_usages: u64,
    /// Until when.
    #[serde(default)]
    pub(in crate::import_pretix) valid_until: Option<Moment>,
}
