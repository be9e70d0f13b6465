//! Finding guests by what someone remembers: two letters of a name, the end of a phone number, an address, a code.
//!
//! Names are folded before they are written and before they are asked for, by the same [`fold`]. The index holds a row
//! for each ticket; prefixes of two to four letters have an index of their own.

mod fold;
mod query;
pub(crate) mod store;

pub use fold::{fold, phone_word};
pub use query::{GuestHit, SEARCH_HITS_MAX, find_guests, find_orders};
pub(crate) use query::{GuestWords, json_of_ids};
pub(crate) use store::index;
