//! The SQL of tickets: [`rows`] reads what people see, [`life`] writes and reads what use-cases change.

pub(crate) mod life;
pub(crate) mod rows;

pub(crate) use life::{
    NewTicket, TicketLife, change, end, insert, life, lives_of_order, repoint_addons, revoke,
};
pub(crate) use rows::{among, by_code, by_email, by_order_code, chain, count};
pub use rows::{ticket_row, tickets_by_ids, tickets_of_event, tickets_of_order};
