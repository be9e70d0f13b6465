//! The values a ticket is printed from.

use kernel::{Money, Timestamp, Zone};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::Colour;

/// The paper tickets are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Layout {
    /// A4 upright, one ticket a page, with the terms below it.
    #[serde(rename = "a4")]
    A4,
    /// A4 upright, four tickets a page with cut marks and a stub to tear off.
    #[serde(rename = "a4-4up")]
    A4FourUp,
    /// A thermal roll 80 mm wide; each page is as long as its ticket.
    #[serde(rename = "roll80")]
    Roll80,
}

/// What a ticket must say so that nobody takes it for an ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Watermark {
    /// From the demonstration workspace.
    Demo,
    /// Sold in training.
    Training,
    /// Printed again; its code is that of the first print.
    Reprint,
    /// Cancelled; the door refuses it.
    Void,
}

/// Where the event is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VenueLines {
    /// The venue's name.
    pub name: String,
    /// Street and town, on one line or several.
    #[serde(default)]
    pub address: Option<String>,
}

/// When the event is; printed on the clocks of its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EventTimes {
    /// The event's zone.
    pub zone: Zone,
    /// When the doors open.
    #[serde(default)]
    pub doors_at: Option<Timestamp>,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends.
    #[serde(default)]
    pub ends_at: Option<Timestamp>,
}

/// The tax inside a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TaxPart {
    /// The rate in per cent: `7` for 7 %.
    pub rate: Decimal,
    /// The tax contained in the price.
    pub amount: Money,
}

/// One ticket, ready to be printed. Text may be anything; it is cleaned, wrapped, shrunk and cut to its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketSheet {
    /// Who holds the event.
    pub organizer_name: String,
    /// The event's title.
    pub event_title: String,
    /// Where it is.
    #[serde(default)]
    pub venue: Option<VenueLines>,
    /// When it is.
    pub times: EventTimes,
    /// What kind of ticket this is.
    pub tier_name: String,
    /// The short word on the badge; the tier's name when there is none.
    #[serde(default)]
    pub badge_label: Option<String>,
    /// The badge's colour; the accent when there is none. The label turns black or white to stay readable.
    #[serde(default)]
    pub badge_colour: Option<Colour>,
    /// Who may use the ticket.
    #[serde(default)]
    pub holder_name: Option<String>,
    /// Who bought it; printed when no holder is known.
    #[serde(default)]
    pub buyer_name: Option<String>,
    /// What it cost, tax included; nothing at all is printed for `None`, “free of charge” for zero.
    #[serde(default)]
    pub price: Option<Money>,
    /// The tax inside the price.
    #[serde(default)]
    pub tax: Option<TaxPart>,
    /// The code that people read and type. Eight letters and digits are printed in two groups of four.
    pub code: String,
    /// What the QR code says, byte for byte; at most 666 bytes.
    pub qr_payload: String,
    /// The order it belongs to.
    #[serde(default)]
    pub order_code: Option<String>,
    /// Its number within the event.
    #[serde(default)]
    pub serial: Option<String>,
    /// Terms and house rules, on one line or several.
    #[serde(default)]
    pub terms: Option<String>,
    /// What makes it no ordinary ticket.
    #[serde(default)]
    pub watermark: Option<Watermark>,
    /// The one colour of the design; the product's own when there is none.
    #[serde(default)]
    pub accent: Option<Colour>,
}

/// The part of a ticket that others of its event and tier share: what a kept drawing depends on.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct SharedPart<'s> {
    organizer_name: &'s str,
    event_title: &'s str,
    venue: Option<&'s VenueLines>,
    times: EventTimes,
    tier_name: &'s str,
    badge_label: Option<&'s str>,
    colours: (Option<Colour>, Option<Colour>),
    price: Option<Money>,
    tax: Option<TaxPart>,
    terms: Option<&'s str>,
    watermark: Option<Watermark>,
    has: [bool; 4],
}

impl TicketSheet {
    pub(super) fn shared(&self) -> SharedPart<'_> {
        SharedPart {
            organizer_name: &self.organizer_name,
            event_title: &self.event_title,
            venue: self.venue.as_ref(),
            times: self.times,
            tier_name: &self.tier_name,
            badge_label: self.badge_label.as_deref(),
            colours: (self.badge_colour, self.accent),
            price: self.price,
            tax: self.tax,
            terms: self.terms.as_deref(),
            watermark: self.watermark,
            // Labels are shared, and stand only where there is something to label.
            has: [
                self.holder_name.is_some(),
                self.buyer_name.is_some(),
                self.order_code.is_some(),
                self.serial.is_some(),
            ],
        }
    }
}
