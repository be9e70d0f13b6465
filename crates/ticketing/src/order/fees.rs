//! Fees of an order: what an event charges beside its tickets, and by which tax rates. Pure rules.

use kernel::{Currency, Money, MoneyError};
use payments::payment::PaymentMethod;

use super::{
    FeeKind, OrderChannel,
    pricing::{PriceBasis, UnitPrice, unit_price},
};
use crate::{percent::Percent, tax::TaxRate};

/// How much a fee is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeCharge {
    /// A fixed amount, tax included.
    Amount(Money),
    /// A share of what the tickets cost.
    Percent(Percent),
}

/// What a fee is charged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeePer {
    /// Once for the order.
    Order,
    /// For each ticket that costs something.
    Ticket,
}

/// The tax inside a fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeTax {
    /// One rate of its own.
    Rate(TaxRate),
    /// The rates of the order's tickets, in proportion to their net prices.
    Split,
}

/// One rule of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeRule {
    /// Why it is charged.
    pub kind: FeeKind,
    /// What papers call it.
    pub name: String,
    /// How much.
    pub charge: FeeCharge,
    /// For what.
    pub per: FeePer,
    /// Its tax.
    pub tax: FeeTax,
    /// Only when some of the order is paid this way.
    pub method: Option<PaymentMethod>,
    /// Only for orders made here.
    pub channel: Option<OrderChannel>,
}

/// How an order is made and paid, as far as fees depend on it.
#[derive(Clone, Debug)]
pub struct FeeOccasion<'a> {
    /// Where it is made.
    pub channel: OrderChannel,
    /// How it is paid; several ways when it is split.
    pub methods: &'a [PaymentMethod],
}

/// A fee with its price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedFee {
    /// Why it is charged.
    pub kind: FeeKind,
    /// What papers call it.
    pub name: String,
    /// Its tax rate.
    pub rate: TaxRate,
    /// What it costs.
    pub price: UnitPrice,
}

/// What the tickets of an order cost, by rate, for the fees that depend on it.
#[derive(Clone, Debug)]
pub struct FeeBase {
    gross: Money,
    paid_tickets: i64,
    nets: Vec<(TaxRate, Money)>,
}

impl FeeBase {
    /// No tickets yet.
    #[must_use]
    pub const fn nothing(currency: Currency) -> Self {
        Self { gross: Money::zero(currency), paid_tickets: 0, nets: Vec::new() }
    }

    /// Adds a ticket.
    ///
    /// # Errors
    /// When an amount does not fit.
    pub fn add(&mut self, rate: TaxRate, price: UnitPrice) -> Result<(), MoneyError> {
        let net = price.gross.subtract(price.tax)?;
        self.gross = self.gross.add(price.gross)?;
        self.paid_tickets += i64::from(!price.gross.is_zero());
        match self.nets.iter_mut().find(|(known, _)| *known == rate) {
            Some((_, sum)) => *sum = sum.add(net)?,
            None => self.nets.push((rate, net)),
        }
        Ok(())
    }
}

/// The fees of an order. Tickets that cost nothing carry none: a gift is a gift.
///
/// # Errors
/// When an amount does not fit.
pub fn fees_of(
    rules: &[FeeRule],
    base: &FeeBase,
    occasion: &FeeOccasion<'_>,
) -> Result<Vec<PricedFee>, MoneyError> {
    let mut fees = Vec::new();
    if base.gross.is_zero() {
        return Ok(fees);
    }
    for rule in rules.iter().filter(|rule| applies(rule, occasion)) {
        let once = match rule.charge {
            FeeCharge::Amount(amount) => amount,
            FeeCharge::Percent(percent) => percent.of(base.gross)?,
        };
        let gross = match (rule.per, rule.charge) {
            (FeePer::Ticket, FeeCharge::Amount(amount)) => amount.times(base.paid_tickets)?,
            // A share of all tickets is already a share of each.
            (FeePer::Order, _) | (FeePer::Ticket, FeeCharge::Percent(_)) => once,
        };
        let parts = match rule.tax {
            FeeTax::Rate(rate) => vec![(rate, gross)],
            FeeTax::Split => split_over_rates(gross, &base.nets)?,
        };
        for (rate, part) in parts.into_iter().filter(|(_, part)| !part.is_zero()) {
            let price = unit_price(part, rate, PriceBasis::Gross)?;
            fees.push(PricedFee { kind: rule.kind, name: rule.name.clone(), rate, price });
        }
    }
    Ok(fees)
}

fn applies(rule: &FeeRule, occasion: &FeeOccasion<'_>) -> bool {
    rule.method.is_none_or(|method| occasion.methods.contains(&method))
        && rule.channel.is_none_or(|channel| channel == occasion.channel)
}

/// Splits `fee` over rates in proportion to `nets`. What rounding leaves over goes to the highest rate; what rounding
/// gave too much is taken from the lowest: either way the tax office gains.
///
/// # Errors
/// When an amount does not fit.
pub fn split_over_rates(fee: Money, nets: &[(TaxRate, Money)]) -> Result<Vec<(TaxRate, Money)>, MoneyError> {
    let mut sorted = nets.to_vec();
    sorted.sort_unstable_by_key(|(rate, _)| *rate);
    let whole = Money::sum(fee.currency, sorted.iter().map(|(_, net)| *net))?;
    if whole.is_zero() {
        let rate = sorted.first().map_or(TaxRate::NONE, |(rate, _)| *rate);
        return Ok(vec![(rate, fee)]);
    }
    let mut parts = Vec::with_capacity(sorted.len());
    for (rate, net) in sorted {
        parts.push((rate, proportion(fee, net, whole)?));
    }
    let difference = fee.subtract(Money::sum(fee.currency, parts.iter().map(|(_, part)| *part))?)?;
    let corrected = if difference.minor < 0 { parts.first_mut() } else { parts.last_mut() };
    if let Some((_, part)) = corrected {
        *part = part.add(difference)?;
    }
    Ok(parts)
}

