//! Receipts on paper: what was sold or paid back, the tax in it, and how it was paid.

mod a4;
pub(crate) mod parts;
mod print;
mod roll80;
mod slip;

pub use print::render_receipt;
pub use slip::{
    Issuer, LineMeaning, ReceiptKind, ReceiptLayout, ReceiptLine, ReceiptPayment, ReceiptSlip, TaxSummary,
    Tender,
};
