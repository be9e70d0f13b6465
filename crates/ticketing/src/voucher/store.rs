//! The SQL of vouchers and their redemptions.

use events::EventId;
use kernel::{Fault, Money, Timestamp, clock::to_micros, id::Id};
use payments::OrderId;
use workspace::{Row, Tx, View, params};

use super::{VoucherId, VoucherRedemptionId, VoucherUse};
use crate::{hold::HoldId, quota::QuotaId, ticket::TicketId, tier::TierId};

const BY_CODE: &str =
    "select id, event_id, code, note, kind, percent, amount_minor, currency, budget_minor, max_usages,
      min_usages, max_usages_per_customer, valid_from, valid_until, quota_id, block_quota, allow_ignore_quota,
      show_hidden, is_active, hold_id, version
    from vouchers where event_id = ?1 and code = ?2 collate nocase and deleted_at is null";

const BY_ID: &str =
    "select id, event_id, code, note, kind, percent, amount_minor, currency, budget_minor, max_usages,
      min_usages, max_usages_per_customer, valid_from, valid_until, quota_id, block_quota, allow_ignore_quota,
      show_hidden, is_active, hold_id, version
    from vouchers where id = ?1 and deleted_at is null";

const OF_EVENT: &str = "select id, event_id, code, note, kind, percent, amount_minor, currency, budget_minor, max_usages,
      min_usages, max_usages_per_customer, valid_from, valid_until, quota_id, block_quota, allow_ignore_quota,
      show_hidden, is_active, hold_id, version
    from vouchers
    where event_id = ?1 and deleted_at is null and (?2 = '' or instr(lower(code || ' ' || note), lower(?2)) > 0)
    order by id desc";

/// Named tiers, else those of its quota.
const TIERS: &str = "select tier_id from voucher_tiers where voucher_id = ?1
    union
    select link.tier_id from vouchers voucher join quota_tiers link on link.quota_id = voucher.quota_id
    where voucher.id = ?1
    order by tier_id";

const USE: &str = "select
      (select count(*) from voucher_redemptions where voucher_id = ?1 and returned_at is null) as usages,
      (select count(*) from voucher_redemptions
        where voucher_id = ?1 and returned_at is null and customer = ?2 and ?2 <> '') as by_customer,
      coalesce((
        select sum(discount_minor) from voucher_redemptions where voucher_id = ?1 and returned_at is null
      ), 0) as discounted_minor,
      coalesce((
        select sum(line.quantity) from ticket_hold_vouchers line
        join ticket_holds hold on hold.id = line.hold_id
        where line.voucher_id = ?1 and hold.status = 'active' and hold.expires_at > ?3
      ), 0) as in_baskets";

/// What a voucher's money has paid less what came back to it.
const SPENT: &str = "select
      coalesce(sum(payment.amount_minor), 0) - coalesce(sum((
        select sum(refund.amount_minor) from refunds refund
        where refund.payment_id = payment.id and refund.method = 'voucher'
          and refund.status in ('created', 'in_transit', 'done')
      )), 0) as spent_minor
    from payments payment
    join orders ordered on ordered.id = payment.order_id
    where payment.method = 'voucher' and payment.status = 'confirmed' and payment.reference = ?2
      and ordered.event_id = ?1";

const KEPT: &str = "select coalesce(sum(line.quantity), 0) as kept from ticket_hold_lines line
    join ticket_holds hold on hold.id = line.hold_id
    where hold.id = ?1 and hold.status = 'active' and hold.expires_at > ?2";

const INSERT: &str = "insert into vouchers
    (id, event_id, code, note, kind, percent, amount_minor, currency, budget_minor, max_usages, min_usages,
     max_usages_per_customer, valid_from, valid_until, quota_id, block_quota, allow_ignore_quota, show_hidden,
     is_active, hold_id, created_at, updated_at, created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?21, ?22, ?22)";

