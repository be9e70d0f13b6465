//! What a basket costs: each ticket by its tier, vouchers and group discounts, the fees, and the tax inside. The sums of
//! lines are those of their tickets, and the total is that of lines and fees, whatever was rounded. Pure rules.

use events::TaxRounding;
use kernel::{Currency, Money, MoneyError};

use super::{
    fees::{FeeBase, FeeOccasion, FeeRule, PricedFee, fees_of},
    group_discount::{BasketTicket, GroupDiscount, discounted},
    lines::WantedLine,
    rounding::{TaxedPart, round_over_order},
};
use crate::{
    tax::TaxRate,
    tier::TierId,
    voucher::rules::{VoucherTerms, redeemed},
};

/// Whether tier prices include tax or tax comes on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceBasis {
    /// The price is what the customer pays.
    Gross,
    /// Tax comes on top of the price.
    Net,
}

/// What one unit of a tier costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitPrice {
    /// What the customer pays.
    pub gross: Money,
    /// The tax inside it.
    pub tax: Money,
}

/// Prices one unit. Tax is rounded here, once, so that a ticket's own tax is exactly its share of the line's.
///
/// # Errors
/// When an amount does not fit.
pub fn unit_price(price: Money, rate: TaxRate, basis: PriceBasis) -> Result<UnitPrice, MoneyError> {
    match basis {
        PriceBasis::Gross => Ok(UnitPrice { gross: price, tax: rate.inside(price)? }),
        PriceBasis::Net => {
            let tax = rate.on_top_of(price)?;
            Ok(UnitPrice { gross: price.add(tax)?, tax })
        }
    }
}

/// One place of a line that costs something else than the line's unit: discounted, or corrected by rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TicketPrice {
    /// What it costs.
    pub price: UnitPrice,
    /// What its voucher took off, in the terms in which prices are entered.
    pub by_voucher: Money,
}

/// A line with its price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedLine {
    /// The tier.
    pub tier: TierId,
    /// How many.
    pub quantity: i64,
    /// What one costs before discounts.
    pub unit: UnitPrice,
    /// What vouchers and group discounts take off all of them.
    pub discount: Money,
    /// What all cost.
    pub gross: Money,
    /// The tax inside that.
    pub tax: Money,
    /// The tax rate.
    pub rate: TaxRate,
    /// Each place for itself; empty when every one costs `unit`.
    pub tickets: Vec<TicketPrice>,
    /// The code of its voucher.
    pub voucher: Option<String>,
}

impl PricedLine {
    /// What the place at `index` of the line costs.
    #[must_use]
    pub fn ticket(&self, index: usize) -> UnitPrice {
        self.tickets.get(index).map_or(self.unit, |ticket| ticket.price)
    }

    /// What the voucher took off the place at `index`.
    #[must_use]
    pub fn by_voucher(&self, index: usize) -> Money {
        self.tickets.get(index).map_or(Money::zero(self.gross.currency), |ticket| ticket.by_voucher)
    }
}

/// An order's lines and fees with their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedOrder {
    /// The lines, in the order of the request.
    pub lines: Vec<PricedLine>,
    /// The fees.
    pub fees: Vec<PricedFee>,
    /// What the customer owes.
    pub total: Money,
    /// The tax inside that.
    pub tax: Money,
}

/// Whether the buyer pays tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taxation {
    /// As everybody.
    Taxed,
    /// Tax is taken out of what the price would have been, discounts first.
    Exempt,
}

/// A voucher that lines are bought with, and what of its budget is spent before.
#[derive(Clone, Debug)]
pub struct VoucherInBasket<'a> {
    /// Its terms.
    pub terms: &'a VoucherTerms,
    /// What it took off before.
    pub spent: Money,
}

/// Everything that a price depends on.
pub(crate) struct Basket<'a> {
    pub(crate) wanted: &'a [WantedLine],
    pub(crate) currency: Currency,
    pub(crate) basis: PriceBasis,
    pub(crate) rounding: TaxRounding,
    pub(crate) taxation: Taxation,
    pub(crate) vouchers: &'a [VoucherInBasket<'a>],
    pub(crate) discounts: &'a [GroupDiscount],
    pub(crate) fees: &'a [FeeRule],
    pub(crate) occasion: FeeOccasion<'a>,
}

/// One place in the basket while its price is worked out.
struct Place {
    line: usize,
    tier: TierId,
    rate: TaxRate,
    listed: UnitPrice,
    by_voucher: Money,
    price: UnitPrice,
}