/// `amount × part ÷ whole`, halves away from zero, in exact integers.
fn proportion(amount: Money, part: Money, whole: Money) -> Result<Money, MoneyError> {
    let (product, whole) = (i128::from(amount.minor) * i128::from(part.minor), i128::from(whole.minor));
    let twice = product * 2 + whole * product.signum() * whole.signum();
    let minor = i64::try_from(twice / (whole * 2)).map_err(|_| MoneyError::TooLarge)?;
    Ok(Money::new(minor, amount.currency))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn rate(text: &str) -> TaxRate {
        text.parse().unwrap()
    }

    fn base(tickets: &[(i64, &str)]) -> FeeBase {
        let mut base = FeeBase::nothing(Currency::EUR);
        for (minor, percent) in tickets {
            let price = unit_price(eur(*minor), rate(percent), PriceBasis::Gross).unwrap();
            base.add(rate(percent), price).unwrap();
        }
        base
    }

    fn rule(charge: FeeCharge, per: FeePer, tax: FeeTax) -> FeeRule {
        FeeRule {
            kind: FeeKind::Service,
            name: "Service".to_owned(),
            charge,
            per,
            tax,
            method: None,
            channel: None,
        }
    }

    fn charged(rules: &[FeeRule], tickets: &[(i64, &str)], methods: &[PaymentMethod]) -> Vec<(i64, String)> {
        let occasion = FeeOccasion { channel: OrderChannel::Till, methods };
        let fees = fees_of(rules, &base(tickets), &occasion).unwrap();
        fees.iter().map(|fee| (fee.price.gross.minor, fee.rate.to_string())).collect()
    }

    #[test]
    fn an_odd_cent_goes_to_the_highest_rate() {
        let equal = [(rate("19"), eur(1_000)), (rate("7"), eur(1_000))];
        assert_eq!(split_over_rates(eur(3), &equal).unwrap(), [(rate("7"), eur(1)), (rate("19"), eur(2))]);
        let thirds = [(rate("0"), eur(100)), (rate("7"), eur(100)), (rate("19"), eur(100))];
        let parts: Vec<i64> =
            split_over_rates(eur(100), &thirds).unwrap().iter().map(|(_, part)| part.minor).collect();
        assert_eq!(parts, [33, 33, 34]);
    }

    #[test]
    fn fees_are_fixed_or_a_share_for_the_order_or_each_ticket() {
        let tickets = [(2_300, "19"), (2_300, "19"), (0, "19")];
        let own = FeeTax::Rate(rate("19"));
        let fixed = FeeCharge::Amount(eur(150));
        let share = FeeCharge::Percent("2.5".parse().unwrap());
        for (charge, per, minor) in [
            (fixed, FeePer::Order, 150),
            (fixed, FeePer::Ticket, 300),
            (share, FeePer::Order, 115),
            (share, FeePer::Ticket, 115),
        ] {
            let found = charged(&[rule(charge, per, own)], &tickets, &[PaymentMethod::Cash]);
            assert_eq!(found, [(minor, "19".to_owned())], "{charge:?} {per:?}");
        }
    }

    #[test]
    fn a_fee_for_a_way_to_pay_is_charged_for_that_way_only() {
        let card = FeeRule {
            method: Some(PaymentMethod::Card),
            ..rule(FeeCharge::Amount(eur(50)), FeePer::Order, FeeTax::Rate(TaxRate::NONE))
        };
        let rules = [card];
        assert!(charged(&rules, &[(2_300, "19")], &[PaymentMethod::Cash]).is_empty());
        assert_eq!(charged(&rules, &[(2_300, "19")], &[PaymentMethod::Cash, PaymentMethod::Card]).len(), 1);
        let online = FeeRule { channel: Some(OrderChannel::Online), method: None, ..rules[0].clone() };
        assert!(charged(&[online], &[(2_300, "19")], &[PaymentMethod::Card]).is_empty());
    }

    #[test]
    fn what_costs_nothing_carries_no_fee() {
        let rules = [rule(FeeCharge::Amount(eur(150)), FeePer::Order, FeeTax::Split)];
        assert!(charged(&rules, &[(0, "19"), (0, "7")], &[PaymentMethod::Cash]).is_empty());
    }

    proptest! {
        #[test]
        fn the_parts_of_a_fee_are_the_fee(
            fee in 0_i64..1_000_000, nets in prop::collection::vec((0_u32..30, 0_i64..1_000_000), 1..6),
        ) {
            let nets: Vec<_> = nets.iter().map(|(percent, net)| (rate(&percent.to_string()), eur(*net))).collect();
            let parts = split_over_rates(eur(fee), &nets).unwrap();
            prop_assert_eq!(parts.iter().map(|(_, part)| part.minor).sum::<i64>(), fee);
        }
    }
}