const UPDATE: &str = "update vouchers
    set code = ?3, note = ?4, kind = ?5, percent = ?6, amount_minor = ?7, budget_minor = ?8, max_usages = ?9,
        min_usages = ?10, max_usages_per_customer = ?11, valid_from = ?12, valid_until = ?13, quota_id = ?14,
        block_quota = ?15, allow_ignore_quota = ?16, show_hidden = ?17, is_active = ?18,
        updated_at = ?19, updated_by_user_id = ?20, version = version + 1
    where id = ?1 and version = ?2";

/// Which hold keeps its places is not a change of the voucher as it is planned, so its version stays.
const SET_HOLD: &str = "update vouchers set hold_id = ?2 where id = ?1";

const LINK: &str = "insert into voucher_tiers (voucher_id, tier_id, created_at) values (?1, ?2, ?3)";

const UNLINK: &str = "delete from voucher_tiers where voucher_id = ?1";

const REDEEM: &str = "insert into voucher_redemptions
    (id, voucher_id, order_id, ticket_id, customer, discount_minor, currency, created_at, updated_at,
     created_by_user_id, updated_by_user_id)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?9)";

const RETURN: &str = "update voucher_redemptions
    set returned_at = ?2, updated_at = ?2, updated_by_user_id = ?3, version = version + 1
    where ticket_id = ?1 and returned_at is null";

const FOLLOW: &str = "update voucher_redemptions
    set ticket_id = ?2, updated_at = ?3, updated_by_user_id = ?4, version = version + 1
    where ticket_id = ?1 and returned_at is null";

const OF_TICKET: &str =
    "select voucher_id from voucher_redemptions where ticket_id = ?1 and returned_at is null";

const KEEP_IN_BASKET: &str =
    "insert into ticket_hold_vouchers (hold_id, voucher_id, tier_id, quantity, created_at)
    values (?1, ?2, ?3, ?4, ?5)";

const IN_BASKET: &str = "select coalesce(sum(line.quantity), 0) as quantity from ticket_hold_vouchers line
    join ticket_holds hold on hold.id = line.hold_id
    where line.hold_id = ?1 and line.voucher_id = ?2 and hold.status = 'active' and hold.expires_at > ?3";

const QUOTA: &str = "select id from quotas where event_id = ?1 and name = ?2 and deleted_at is null";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[
    BY_CODE,
    BY_ID,
    OF_EVENT,
    TIERS,
    USE,
    SPENT,
    KEPT,
    INSERT,
    UPDATE,
    SET_HOLD,
    LINK,
    UNLINK,
    REDEEM,
    RETURN,
    FOLLOW,
    OF_TICKET,
    KEEP_IN_BASKET,
    IN_BASKET,
    QUOTA,
];

/// A voucher as stored, with the tiers it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredVoucher {
    pub(crate) id: VoucherId,
    pub(crate) event: EventId,
    pub(crate) note: String,
    pub(crate) terms: super::VoucherTerms,
    pub(crate) quota: Option<QuotaId>,
    pub(crate) block_quota: bool,
    pub(crate) allow_ignore_quota: bool,
    pub(crate) show_hidden: bool,
    pub(crate) hold: Option<HoldId>,
    pub(crate) version: i64,
}

/// A ticket bought with a voucher.
pub(crate) struct NewRedemption<'a> {
    pub(crate) voucher: VoucherId,
    pub(crate) order: OrderId,
    pub(crate) ticket: TicketId,
    pub(crate) customer: &'a str,
    pub(crate) discount: Money,
}

pub(crate) fn by_code(view: &View<'_>, event: EventId, code: &str) -> Result<Option<StoredVoucher>, Fault> {
    let found = view.optional(BY_CODE, params![event.bytes(), code], from_row)?;
    found.map(|voucher| with_tiers(view, voucher)).transpose()
}

pub(crate) fn by_id(view: &View<'_>, id: VoucherId) -> Result<Option<StoredVoucher>, Fault> {
    let found = view.optional(BY_ID, params![id.bytes()], from_row)?;
    found.map(|voucher| with_tiers(view, voucher)).transpose()
}

