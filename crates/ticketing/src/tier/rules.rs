//! What a tier may be: each refusal names the tier, the field and the way out. Pure rules.

use identity::wording;
use kernel::{Currency, Money, Timestamp, Zone};

use super::{SalesWindow, TierDraft, TierRefusal};
use crate::tax::TaxRate;

/// Longest tier name, as the table checks it.
pub const NAME_CHARACTERS_MAX: usize = 120;
/// Longest badge label.
pub const BADGE_LABEL_CHARACTERS_MAX: usize = 40;
/// Longest description and longest note for the door.
pub const DESCRIPTION_CHARACTERS_MAX: usize = 10_000;
/// Most places of one tier or quota.
pub const QUANTITY_MAX: i64 = 10_000_000;
/// Most places of one tier in one order.
pub const ORDER_QUANTITY_MAX: i64 = 10_000;
/// What an order may hold when nothing was said.
pub const ORDER_QUANTITY_DEFAULT: i64 = 20;
/// Highest price in minor units: large enough for any currency, small enough that no order overflows.
pub const PRICE_MINOR_MAX: i64 = 100_000_000_000;

/// A draft that passed every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoundTier {
    /// Its name, on one line.
    pub name: String,
    /// Its badge label, on one line.
    pub badge_label: String,
    /// What is included.
    pub description: String,
    /// Its price as entered.
    pub price: Money,
    /// Its tax rate.
    pub tax_rate: TaxRate,
    /// Its places.
    pub quantity: Option<i64>,
    /// Most in one order.
    pub order_quantity_max: i64,
    /// When it sells.
    pub window: SalesWindow,
    /// Whether it sells at all.
    pub is_active: bool,
    /// Whether it admits a person.
    pub is_admission: bool,
    /// Whether the door stops for it.
    pub needs_attention: bool,
    /// What the door is told.
    pub door_note: String,
    /// From when its tickets are valid.
    pub valid_from: Option<Timestamp>,
    /// Until when its tickets are valid.
    pub valid_until: Option<Timestamp>,
    /// Most of its places that are given away.
    pub comp_quantity_max: Option<i64>,
    /// Whether it is sold only with a voucher that shows it.
    pub is_hidden: bool,
}

/// Judges `draft` for an event with `currency` and `zone`.
///
/// # Errors
/// The first thing that cannot be, in the order of the form.
pub fn sound(draft: &TierDraft, currency: Currency, zone: Zone) -> Result<SoundTier, TierRefusal> {
    let name = wording::line("name", &draft.name, NAME_CHARACTERS_MAX)?;
    let time = |field: &'static str, text: &Option<String>| {
        let text = text.as_deref().filter(|text| !text.trim().is_empty());
        let read = text.map(|text| zone.parse(text)).transpose();
        read.map_err(|reason| TierRefusal::Time { tier: name.clone(), field, reason })
    };
    let sound = SoundTier {
        badge_label: wording::optional_line(
            "badge_label",
            draft.badge_label.as_deref().unwrap_or(""),
            BADGE_LABEL_CHARACTERS_MAX,
        )?,
        description: wording::paragraphs(
            "description",
            draft.description.as_deref().unwrap_or(""),
            DESCRIPTION_CHARACTERS_MAX,
        )?,
        door_note: wording::optional_line(
            "door_note",
            draft.door_note.as_deref().unwrap_or(""),
            DESCRIPTION_CHARACTERS_MAX,
        )?,
        price: price(&name, draft, currency)?,
        tax_rate: tax_rate(&name, draft.tax_rate.as_deref())?,
        quantity: draft.quantity.map(|quantity| in_range(&name, quantity)).transpose()?,
        order_quantity_max: order_quantity(&name, draft.order_quantity_max)?,
        window: SalesWindow {
            opens_at: time("sales_start_at", &draft.sales_start_at)?,
            closes_at: time("sales_end_at", &draft.sales_end_at)?,
        },
        is_active: draft.is_active.unwrap_or(true),
        is_admission: draft.is_admission.unwrap_or(true),
        needs_attention: draft.needs_attention.unwrap_or(false),
        valid_from: time("valid_from", &draft.valid_from)?,
        valid_until: time("valid_until", &draft.valid_until)?,
        comp_quantity_max: draft.comp_quantity_max.map(|quantity| gifts(&name, quantity)).transpose()?,
        is_hidden: draft.is_hidden.unwrap_or(false),
        name,
    };
    in_order(&sound)?;
    Ok(sound)
}

/// The rules that look at two times at once.
pub(super) fn in_order(tier: &SoundTier) -> Result<(), TierRefusal> {
    if matches!((tier.window.opens_at, tier.window.closes_at), (Some(opens), Some(closes)) if opens >= closes)
    {
        return Err(TierRefusal::SalesEndFirst { tier: tier.name.clone() });
    }
    if matches!((tier.valid_from, tier.valid_until), (Some(from), Some(until)) if from > until) {
        return Err(TierRefusal::ValidityEndsFirst { tier: tier.name.clone() });
    }
    Ok(())
}

fn price(tier: &str, draft: &TierDraft, currency: Currency) -> Result<Money, TierRefusal> {
    let price = match (draft.price_minor, draft.price.as_deref()) {
        (Some(minor), _) => Money::new(minor, currency),
        (None, Some(text)) => Money::parse(text, currency)
            .map_err(|reason| TierRefusal::Price { tier: tier.to_owned(), reason })?,
        (None, None) => return Err(TierRefusal::PriceMissing { tier: tier.to_owned() }),
    };
    if price.minor < 0 {
        return Err(TierRefusal::PriceNegative { tier: tier.to_owned(), price });
    }
    if price.minor > PRICE_MINOR_MAX {
        return Err(TierRefusal::PriceTooHigh { tier: tier.to_owned(), price });
    }
    Ok(price)
}

