//! Vouchers, fees, group discounts, and what is kept when money goes back.

use kernel::Permission;
use ticketing::{fee_rule, group_discount, order, refund_policy, voucher};

use crate::registry::{Command, Topic, read, write};

/// A voucher may keep places, so what is left of tiers changes too.
const VOUCHERS: &[Topic] = &["voucher.", "tier.", "quota.", "order.preview"];

const PRICES: &[Topic] = &["fee.", "discount.", "order.preview", "voucher.check"];

const POLICIES: &[Topic] = &["refund_policy.", "order.refund_preview"];

pub(super) fn commands() -> Vec<Command> {
    [vouchers(), prices(), policies()].into_iter().flatten().collect()
}

fn vouchers() -> Vec<Command> {
    vec![
        write("voucher.create", Permission::PlanEvents, VOUCHERS, |_, tx, request| {
            voucher::create_voucher(tx, &request)
        }),
        write("voucher.update", Permission::PlanEvents, VOUCHERS, |_, tx, request| {
            voucher::update_voucher(tx, &request)
        }),
        read("voucher.list", Permission::ViewOrders, |desk, view, request| {
            voucher::list_vouchers(view, &request, desk.clock.now())
        }),
        read("voucher.show", Permission::ViewOrders, |desk, view, request| {
            voucher::show_voucher(view, &request, desk.clock.now())
        }),
        read("voucher.check", Permission::Sell, |desk, view, request| {
            order::check_voucher(view, &request, desk.clock.now())
        }),
    ]
}

fn prices() -> Vec<Command> {
    vec![
        write("fee.create", Permission::PlanEvents, PRICES, |_, tx, request| {
            fee_rule::create_fee_rule(tx, &request)
        }),
        write("fee.update", Permission::PlanEvents, PRICES, |_, tx, request| {
            fee_rule::update_fee_rule(tx, &request)
        }),
        read("fee.list", Permission::ViewEvents, |_, view, request| fee_rule::list_fee_rules(view, &request)),
        write("discount.create", Permission::PlanEvents, PRICES, |_, tx, request| {
            group_discount::create_group_discount(tx, &request)
        }),
        write("discount.update", Permission::PlanEvents, PRICES, |_, tx, request| {
            group_discount::update_group_discount(tx, &request)
        }),
        read("discount.list", Permission::ViewEvents, |_, view, request| {
            group_discount::list_group_discounts(view, &request)
        }),
    ]
}

fn policies() -> Vec<Command> {
    vec![
        write("refund_policy.set", Permission::PlanEvents, POLICIES, |_, tx, request| {
            refund_policy::set_refund_policy(tx, &request)
        }),
        read("refund_policy.show", Permission::ViewEvents, |_, view, request| {
            refund_policy::show_refund_policy(view, &request)
        }),
    ]
}
