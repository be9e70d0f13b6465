//! The values a receipt is printed from. Amounts are printed as they come: a refund's are negative already.

use kernel::{Money, Timestamp, Zone};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::Watermark;

/// The paper receipts are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ReceiptLayout {
    /// A4 upright, with as many pages as the lines need.
    #[serde(rename = "a4")]
    A4,
    /// A thermal roll 80 mm wide; the page is as long as the receipt.
    #[serde(rename = "roll80")]
    Roll80,
}

/// Which way the money went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptKind {
    /// From the customer to the organizer.
    Sale,
    /// Back to the customer.
    Refund,
}

/// Who gives the receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuer {
    /// The organizer's name.
    pub name: String,
    /// Street and town, on one line or several.
    #[serde(default)]
    pub address: Option<String>,
    /// The number tax offices know it by.
    #[serde(default)]
    pub tax_number: Option<String>,
}

/// What a line stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineMeaning {
    /// Something that was sold or paid back; its text says what.
    #[default]
    Thing,
    /// What was taken off the line above.
    Discount,
    /// What coins rounded.
    Rounding,
}

/// One line of what was sold or paid back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLine {
    /// What it stands for.
    #[serde(default)]
    pub meaning: LineMeaning,
    /// What it is, for a thing; discounts and rounding are called by the paper's own words.
    pub text: String,
    /// More about it, smaller: the event, the ticket codes.
    #[serde(default)]
    pub detail: Option<String>,
    /// How many.
    pub quantity: i64,
    /// The price of one; left out for fees and the like.
    #[serde(default)]
    pub unit_price: Option<Money>,
    /// The line's amount, tax included.
    pub amount: Money,
    /// The tax rate in per cent.
    #[serde(default)]
    pub tax_rate: Option<Decimal>,
}

/// The tax of one rate over all lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxSummary {
    /// The rate in per cent: `7` for 7 %.
    pub rate: Decimal,
    /// Without tax.
    pub net: Money,
    /// The tax.
    pub tax: Money,
    /// With tax.
    pub gross: Money,
}

/// How money moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Tender {
    /// Notes and coins.
    Cash {
        /// What the customer handed over.
        #[serde(default)]
        tendered: Option<Money>,
        /// What came back.
        #[serde(default)]
        change: Option<Money>,
    },
    /// A card terminal.
    Card {
        /// The terminal's reference.
        #[serde(default)]
        reference: Option<String>,
    },
    /// A bank transfer.
    Transfer {
        /// The transfer's reference.
        #[serde(default)]
        reference: Option<String>,
    },
    /// A voucher that holds money.
    Voucher {
        /// Its code.
        #[serde(default)]
        code: Option<String>,
    },
    /// Nothing was paid.
    Complimentary {
        /// Why.
        #[serde(default)]
        reason: Option<String>,
    },
}

/// A payment, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptPayment {
    /// How it was paid.
    #[serde(flatten)]
    pub tender: Tender,
    /// What of the total it covers.
    pub amount: Money,
}

/// One receipt, ready to be printed. Text may be anything; it is cleaned, wrapped, shrunk and cut to its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptSlip {
    /// Who gives it.
    pub issuer: Issuer,
    /// Sale or refund.
    pub kind: ReceiptKind,
    /// Its number in the gapless series.
    pub number: String,
    /// When it was given; printed on the clocks of `zone`.
    pub issued_at: Timestamp,
    /// The zone of the till or the event.
    pub zone: Zone,
    /// The order it belongs to.
    #[serde(default)]
    pub order_code: Option<String>,
    /// The receipt that a refund refers to.
    #[serde(default)]
    pub refers_to: Option<String>,
    /// Who served.
    #[serde(default)]
    pub cashier_name: Option<String>,
    /// Who bought.
    #[serde(default)]
    pub customer_name: Option<String>,
    /// What was sold or paid back.
    pub lines: Vec<ReceiptLine>,
    /// The tax, by rate.
    #[serde(default)]
    pub taxes: Vec<TaxSummary>,
    /// The sum of the lines.
    pub total: Money,
    /// How it was paid.
    #[serde(default)]
    pub payments: Vec<ReceiptPayment>,
    /// Words at the end: thanks, terms, opening hours.
    #[serde(default)]
    pub terms: Option<String>,
    /// What makes it no ordinary receipt.
    #[serde(default)]
    pub watermark: Option<Watermark>,
}