fn tax_rate(tier: &str, text: Option<&str>) -> Result<TaxRate, TierRefusal> {
    let text = text.filter(|text| !text.trim().is_empty());
    let read = text.map_or(Ok(TaxRate::NONE), str::parse);
    read.map_err(|reason| TierRefusal::TaxRate { tier: tier.to_owned(), reason })
}

fn in_range(tier: &str, quantity: i64) -> Result<i64, TierRefusal> {
    if (1..=QUANTITY_MAX).contains(&quantity) {
        Ok(quantity)
    } else {
        Err(TierRefusal::Quantity { tier: tier.to_owned(), quantity })
    }
}

fn gifts(tier: &str, quantity: i64) -> Result<i64, TierRefusal> {
    if (0..=QUANTITY_MAX).contains(&quantity) {
        Ok(quantity)
    } else {
        Err(TierRefusal::CompQuantity { tier: tier.to_owned(), quantity })
    }
}

fn order_quantity(tier: &str, quantity: Option<i64>) -> Result<i64, TierRefusal> {
    match quantity {
        None => Ok(ORDER_QUANTITY_DEFAULT),
        Some(quantity) if (1..=ORDER_QUANTITY_MAX).contains(&quantity) => Ok(quantity),
        Some(quantity) => Err(TierRefusal::OrderQuantity { tier: tier.to_owned(), quantity }),
    }
}

#[cfg(test)]
mod tests {
    use kernel::Refuse;
    use proptest::prelude::*;

    use super::*;

    fn draft(name: &str) -> TierDraft {
        TierDraft { name: name.to_owned(), price: Some("12,50".to_owned()), ..TierDraft::default() }
    }

    fn judged(draft: &TierDraft) -> Result<SoundTier, TierRefusal> {
        sound(draft, Currency::EUR, "Europe/Berlin".parse().unwrap())
    }

    #[test]
    fn prices_are_read_in_both_habits() {
        for (text, minor) in [("12,50", 1250), ("12.50", 1250), ("0", 0), ("1.234,50", 123_450)] {
            let tier = judged(&TierDraft { price: Some(text.to_owned()), ..draft("VIP") }).unwrap();
            assert_eq!(tier.price.minor, minor, "{text}");
        }
    }

    #[test]
    fn bad_prices_are_named() {
        for (text, code) in [
            ("-1", "price_negative"),
            ("1e9", "not_an_amount"),
            ("", "not_an_amount"),
            ("12.3456", "too_many_decimals"),
            ("9999999999", "price_too_high"),
        ] {
            let refusal = judged(&TierDraft { price: Some(text.to_owned()), ..draft("VIP") }).unwrap_err();
            assert_eq!(
                (refusal.code(), refusal.field().as_deref()),
                (code, Some("price")),
                "{text}: {refusal}"
            );
            assert!(refusal.to_string().starts_with("Tier 'VIP': "), "{refusal}");
        }
        assert_eq!(judged(&TierDraft { price: None, ..draft("VIP") }).unwrap_err().code(), "price_missing");
    }

    #[test]
    fn sales_that_end_before_they_start_are_named() {
        let times = TierDraft {
            sales_start_at: Some("2026-06-02T10:00".to_owned()),
            sales_end_at: Some("2026-06-01T10:00".to_owned()),
            ..draft("VIP")
        };
        let refusal = judged(&times).unwrap_err();
        assert_eq!(refusal.to_string(), "Tier 'VIP': sales end before they start");
    }

    #[test]
    fn a_time_inside_the_clock_change_is_refused() {
        let times = TierDraft { sales_start_at: Some("2026-03-29T02:30".to_owned()), ..draft("VIP") };
        assert_eq!(judged(&times).unwrap_err().code(), "time_does_not_exist");
    }

    #[test]
    fn quantities_out_of_range_are_refused() {
        for quantity in [0, -1, 1_000_000_000, i64::MAX] {
            let refusal = judged(&TierDraft { quantity: Some(quantity), ..draft("VIP") }).unwrap_err();
            assert_eq!(refusal.code(), "quantity_out_of_range", "{quantity}");
            let refusal =
                judged(&TierDraft { order_quantity_max: Some(quantity), ..draft("VIP") }).unwrap_err();
            assert_eq!(refusal.code(), "order_quantity_out_of_range", "{quantity}");
        }
    }

    #[test]
    fn names_stay_on_one_line_and_within_bounds() {
        assert_eq!(judged(&draft(" Early\r\nBird\u{0} ")).unwrap().name, "Early Bird");
        assert_eq!(judged(&draft(&"x".repeat(10_000))).unwrap_err().code(), "text_too_long");
        assert_eq!(judged(&draft("\n\t")).unwrap_err().code(), "text_missing");
        assert_eq!(judged(&draft("'; DROP TABLE tickets; --")).unwrap().name, "'; DROP TABLE tickets; --");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_judged_without_panic(name in "\\PC{0,200}", price in "\\PC{0,20}", rate in "\\PC{0,8}", time in "\\PC{0,20}") {
            let typed = TierDraft {
                name, price: Some(price), tax_rate: Some(rate), sales_start_at: Some(time), ..TierDraft::default()
            };
            if let Ok(tier) = judged(&typed) {
                prop_assert!(!tier.name.is_empty() && tier.price.minor >= 0);
            }
        }
    }
}