/// Prices a basket: vouchers, then group discounts, then tax and exemption, then fees, then rounding over the order.
pub(crate) fn price(basket: &Basket<'_>) -> Result<PricedOrder, MoneyError> {
    if is_plain(basket) {
        let unit = |line: &WantedLine| unit_price(line.tier.price, line.tier.tax_rate, basket.basis);
        return with_units(basket.wanted, basket.currency, unit);
    }
    let mut places = priced_by_vouchers(basket)?;
    discount_groups(basket, &mut places)?;
    let mut discounts: Vec<Money> = Vec::with_capacity(places.len());
    for place in &mut places {
        if basket.taxation == Taxation::Exempt {
            place.price = without_tax(place.price, place.rate)?;
            place.listed = without_tax(place.listed, place.rate)?;
            place.rate = TaxRate::NONE;
        }
        discounts.push(place.listed.gross.subtract(place.price.gross)?);
    }
    let mut fees = fees_of_places(basket, &places)?;
    let parts: Vec<TaxedPart> = places
        .iter()
        .map(|place| TaxedPart { rate: place.rate, price: place.price })
        .chain(fees.iter().map(|fee| TaxedPart { rate: fee.rate, price: fee.price }))
        .collect();
    let rounded = round_over_order(basket.rounding, &parts)?;
    let charged =
        places.iter_mut().map(|place| &mut place.price).chain(fees.iter_mut().map(|fee| &mut fee.price));
    for (charged, rounded) in charged.zip(rounded) {
        *charged = rounded;
    }
    assemble(basket, &places, &discounts, fees)
}

/// Whether every place costs what its tier says, as at most sales.
fn is_plain(basket: &Basket<'_>) -> bool {
    basket.rounding == TaxRounding::Line
        && basket.taxation == Taxation::Taxed
        && basket.vouchers.is_empty()
        && basket.discounts.is_empty()
        && basket.fees.is_empty()
}

fn priced_by_vouchers(basket: &Basket<'_>) -> Result<Vec<Place>, MoneyError> {
    let nothing = Money::zero(basket.currency);
    let mut spent: Vec<Money> = basket.vouchers.iter().map(|voucher| voucher.spent).collect();
    let mut places = Vec::new();
    for (line, wanted) in basket.wanted.iter().enumerate() {
        let (entered, rate) = (wanted.tier.price, wanted.tier.tax_rate);
        let listed = unit_price(entered, rate, basket.basis)?;
        let has_code = |voucher: &VoucherInBasket<'_>| {
            wanted.voucher.as_ref().is_some_and(|code| voucher.terms.code.eq_ignore_ascii_case(code))
        };
        let voucher = basket.vouchers.iter().position(has_code);
        for _ in 0..wanted.quantity {
            let (price, by_voucher) = match voucher {
                Some(index) => {
                    let (charged, off) = redeemed(basket.vouchers[index].terms, entered, spent[index])?;
                    spent[index] = spent[index].add(off)?;
                    (unit_price(charged, rate, basket.basis)?, off)
                }
                None => (listed, nothing),
            };
            // A voucher may set a higher price than the tier's: then that is what one costs before discounts.
            let listed = if price.gross.minor > listed.gross.minor { price } else { listed };
            places.push(Place { line, tier: wanted.tier.id, rate, listed, by_voucher, price });
        }
    }
    Ok(places)
}

fn discount_groups(basket: &Basket<'_>, places: &mut [Place]) -> Result<(), MoneyError> {
    if basket.discounts.is_empty() {
        return Ok(());
    }
    let tickets: Vec<BasketTicket> = places
        .iter()
        .map(|place| BasketTicket {
            tier: place.tier,
            price: place.price.gross,
            is_by_voucher: !place.by_voucher.is_zero(),
        })
        .collect();
    for (place, gross) in places.iter_mut().zip(discounted(basket.discounts, &tickets)?) {
        if gross != place.price.gross {
            place.price = UnitPrice { gross, tax: place.rate.inside(gross)? };
        }
    }
    Ok(())
}

fn without_tax(price: UnitPrice, rate: TaxRate) -> Result<UnitPrice, MoneyError> {
    let gross = rate.net_inside(price.gross)?;
    Ok(UnitPrice { gross, tax: Money::zero(gross.currency) })
}

fn fees_of_places(basket: &Basket<'_>, places: &[Place]) -> Result<Vec<PricedFee>, MoneyError> {
    let mut base = FeeBase::nothing(basket.currency);
    for place in places {
        base.add(place.rate, place.price)?;
    }
    let mut fees = fees_of(basket.fees, &base, &basket.occasion)?;
    if basket.taxation == Taxation::Exempt {
        for fee in &mut fees {
            fee.price = without_tax(fee.price, fee.rate)?;
            fee.rate = TaxRate::NONE;
        }
    }
    Ok(fees)
}

