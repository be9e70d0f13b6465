//! What the parts of an order sum to, and how that stands in the ledger. Pure rules.

use events::EventId;
use kernel::{Currency, Money, MoneyError, Timestamp};
use payments::{
    OrderId,
    ledger::{AccountCode, Posting, PostingDraft, PostingError, TransactionKind},
};

use crate::import_pretix::records::{OrderRecord, OrderStatus};

/// What the parts of an order sum to, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import_pretix) struct OrderSums {
    /// Tax within its living tickets and fees.
    pub(in crate::import_pretix) tax_minor: i64,
    /// How much of the total went back. Nothing for a paid order: the shop lowers its total when it cancels a ticket.
    pub(in crate::import_pretix) refunded_minor: i64,
    /// When the last payment arrived.
    pub(in crate::import_pretix) paid_at: Option<Timestamp>,
}

impl OrderSums {
    /// Adds up.
    pub(in crate::import_pretix) fn of(order: &OrderRecord) -> Result<Self, MoneyError> {
        let tickets =
            order.tickets.iter().filter(|ticket| !ticket.is_cancelled).map(|ticket| ticket.tax_minor);
        let fees = order.fees.iter().filter(|fee| !fee.is_cancelled).map(|fee| fee.tax_minor);
        let left = order.refunds.iter().filter(|refund| refund.has_left());
        let sent_back = sum(left.map(|refund| refund.amount_minor))?;
        let last_arrival = order.payments.iter().filter_map(|payment| payment.confirmed_at).max();
        let (refunded_minor, paid_at) = match order.status {
            OrderStatus::Paid => (0, last_arrival.or(Some(order.ordered_at))),
            OrderStatus::Pending | OrderStatus::Expired | OrderStatus::Cancelled => {
                (sent_back.min(order.total_minor), last_arrival)
            }
        };
        Ok(Self { tax_minor: sum(tickets.chain(fees))?, refunded_minor, paid_at })
    }
}

fn sum(amounts: impl Iterator<Item = i64>) -> Result<i64, MoneyError> {
    i64::try_from(amounts.map(i128::from).sum::<i128>()).map_err(|_| MoneyError::TooLarge)
}

/// What an order moved before it came here: what arrived and what was sold for it, then what went back. An order
/// that is not paid sold nothing; what arrived for it belongs to the customer, as does what was paid too much. What
/// was given back without lowering the total is owed again, as the shop sees it.
pub(in crate::import_pretix) fn postings(
    order: &OrderRecord,
    (order_id, event): (OrderId, EventId),
    currency: Currency,
) -> Result<Vec<Posting>, PostingError> {
    let draft = |memo: &str| PostingDraft::new(TransactionKind::Import).about(order_id, event).memo(memo);
    let money = |minor: i64| Money::new(minor, currency);
    let customer = AccountCode::CustomerBalance;

    let mut arrived = draft("Sold before the import");
    for payment in order.payments.iter().filter(|payment| payment.confirmed_at.is_some()) {
        arrived = arrived.debit(payment.method.account(), money(payment.amount_minor));
        arrived = arrived.credit(customer.clone(), money(payment.amount_minor));
    }
    if order.status == OrderStatus::Paid {
        let tickets = order.tickets.iter().filter(|ticket| !ticket.is_cancelled);
        let fees = order.fees.iter().filter(|fee| !fee.is_cancelled);
        let tickets = tickets
            .map(|part| (AccountCode::TicketSales(event), &part.tax_rate, part.gross_minor, part.tax_minor));
        let fees = fees
            .map(|part| (AccountCode::FeeIncome(event), &part.tax_rate, part.gross_minor, part.tax_minor));
        for (income, tax_rate, gross, tax) in tickets.chain(fees) {
            // Two entries instead of a difference: amounts of the file are added up only where sums cannot overflow.
            arrived = arrived.debit(customer.clone(), money(gross));
            arrived = arrived.credit(income.clone(), money(gross)).debit(income, money(tax));
            arrived = arrived.credit(AccountCode::TaxPayable(tax_rate.clone()), money(tax));
        }
    }

    let mut went_back = draft("Refunded before the import");
    for refund in order.refunds.iter().filter(|refund| refund.has_left()) {
        went_back = went_back.credit(refund.method.account(), money(refund.amount_minor));
        went_back = went_back.debit(customer.clone(), money(refund.amount_minor));
    }
    Ok([arrived.balanced()?, went_back.balanced()?].into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use kernel::id::Id;

    use super::*;
    use crate::import_pretix::{fixture::SmallExport, records::read_export};

    fn orders() -> Vec<OrderRecord> {
        let folder = SmallExport::new().write();
        read_export(folder.path()).unwrap().orders
    }

    fn moved(order: &OrderRecord) -> Vec<BTreeMap<String, i64>> {
        let ids = (OrderId::from_bytes([1; 16]), EventId::from_bytes([2; 16]));
        let postings = postings(order, ids, Currency::EUR).unwrap();
        let entries = |posting: &Posting| {
            posting
                .entries()
                .iter()
                .map(|entry| (entry.account.code().into_owned(), entry.amount.minor))
                .collect()
        };
        postings.iter().map(entries).collect()
    }

    fn entries<const N: usize>(entries: [(&str, i64); N]) -> BTreeMap<String, i64> {
        entries.into_iter().map(|(account, minor)| (account.to_owned(), minor)).collect()
    }

    #[test]
    fn a_paid_order_sells_its_living_parts_and_owes_the_rest_to_the_customer() {
        let moved = moved(&orders()[0]);
        // 194.19 arrived for 145.19; the ticket that was cancelled is not sold.
        let sold = [
            ("bank", 19_419),
            ("ticket_sales", -12_500),
            ("tax_payable:19", -1919),
            ("fee_income", -100),
            ("customer_balance", -4900),
        ];
        assert_eq!(moved, [entries(sold), entries([("bank", -4000), ("customer_balance", 4000)])]);
    }

    #[test]
    fn a_cancelled_order_sold_nothing() {
        let came = entries([("other_clearing", 4900), ("customer_balance", -4900)]);
        let went = entries([("other_clearing", -4900), ("customer_balance", 4900)]);
        assert_eq!(moved(&orders()[2]), [came, went]);
    }

    #[test]
    fn an_unpaid_order_moves_nothing() {
        assert!(moved(&orders()[1]).is_empty());
    }

    #[test]
    fn money_on_its_way_back_has_left_and_money_only_promised_has_not() {
        let mut order = orders().remove(2);
        order.refunds[0].status = "in_transit";
        assert_eq!(moved(&order).len(), 2);
        order.refunds[0].status = "created";
        assert_eq!(moved(&order).len(), 1);
        assert_eq!(OrderSums::of(&order).unwrap().refunded_minor, 0);
    }

    #[test]
    fn amounts_beyond_what_can_be_counted_are_refused_not_wrapped() {
        let mut order = orders().remove(0);
        order.refunds[0].amount_minor = i64::MAX;
        order.refunds.push(order.refunds[0].clone());
        assert_eq!(OrderSums::of(&order), Err(MoneyError::TooLarge));
        let ids = (OrderId::from_bytes([1; 16]), EventId::from_bytes([2; 16]));
        assert!(matches!(postings(&order, ids, Currency::EUR), Err(PostingError::TooLarge)));
    }
}