/// The vouchers of an event, newest first; `search` stands in code or note.
pub(super) fn of_event(view: &View<'_>, event: EventId, search: &str) -> Result<Vec<StoredVoucher>, Fault> {
    let found = view.all(OF_EVENT, params![event.bytes(), search], from_row)?;
    found.into_iter().map(|voucher| with_tiers(view, voucher)).collect()
}

/// What was used of a voucher at `now`; `customer` is a folded address, empty when unknown.
pub(crate) fn usage(
    view: &View<'_>,
    voucher: &StoredVoucher,
    customer: &str,
    now: Timestamp,
) -> Result<VoucherUse, Fault> {
    let currency = voucher.terms.amount.currency;
    view.one(USE, params![voucher.id.bytes(), customer, to_micros(now)], |row| {
        Ok(VoucherUse {
            usages: row.int("usages")?,
            in_baskets: row.int("in_baskets")?,
            by_customer: row.int("by_customer")?,
            discounted: Money::new(row.int("discounted_minor")?, currency),
        })
    })
}

/// What the money of a `balance` voucher has paid.
pub(crate) fn spent(view: &View<'_>, voucher: &StoredVoucher) -> Result<Money, Fault> {
    let minor =
        view.one(SPENT, params![voucher.event.bytes(), voucher.terms.code], |row| row.int("spent_minor"))?;
    Ok(Money::new(minor, voucher.terms.amount.currency))
}

/// How many places a voucher keeps at `now`.
pub(crate) fn kept(view: &View<'_>, voucher: &StoredVoucher, now: Timestamp) -> Result<i64, Fault> {
    let Some(hold) = voucher.hold else { return Ok(0) };
    view.one(KEPT, params![hold.bytes(), to_micros(now)], |row| row.int("kept"))
}

