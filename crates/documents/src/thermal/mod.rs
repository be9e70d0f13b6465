//! What thermal printers take: bytes of ESC/POS for rolls and of ZPL for labels.
//!
//! Whatever goes on a roll is a [`Slip`] first: blocks of text, columns, rules and codes. [`ticket_slip`] and
//! [`receipt_slip`] make slips of what the box office sells; anything else (a drawer's report, a test page) is built
//! from blocks. [`encode_slip`] writes a slip in the printer's own letters, block by block; a block with a letter
//! that the printer's code page lacks is drawn by the product's fonts instead, so every name prints as it is
//! written. [`draw_slip`] draws the whole slip: the preview, and what printers without code pages are sent.
//!
//! The command set is small and fixed, and every command is written in one place (`escpos.rs`, `zpl.rs`).

mod bitmap;
mod code_page;
mod draw;
mod escpos;
mod receipt;
mod slip;
mod ticket;
mod typed;
mod zpl;

pub use bitmap::Bitmap;
pub use code_page::CodePage;
pub use draw::draw_slip;
pub use escpos::{DrawerPin, EscPos, QrMethod, drawer_pulse, encode_slip};
pub use receipt::receipt_slip;
pub use slip::{Align, Block, Column, ColumnWidth, Roll, Size, Slip, Style};
pub use ticket::{Copy, ticket_slip};
pub use zpl::{Label, LabelSize, encode_label, label_of_ticket};