fn assemble(
    basket: &Basket<'_>,
    places: &[Place],
    discounts: &[Money],
    fees: Vec<PricedFee>,
) -> Result<PricedOrder, MoneyError> {
    let currency = basket.currency;
    let mut lines = Vec::with_capacity(basket.wanted.len());
    for (index, wanted) in basket.wanted.iter().enumerate() {
        let own = || places.iter().zip(discounts).filter(|(place, _)| place.line == index);
        let unit = own()
            .next()
            .map_or(UnitPrice { gross: Money::zero(currency), tax: Money::zero(currency) }, |(place, _)| {
                place.listed
            });
        lines.push(PricedLine {
            tier: wanted.tier.id,
            quantity: wanted.quantity,
            unit,
            discount: Money::sum(currency, own().map(|(_, discount)| *discount))?,
            gross: Money::sum(currency, own().map(|(place, _)| place.price.gross))?,
            tax: Money::sum(currency, own().map(|(place, _)| place.price.tax))?,
            rate: own().next().map_or(wanted.tier.tax_rate, |(place, _)| place.rate),
            tickets: own()
                .map(|(place, _)| TicketPrice { price: place.price, by_voucher: place.by_voucher })
                .collect(),
            voucher: wanted.voucher.clone(),
        });
    }
    summed(lines, fees, currency)
}

/// Prices `wanted` as a gift: every unit costs nothing.
pub(crate) fn price_as_gift(wanted: &[WantedLine], currency: Currency) -> Result<PricedOrder, MoneyError> {
    let nothing = Money::zero(currency);
    with_units(wanted, currency, |_| Ok(UnitPrice { gross: nothing, tax: nothing }))
}

fn with_units(
    wanted: &[WantedLine],
    currency: Currency,
    unit: impl Fn(&WantedLine) -> Result<UnitPrice, MoneyError>,
) -> Result<PricedOrder, MoneyError> {
    let mut lines = Vec::with_capacity(wanted.len());
    for line in wanted {
        let (unit, quantity) = (unit(line)?, line.quantity);
        lines.push(PricedLine {
            tier: line.tier.id,
            quantity,
            unit,
            discount: Money::zero(currency),
            gross: unit.gross.times(quantity)?,
            tax: unit.tax.times(quantity)?,
            rate: line.tier.tax_rate,
            tickets: Vec::new(),
            voucher: line.voucher.clone(),
        });
    }
    summed(lines, Vec::new(), currency)
}

fn summed(
    lines: Vec<PricedLine>,
    fees: Vec<PricedFee>,
    currency: Currency,
) -> Result<PricedOrder, MoneyError> {
    let gross = lines.iter().map(|line| line.gross).chain(fees.iter().map(|fee| fee.price.gross));
    let tax = lines.iter().map(|line| line.tax).chain(fees.iter().map(|fee| fee.price.tax));
    let (total, tax) = (Money::sum(currency, gross)?, Money::sum(currency, tax)?);
    Ok(PricedOrder { lines, fees, total, tax })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn a_price_with_tax_is_what_the_customer_pays() {
        let unit = unit_price(eur(9999), "19".parse().unwrap(), PriceBasis::Gross).unwrap();
        assert_eq!((unit.gross, unit.tax), (eur(9999), eur(1596)));
    }

    #[test]
    fn tax_comes_on_top_of_a_net_price() {
        let unit = unit_price(eur(8403), "19".parse().unwrap(), PriceBasis::Net).unwrap();
        assert_eq!((unit.gross, unit.tax), (eur(10_000), eur(1597)));
    }

    #[test]
    fn currencies_without_decimals_round_to_whole_units() {
        let yen = Money::new(9998, "JPY".parse().unwrap());
        let unit = unit_price(yen, "10".parse().unwrap(), PriceBasis::Gross).unwrap();
        assert_eq!(unit.tax.minor, 909);
    }

    proptest! {
        #[test]
        fn the_units_of_a_line_sum_to_the_line(price in 0_i64..10_000_000, percent in 0_u32..=30, quantity in 1_i64..200, is_net: bool) {
            let basis = if is_net { PriceBasis::Net } else { PriceBasis::Gross };
            let unit = unit_price(eur(price), percent.to_string().parse().unwrap(), basis).unwrap();
            let units = Money::sum(Currency::EUR, (0..quantity).map(|_| unit.gross)).unwrap();
            prop_assert_eq!(units, unit.gross.times(quantity).unwrap());
            prop_assert!(unit.tax.minor >= 0 && unit.tax.minor <= unit.gross.minor);
        }
    }
}