pub(super) fn insert(tx: &Tx<'_>, voucher: &StoredVoucher) -> Result<(), Fault> {
    let terms = &voucher.terms;
    tx.execute_one(
        INSERT,
        params![
            voucher.id.bytes(),
            voucher.event.bytes(),
            terms.code,
            voucher.note,
            terms.kind.as_str(),
            terms.percent.to_string(),
            terms.amount.minor,
            terms.amount.currency.code(),
            terms.budget.map(|budget| budget.minor),
            terms.max_usages,
            terms.min_usages,
            terms.max_usages_per_customer,
            terms.valid_from.map(to_micros),
            terms.valid_until.map(to_micros),
            voucher.quota.map(|quota| quota.bytes()),
            voucher.block_quota,
            voucher.allow_ignore_quota,
            voucher.show_hidden,
            terms.is_active,
            voucher.hold.map(|hold| hold.bytes()),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(super) fn update(tx: &Tx<'_>, voucher: &StoredVoucher) -> Result<(), Fault> {
    let terms = &voucher.terms;
    tx.execute_one(
        UPDATE,
        params![
            voucher.id.bytes(),
            voucher.version,
            terms.code,
            voucher.note,
            terms.kind.as_str(),
            terms.percent.to_string(),
            terms.amount.minor,
            terms.budget.map(|budget| budget.minor),
            terms.max_usages,
            terms.min_usages,
            terms.max_usages_per_customer,
            terms.valid_from.map(to_micros),
            terms.valid_until.map(to_micros),
            voucher.quota.map(|quota| quota.bytes()),
            voucher.block_quota,
            voucher.allow_ignore_quota,
            voucher.show_hidden,
            terms.is_active,
            tx.now_micros(),
            tx.actor()
        ],
    )
}

pub(crate) fn set_hold(tx: &Tx<'_>, voucher: VoucherId, hold: Option<HoldId>) -> Result<(), Fault> {
    tx.execute_one(SET_HOLD, params![voucher.bytes(), hold.map(|hold| hold.bytes())])
}

/// Names the tiers a voucher is for, instead of those before.
pub(super) fn set_tiers(tx: &Tx<'_>, voucher: VoucherId, tiers: &[TierId]) -> Result<(), Fault> {
    tx.execute(UNLINK, params![voucher.bytes()])?;
    tiers
        .iter()
        .try_for_each(|tier| tx.execute_one(LINK, params![voucher.bytes(), tier.bytes(), tx.now_micros()]))
}

pub(crate) fn redeem(tx: &Tx<'_>, new: &NewRedemption<'_>) -> Result<(), Fault> {
    let id: VoucherRedemptionId = tx.new_id()?;
    tx.execute_one(
        REDEEM,
        params![
            id.bytes(),
            new.voucher.bytes(),
            new.order.bytes(),
            new.ticket.bytes(),
            new.customer,
            new.discount.minor,
            new.discount.currency.code(),
            tx.now_micros(),
            tx.actor()
        ],
    )
}

/// The voucher by which a ticket that still stands was bought.
pub(crate) fn voucher_of_ticket(view: &View<'_>, ticket: TicketId) -> Result<Option<VoucherId>, Fault> {
    view.optional(OF_TICKET, params![ticket.bytes()], |row| row.id("voucher_id"))
}

/// Gives the usage and the budget of a ticket back.
pub(crate) fn give_back(tx: &Tx<'_>, ticket: TicketId) -> Result<(), Fault> {
    tx.execute(RETURN, params![ticket.bytes(), tx.now_micros(), tx.actor()]).map(|_| ())
}

/// A ticket was replaced: its redemption belongs to the new one.
pub(crate) fn follow(tx: &Tx<'_>, from: TicketId, to: TicketId) -> Result<(), Fault> {
    tx.execute(FOLLOW, params![from.bytes(), to.bytes(), tx.now_micros(), tx.actor()]).map(|_| ())
}

/// Writes down that usages of a voucher lie in a basket.
pub(crate) fn keep_in_basket(
    tx: &Tx<'_>,
    hold: HoldId,
    voucher: VoucherId,
    tier: TierId,
    quantity: i64,
) -> Result<(), Fault> {
    let params = params![hold.bytes(), voucher.bytes(), tier.bytes(), quantity, tx.now_micros()];
    tx.execute_one(KEEP_IN_BASKET, params)
}

/// How many usages of a voucher lie in one basket.
pub(crate) fn in_basket(
    view: &View<'_>,
    hold: HoldId,
    voucher: VoucherId,
    now: Timestamp,
) -> Result<i64, Fault> {
    view.one(IN_BASKET, params![hold.bytes(), voucher.bytes(), to_micros(now)], |row| row.int("quantity"))
}

pub(super) fn quota_named(view: &View<'_>, event: EventId, name: &str) -> Result<Option<QuotaId>, Fault> {
    view.optional(QUOTA, params![event.bytes(), name], |row| row.id("id"))
}

fn with_tiers(view: &View<'_>, mut voucher: StoredVoucher) -> Result<StoredVoucher, Fault> {
    let tiers: Vec<TierId> = view.all(TIERS, params![voucher.id.bytes()], |row| row.id("tier_id"))?;
    voucher.terms.tiers = (voucher.quota.is_some() || !tiers.is_empty()).then_some(tiers);
    Ok(voucher)
}

fn from_row(row: &Row<'_>) -> Result<StoredVoucher, Fault> {
    let amount = row.money("amount_minor", "currency")?;
    Ok(StoredVoucher {
        id: row.id("id")?,
        event: row.id("event_id")?,
        note: row.text("note")?,
        terms: super::VoucherTerms {
            code: row.text("code")?,
            kind: row.parsed("kind")?,
            percent: row.parsed("percent")?,
            amount,
            budget: row.int_opt("budget_minor")?.map(|minor| Money::new(minor, amount.currency)),
            max_usages: row.int("max_usages")?,
            min_usages: row.int("min_usages")?,
            max_usages_per_customer: row.int_opt("max_usages_per_customer")?,
            valid_from: row.at_opt("valid_from")?,
            valid_until: row.at_opt("valid_until")?,
            is_active: row.flag("is_active")?,
            tiers: None,
        },
        quota: row.id_opt("quota_id")?,
        block_quota: row.flag("block_quota")?,
        allow_ignore_quota: row.flag("allow_ignore_quota")?,
        show_hidden: row.flag("show_hidden")?,
        hold: row.id_opt("hold_id")?,
        version: row.int("version")?,
    })
}
