//! What an order means to the ledger: income net of tax by account, tax by rate. Pure rules.

use events::EventId;
use kernel::{Currency, Money, MoneyError};
use payments::ledger::{AccountCode, PostingDraft};

use crate::tax::TaxRate;

/// What was earned: tickets and fees net of tax, and the tax owed by rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Revenue {
    tickets_net: Money,
    fees_net: Money,
    taxes: Vec<(TaxRate, Money)>,
}

impl Revenue {
    /// Nothing yet.
    pub(crate) const fn nothing(currency: Currency) -> Self {
        Self { tickets_net: Money::zero(currency), fees_net: Money::zero(currency), taxes: Vec::new() }
    }

    /// Adds tickets that cost `gross` with `tax` inside.
    pub(crate) fn add_tickets(&mut self, gross: Money, tax: Money, rate: TaxRate) -> Result<(), MoneyError> {
        self.tickets_net = self.tickets_net.add(gross.subtract(tax)?)?;
        self.add_tax(rate, tax)
    }

    /// Adds a fee of `gross` with `tax` inside.
    pub(crate) fn add_fee(&mut self, gross: Money, tax: Money, rate: TaxRate) -> Result<(), MoneyError> {
        self.fees_net = self.fees_net.add(gross.subtract(tax)?)?;
        self.add_tax(rate, tax)
    }

    fn add_tax(&mut self, rate: TaxRate, tax: Money) -> Result<(), MoneyError> {
        match self.taxes.iter_mut().find(|(known, _)| *known == rate) {
            Some((_, sum)) => *sum = sum.add(tax)?,
            None => self.taxes.push((rate, tax)),
        }
        Ok(())
    }

    /// What customers owe for it.
    pub(crate) fn gross(&self) -> Result<Money, MoneyError> {
        let net = self.tickets_net.add(self.fees_net)?;
        self.taxes.iter().try_fold(net, |sum, (_, tax)| sum.add(*tax))
    }

    /// Credits it: it was earned.
    pub(crate) fn earn(&self, draft: PostingDraft, event: EventId) -> PostingDraft {
        let draft = draft
            .credit(AccountCode::TicketSales(event), self.tickets_net)
            .credit(AccountCode::FeeIncome(event), self.fees_net);
        self.taxes
            .iter()
            .fold(draft, |draft, (rate, tax)| draft.credit(AccountCode::TaxPayable(rate.to_string()), *tax))
    }

    /// Debits it: it was earned before and is given back.
    pub(crate) fn give_back(&self, draft: PostingDraft, event: EventId) -> PostingDraft {
        let draft = draft
            .debit(AccountCode::TicketSales(event), self.tickets_net)
            .debit(AccountCode::FeeIncome(event), self.fees_net);
        self.taxes
            .iter()
            .fold(draft, |draft, (rate, tax)| draft.debit(AccountCode::TaxPayable(rate.to_string()), *tax))
    }
}

#[cfg(test)]
mod tests {
    use kernel::id::Id;
    use payments::ledger::TransactionKind;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_earned_and_given_back_leaves_nothing(
            units in prop::collection::vec((0_i64..1_000_000, 0_u32..30, any::<bool>()), 0..8),
        ) {
            let event = EventId::from_bytes([1; 16]);
            let mut revenue = Revenue::nothing(Currency::EUR);
            let mut paid = Money::zero(Currency::EUR);
            for (minor, percent, is_fee) in units {
                let (gross, rate) = (Money::new(minor, Currency::EUR), percent.to_string().parse::<TaxRate>().unwrap());
                let tax = rate.inside(gross).unwrap();
                if is_fee { revenue.add_fee(gross, tax, rate).unwrap() } else { revenue.add_tickets(gross, tax, rate).unwrap() }
                paid = paid.add(gross).unwrap();
            }
            prop_assert_eq!(revenue.gross().unwrap(), paid);
            let sale = PostingDraft::new(TransactionKind::Sale).debit(AccountCode::Cash, paid);
            prop_assert!(revenue.earn(sale, event).balanced().is_ok(), "a sale balances");
            let both = revenue.earn(PostingDraft::new(TransactionKind::Sale), event);
            prop_assert_eq!(revenue.give_back(both, event).balanced(), Ok(None));
        }
    }
}
