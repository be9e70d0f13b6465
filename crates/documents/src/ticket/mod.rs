//! Tickets on paper: what one needs to know, and the layouts it is printed in.

mod a4;
mod four_up;
pub(crate) mod parts;
mod print;
mod roll80;
mod sheet;

pub use print::render_tickets;
pub use sheet::{EventTimes, Layout, TaxPart, TicketSheet, VenueLines, Watermark};

#[cfg(test)]
mod tests {
    use super::{a4, four_up, roll80};
    use crate::pdf::mm;

    #[test]
    fn codes_of_every_version_are_wide_enough_to_scan() {
        for (side, least) in [(a4::QR_SIDE, 30.0), (four_up::QR_SIDE, 30.0), (roll80::QR_SIDE, 25.0)] {
            for version in 1..=20_u16 {
                let modules = f32::from(17 + 4 * version);
                let symbol = side * modules / (modules + 8.0);
                assert!(symbol >= mm(least), "version {version} is {} mm wide", symbol / mm(1.0));
                assert!(
                    symbol / modules >= mm(0.3),
                    "a module of version {version} is a third of a millimetre"
                );
            }
        }
    }
}
