//! Selling, refunding, finding orders.

use ::workspace::Tx;
use kernel::{Failure, Permission};
use payments::payment::Tender;
use ticketing::order::{
    CompleteOrder, CompletedOrder, complete_order, list_orders, pay_order, refund_order, show_order,
};

use crate::{
    desk::Desk,
    print,
    registry::{Command, Topic, read, write},
};

const SALES: &[Topic] = &["order.", "ticket.", "tier.", "event.", "door."];

pub(super) fn commands() -> Vec<Command> {
    vec![
        write("order.complete", Permission::Sell, SALES, complete),
        write("order.pay", Permission::Sell, SALES, |_, tx, request| pay_order(tx, &request)),
        write("order.refund", Permission::Refund, SALES, |_, tx, request| refund_order(tx, &request)),
        read("order.list", Permission::ViewOrders, |_, view, request| list_orders(view, &request)),
        read("order.show", Permission::ViewOrders, |desk, view, request| {
            let mut order = show_order(view, &request)?;
            print::with_payloads(view, desk.vault, &mut order.tickets)?;
            Ok(order)
        }),
    ]
}

/// Giving tickets away needs more than selling them.
fn complete(desk: &Desk<'_>, tx: &Tx<'_>, request: CompleteOrder) -> Result<CompletedOrder, Failure> {
    if matches!(request.payment, Tender::Comp { .. }) {
        desk.session.require(Permission::Comp)?;
    }
    complete_order(tx, &request)
}
