//! Reports of a till's drawer on paper: X and Z.

mod paper;
mod print;
mod sections;
mod sheet;

pub use print::render_drawer_report;
pub use sheet::{
    DrawerCashLines, DrawerHappening, DrawerLine, DrawerNoteLine, DrawerPieces, DrawerReportKind,
    DrawerSheet, DrawerTenderLine, DrawerTenderName,
};
