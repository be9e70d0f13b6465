//! What is beyond the file, behind ports: printers.
//!
//! Nothing here knows the workspace. A port is handed bytes and says what became of them, in words that the queue can
//! act on; every wait has an end, so a dead device never holds up a sale.

pub mod printer;
