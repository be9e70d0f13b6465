//! The chart of accounts: a closed list, each account found by its code, currency and, for income, its event.

use std::borrow::Cow;

use events::EventId;

use crate::stored_words;

stored_words! {
    /// Which side of the books an account stands on.
    pub enum AccountKind: "kind of account" {
        /// What the organization has.
        Asset = "asset",
        /// What it owes.
        Liability = "liability",
        /// What it earned.
        Income = "income",
        /// What it spent.
        Expense = "expense",
        /// What is left to the owners.
        Equity = "equity",
    }
}

/// An account by what it is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AccountCode {
    /// Notes and coins that are in no till's drawer: the safe.
    Cash,
    /// Notes and coins in the drawer of one till, by the till's code.
    Drawer(String),
    /// Taken by card terminals, not yet on the bank account.
    CardClearing,
    /// The bank account.
    Bank,
    /// Vouchers taken in payment.
    VoucherClearing,
    /// Taken from wallets.
    WalletClearing,
    /// Taken by a tender that another system knows better.
    OtherClearing,
    /// Tickets sold to an event, net of tax.
    TicketSales(EventId),
    /// Fees charged or kept for an event, net of tax.
    FeeIncome(EventId),
    /// Tax owed, by rate in percent: `19`, `7`, `5.5`.
    TaxPayable(String),
    /// Money that belongs to customers: overpaid, or paid for something not yet sold to them.
    CustomerBalance,
    /// What a drawer held more or less than counted.
    CashOverShort,
    /// Small things paid out of a drawer, less what came back.
    PettyCash,
    /// Differences of rounding.
    Rounding,
}

impl AccountCode {
    /// The stored code, unique with the currency and the event.
    #[must_use]
    pub fn code(&self) -> Cow<'static, str> {
        match self {
            Self::Cash => "cash".into(),
            Self::Drawer(till) => format!("drawer:{till}").into(),
            Self::CardClearing => "card_clearing".into(),
            Self::Bank => "bank".into(),
            Self::VoucherClearing => "voucher_clearing".into(),
            Self::WalletClearing => "wallet_clearing".into(),
            Self::OtherClearing => "other_clearing".into(),
            Self::TicketSales(_) => "ticket_sales".into(),
            Self::FeeIncome(_) => "fee_income".into(),
            Self::TaxPayable(rate) => format!("tax_payable:{rate}").into(),
            Self::CustomerBalance => "customer_balance".into(),
            Self::CashOverShort => "cash_over_short".into(),
            Self::PettyCash => "petty_cash".into(),
            Self::Rounding => "rounding".into(),
        }
    }

    /// The name that a person reads in the books.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        match self {
            Self::Cash => "Cash".into(),
            Self::Drawer(till) => format!("Cash in the drawer of till {till}").into(),
            Self::CardClearing => "Card payments on their way".into(),
            Self::Bank => "Bank account".into(),
            Self::VoucherClearing => "Vouchers redeemed".into(),
            Self::WalletClearing => "Wallet payments".into(),
            Self::OtherClearing => "Other payments on their way".into(),
            Self::TicketSales(_) => "Ticket sales".into(),
            Self::FeeIncome(_) => "Fees".into(),
            Self::TaxPayable(rate) => format!("Tax payable, {rate} %").into(),
            Self::CustomerBalance => "Customers' money".into(),
            Self::CashOverShort => "Cash over and short".into(),
            Self::PettyCash => "Petty cash".into(),
            Self::Rounding => "Rounding".into(),
        }
    }

    /// Which side of the books it stands on.
    #[must_use]
    pub const fn kind(&self) -> AccountKind {
        match self {
            Self::Cash
            | Self::Drawer(_)
            | Self::CardClearing
            | Self::Bank
            | Self::VoucherClearing
            | Self::WalletClearing
            | Self::OtherClearing => AccountKind::Asset,
            Self::TicketSales(_) | Self::FeeIncome(_) => AccountKind::Income,
            Self::TaxPayable(_) | Self::CustomerBalance => AccountKind::Liability,
            Self::CashOverShort | Self::PettyCash | Self::Rounding => AccountKind::Expense,
        }
    }

    /// The event whose own account it is.
    #[must_use]
    pub const fn event(&self) -> Option<EventId> {
        match self {
            Self::TicketSales(event) | Self::FeeIncome(event) => Some(*event),
            Self::Cash
            | Self::Drawer(_)
            | Self::CardClearing
            | Self::Bank
            | Self::VoucherClearing
            | Self::WalletClearing
            | Self::OtherClearing
            | Self::TaxPayable(_)
            | Self::CustomerBalance
            | Self::CashOverShort
            | Self::PettyCash
            | Self::Rounding => None,
        }
    }

    /// Reads a stored code back; `None` when it is not of this list.
    #[must_use]
    pub fn parse(code: &str, event: Option<EventId>) -> Option<Self> {
        match (code, event) {
            ("ticket_sales", Some(event)) => Some(Self::TicketSales(event)),
            ("fee_income", Some(event)) => Some(Self::FeeIncome(event)),
            (_, Some(_)) => None,
            ("cash", None) => Some(Self::Cash),
            ("card_clearing", None) => Some(Self::CardClearing),
            ("bank", None) => Some(Self::Bank),
            ("voucher_clearing", None) => Some(Self::VoucherClearing),
            ("wallet_clearing", None) => Some(Self::WalletClearing),
            ("other_clearing", None) => Some(Self::OtherClearing),
            ("customer_balance", None) => Some(Self::CustomerBalance),
            ("cash_over_short", None) => Some(Self::CashOverShort),
            ("petty_cash", None) => Some(Self::PettyCash),
            ("rounding", None) => Some(Self::Rounding),
            (other, None) => match other.split_once(':') {
                Some(("tax_payable", rate)) => Some(Self::TaxPayable(rate.to_owned())),
                Some(("drawer", till)) => Some(Self::Drawer(till.to_owned())),
                Some(_) | None => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::id::Id;

    use super::*;

    #[test]
    fn every_account_reads_back_from_its_code() {
        let event = EventId::from_bytes([7; 16]);
        for account in [
            AccountCode::Cash,
            AccountCode::Drawer("A".to_owned()),
            AccountCode::CardClearing,
            AccountCode::Bank,
            AccountCode::VoucherClearing,
            AccountCode::WalletClearing,
            AccountCode::OtherClearing,
            AccountCode::TicketSales(event),
            AccountCode::FeeIncome(event),
            AccountCode::TaxPayable("7.7".to_owned()),
            AccountCode::CustomerBalance,
            AccountCode::CashOverShort,
            AccountCode::PettyCash,
            AccountCode::Rounding,
        ] {
            assert_eq!(AccountCode::parse(&account.code(), account.event()), Some(account));
        }
        assert_eq!(AccountCode::parse("petty", None), None);
    }
}
