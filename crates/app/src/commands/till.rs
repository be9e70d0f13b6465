//! Tills and their drawers: opening, selling, cash in and out, counting, reports.

use ::workspace::{Tx, View};
use boxoffice::{
    drawer::{
        TillPayment, TillRefund, TillRefunded, TillSale, TillSold, TillVoid, list_entries, open_without_sale,
        pay_at_till, pay_in, pay_out, record_reprint, refund_at_till, sell_at_till, void_at_till,
    },
    report::{DrawerReport, list_reports, x_report, z_report},
    session::{
        ClosedSession, DrawerState, OfTill, begin_count, close_session, current_session, list_sessions,
        open_session, resume_session,
    },
    till::{create_till, list_tills},
};
use kernel::{Failure, Permission};

use super::{
    Nothing,
    order::{require_tender, require_tenders},
};
use crate::{
    desk::Desk,
    registry::{Command, Topic, read, write},
};

const DRAWER: &[Topic] = &["till."];
const SALES: &[Topic] = &["till.", "order.", "ticket.", "tier.", "event.", "door."];

pub(super) fn commands() -> Vec<Command> {
    [drawers(), sales(), reports()].into_iter().flatten().collect()
}

fn drawers() -> Vec<Command> {
    vec![
        write("till.create", Permission::PlanEvents, DRAWER, |_, tx, request| create_till(tx, &request)),
        read("till.list", Permission::Sell, |_, view, _: Nothing| Ok(list_tills(view)?)),
        read("till.current", Permission::Sell, current),
        write("till.open", Permission::Sell, DRAWER, |_, tx, request| open_session(tx, &request)),
        write("till.pay_in", Permission::Sell, DRAWER, |_, tx, request| pay_in(tx, &request)),
        write("till.pay_out", Permission::Sell, DRAWER, |_, tx, request| pay_out(tx, &request)),
        write("till.no_sale", Permission::Sell, DRAWER, |_, tx, request| open_without_sale(tx, &request)),
        write("till.begin_count", Permission::Sell, DRAWER, |_, tx, request| begin_count(tx, &request)),
        write("till.resume", Permission::Sell, DRAWER, |_, tx, request| resume_session(tx, &request)),
        write("till.close", Permission::Sell, DRAWER, |_, tx, request| -> Result<ClosedSession, Failure> {
            close_session(tx, &request)
        }),
    ]
}

fn sales() -> Vec<Command> {
    vec![
        write("till.sell", Permission::Sell, SALES, sell),
        write("till.pay", Permission::Sell, SALES, pay),
        write("till.refund", Permission::Refund, SALES, refund),
        write("till.void", Permission::Refund, SALES, |desk, tx, request: TillVoid| {
            void_at_till(
                tx,
                &TillVoid { authorised_by: desk.approved_by().map(|user| user.to_string()), ..request },
            )
        }),
        write("till.reprint", Permission::Sell, DRAWER, |_, tx, request| record_reprint(tx, &request)),
    ]
}

fn reports() -> Vec<Command> {
    vec![
        // An X says what is expected: who counts blind may not see it before the count.
        read("till.x_report", Permission::ViewFinance, x),
        read("till.z_report", Permission::Sell, |_, view, request| z_report(view, &request)),
        read("till.z_list", Permission::Sell, |_, view, request| list_reports(view, &request)),
        read("till.sessions", Permission::Sell, |_, view, request| list_sessions(view, &request)),
        read("till.entries", Permission::ViewFinance, |_, view, request| list_entries(view, &request)),
    ]
}

/// How a drawer stands. What is expected in it is for those who may see money: everybody else counts blind.
fn current(desk: &Desk<'_>, view: &View<'_>, request: OfTill) -> Result<DrawerState, Failure> {
    let mut state = current_session(view, &request)?;
    if !desk.may(Permission::ViewFinance) {
        state.expected = None;
    }
    Ok(state)
}

fn sell(desk: &Desk<'_>, tx: &Tx<'_>, request: TillSale) -> Result<TillSold, Failure> {
    require_tenders(desk, &request.order)?;
    sell_at_till(tx, &request)
}

/// Who allowed it is whoever proved to stand beside, never what a request says.
fn refund(desk: &Desk<'_>, tx: &Tx<'_>, request: TillRefund) -> Result<TillRefunded, Failure> {
    refund_at_till(
        tx,
        &TillRefund { authorised_by: desk.approved_by().map(|user| user.to_string()), ..request },
    )
}

fn pay(desk: &Desk<'_>, tx: &Tx<'_>, request: TillPayment) -> Result<TillSold, Failure> {
    require_tender(desk, Some(&request.order.payment))?;
    pay_at_till(tx, &request)
}

fn x(desk: &Desk<'_>, view: &View<'_>, request: OfTill) -> Result<DrawerReport, Failure> {
    x_report(view, &request, desk.clock.now())
}
