//! Single tickets: finding, stopping, replacing.

use kernel::Permission;
use ticketing::ticket::{
    block_ticket, list_tickets, reissue_ticket, show_ticket, unblock_ticket, void_ticket,
};

use crate::{
    print,
    registry::{Command, Topic, read, write},
};

const TICKETS: &[Topic] = &["order.", "ticket.", "tier.", "event.", "door."];

pub(super) fn commands() -> Vec<Command> {
    vec![
        read("ticket.list", Permission::ViewOrders, |desk, view, request| {
            let mut page = list_tickets(view, &request)?;
            print::with_payloads(view, desk.vault, &mut page.rows)?;
            Ok(page)
        }),
        read("ticket.show", Permission::ViewOrders, |desk, view, request| {
            let mut detail = show_ticket(view, &request)?;
            print::with_payloads(view, desk.vault, std::slice::from_mut(&mut detail.ticket))?;
            Ok(detail)
        }),
        write("ticket.void", Permission::Refund, TICKETS, |_, tx, request| void_ticket(tx, &request)),
        write("ticket.block", Permission::Refund, TICKETS, |_, tx, request| block_ticket(tx, &request)),
        write("ticket.unblock", Permission::Refund, TICKETS, |_, tx, request| unblock_ticket(tx, &request)),
        write("ticket.reissue", Permission::Refund, TICKETS, |_, tx, request| reissue_ticket(tx, &request)),
    ]
}
