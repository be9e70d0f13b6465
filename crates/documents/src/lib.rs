//! Printed documents: values in, bytes out. Tickets, receipts, drawer reports, labels and QR codes; no SQL, no clock,
//! no files.
//!
//! [`render_tickets`], [`render_receipt`] and [`render_drawer_report`] make PDF, [`encode_qr`] makes the modules of a
//! QR code; [`spreadsheet`] makes and reads tables, [`Slip`]s and [`Label`]s become the bytes of roll and label printers (`thermal/`). Everything that depends
//! on a language comes from `assets/locales/<language>/documents.ftl`, every letter from the fonts in `assets/fonts`,
//! both built into the program.
//!
//! How a document comes about: the layout (`ticket/`, `receipt/`, `drawer/`) asks the composer to set text (`text/`:
//! clean, choose fonts, shape, wrap), draws on a canvas (`pdf/canvas.rs`), and the file (`pdf/file.rs`) keeps pages and
//! the parts that many pages share. Fonts are cut down to the glyphs used once per file (`pdf/ink.rs`).
//!
//! Invariants: no text, however hostile, makes rendering panic, leave its box or spoil the file; a character that
//! no font has is printed as its `U+` number; the same input gives the same bytes.
//! To add a layout, write one file beside `ticket/a4.rs` and a variant of [`Layout`].

mod colour;
mod drawer;
mod error;
mod pdf;
mod qr;
mod receipt;
pub mod spreadsheet;
mod text;
mod thermal;
mod ticket;
mod wording;

pub use colour::{Colour, NotAColour};
pub use drawer::{
    DrawerCashLines, DrawerHappening, DrawerLine, DrawerNoteLine, DrawerPieces, DrawerReportKind,
    DrawerSheet, DrawerTenderLine, DrawerTenderName, render_drawer_report,
};
pub use error::DocumentError;
pub use pdf::Printed;
pub use qr::{QrMatrix, encode_qr};
pub use receipt::{
    Issuer, LineMeaning, ReceiptKind, ReceiptLayout, ReceiptLine, ReceiptPayment, ReceiptSlip, TaxSummary,
    Tender, render_receipt,
};
pub use thermal::{
    Align, Bitmap, Block, CodePage, Column, ColumnWidth, Copy, DrawerPin, EscPos, Label, LabelSize, QrMethod,
    Roll, Size, Slip, Style, draw_slip, drawer_pulse, encode_label, encode_slip, label_of_ticket,
    receipt_slip, ticket_slip,
};
pub use ticket::{EventTimes, Layout, TaxPart, TicketSheet, VenueLines, Watermark, render_tickets};
pub use wording::Locale;
