//! Single tickets: finding, stopping, replacing.

use kernel::Permission;
use ticketing::{
    ticket::{block_ticket, list_tickets, reissue_ticket, show_ticket, unblock_ticket, void_ticket},
    transfer::{accept_transfer, cancel_transfer, list_transfers, start_transfer, sweep_transfers},
};

use super::Nothing;
use crate::{
    print,
    registry::{Command, Topic, read, write},
};

const TICKETS: &[Topic] = &["order.", "ticket.", "tier.", "event.", "door.", "voucher.", "transfer."];

const TRANSFERS: &[Topic] = &["transfer."];

pub(super) fn commands() -> Vec<Command> {
    [tickets(), transfers()].into_iter().flatten().collect()
}

fn transfers() -> Vec<Command> {
    vec![
        write("transfer.start", Permission::Sell, TRANSFERS, |_, tx, request| start_transfer(tx, &request)),
        write("transfer.accept", Permission::Sell, TICKETS, |desk, tx, request| {
            let mut accepted = accept_transfer(tx, &request)?;
            print::with_payloads(tx, desk.vault, std::slice::from_mut(&mut accepted.ticket))?;
            Ok(accepted)
        }),
        write("transfer.cancel", Permission::Sell, TRANSFERS, |_, tx, request| cancel_transfer(tx, &request)),
        write("transfer.sweep", Permission::Sell, TRANSFERS, |_, tx, _: Nothing| sweep_transfers(tx)),
        read("transfer.list", Permission::ViewOrders, |desk, view, request| {
            list_transfers(view, &request, desk.clock.now())
        }),
    ]
}

fn tickets() -> Vec<Command> {
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
