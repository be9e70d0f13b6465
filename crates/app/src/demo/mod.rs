//! The demo venue: an invented house on an invented night, made through the same commands as everything else.

mod cast;
mod night;
mod venue;

pub use night::{DemoSummary, Refusals, Step, run_night};
pub use venue::{DemoVenue, open_venue};
