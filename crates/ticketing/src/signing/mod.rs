//! Signed ticket codes: a door can tell a real ticket without a network (domain.md, 2.5).
//!
//! Every event has a key pair of its own. Public halves are in the file, several may be valid at a time; the private
//! half is in a [`KeyVault`], never in the file. Nothing about a payload is stored but the ticket's code: it is signed
//! when a ticket is printed or shown, never while it is sold.

mod base32;
mod fill;
mod key;
pub mod payload;
pub mod scanned;
pub(crate) mod store;

pub use fill::fill_payloads;
pub use key::{KeyVault, MemoryVault, SigningKeyId, ensure_key, public_keys, signing_key};
pub use payload::{KeyHint, MalformedPayload, SignedTicket, TicketClaim, sign};
pub use scanned::Scanned;
