//! Selling, refunding, finding orders.

use ::workspace::Tx;
use kernel::{Failure, Permission};
use payments::payment::Tender;
use serde::{Deserialize, Serialize};
use ticketing::order::{
    CompleteOrder, CompletedOrder, PayOrder, ReactivateOrder, cancel_order, complete_order,
    expire_due_orders, list_orders, pay_order, preview_order, preview_refund, reactivate_order, refund_all,
    refund_order, show_order,
};

use super::Nothing;
use crate::{
    desk::Desk,
    print,
    registry::{Command, Topic, read, write},
};

const SALES: &[Topic] = &["order.", "ticket.", "tier.", "event.", "door.", "voucher."];

pub(super) fn commands() -> Vec<Command> {
    vec![
        write("order.complete", Permission::Sell, SALES, complete),
        write("order.pay", Permission::Sell, SALES, |desk, tx, request: PayOrder| {
            require_tender(desk, Some(&request.payment))?;
            pay_order(tx, &request)
        }),
        write("order.cancel", Permission::Refund, SALES, |_, tx, request| cancel_order(tx, &request)),
        write("order.reactivate", Permission::Sell, SALES, |desk, tx, request: ReactivateOrder| {
            require_tender(desk, request.payment.as_ref())?;
            reactivate_order(tx, &request)
        }),
        write("order.sweep", Permission::Sell, SALES, |_, tx, _: Nothing| {
            Ok(SweptOrders { expired: expire_due_orders(tx)? })
        }),
        write("order.refund", Permission::Refund, SALES, |_, tx, request| refund_order(tx, &request)),
        read("order.refund_preview", Permission::Refund, |desk, view, request| {
            preview_refund(view, &request, desk.clock.now())
        }),
        write("event.refund_all", Permission::Refund, SALES, |_, tx, request| refund_all(tx, &request)),
        read("order.preview", Permission::Sell, |desk, view, request| {
            preview_order(view, &request, desk.clock.now())
        }),
        read("order.list", Permission::ViewOrders, |_, view, request| list_orders(view, &request)),
        read("order.show", Permission::ViewOrders, |desk, view, request| {
            let mut order = show_order(view, &request)?;
            print::with_payloads(view, desk.vault, &mut order.tickets)?;
            Ok(order)
        }),
    ]
}

fn complete(desk: &Desk<'_>, tx: &Tx<'_>, request: CompleteOrder) -> Result<CompletedOrder, Failure> {
    require_tenders(desk, &request)?;
    complete_order(tx, &request)
}

/// Each tender of a sale, also where several pay together.
pub(super) fn require_tenders(desk: &Desk<'_>, request: &CompleteOrder) -> Result<(), Failure> {
    let parts = request.payments.iter().map(|part| &part.tender);
    parts.chain([&request.payment]).try_for_each(|tender| require_tender(desk, Some(tender)))
}

/// Giving tickets away needs more than selling them.
pub(super) fn require_tender(desk: &Desk<'_>, tender: Option<&Tender>) -> Result<(), Failure> {
    match tender {
        Some(Tender::Comp { .. }) => desk.require(Permission::Comp),
        Some(
            Tender::Cash { .. } | Tender::Card { .. } | Tender::Transfer { .. } | Tender::Voucher { .. },
        )
        | None => Ok(()),
    }
}

/// How many unpaid orders ran out and gave their places back.
#[derive(Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct SweptOrders {
    /// Orders that expired now.
    #[ts(type = "number")]
    expired: i64,
}
