//! Tiers and quotas, tried on a real file.

use chrono::TimeDelta;

use super::*;
use crate::{
    fixture::{House, house, refused},
    hold::{CreateHold, create_hold},
    order::LineRequest,
    quota::{CreateQuota, ListQuotas, QuotaRow, UpdateQuota, create_quota, list_quotas, update_quota},
};

fn update(house: &House, change: UpdateTier) -> Result<TierRow, kernel::Failure> {
    let change = UpdateTier { tier: "Normal".to_owned(), event: Some("sommernacht".to_owned()), ..change };
    house.run(|tx| update_tier(tx, &change))
}

#[test]
fn the_first_tier_gives_the_event_its_key() {
    let house = house();
    assert!(house.read(|view| crate::signing::public_keys(view, house.event.id)).unwrap().is_empty());
    house.simple_tier("Normal", 2300, None);
    house.simple_tier("Reduced", 1500, None);
    assert_eq!(house.read(|view| crate::signing::public_keys(view, house.event.id)).unwrap().len(), 1);
}

#[test]
fn tiers_are_numbered_in_the_order_they_were_made() {
    let house = house();
    for (name, number) in [("Normal", 1), ("Reduced", 2), ("Crew", 3)] {
        assert_eq!(house.simple_tier(name, 100, None).tier_number, number);
    }
    let again = TierDraft { name: " Crew\n".to_owned(), price: Some("0".to_owned()), ..TierDraft::default() };
    assert_eq!(refused(house.tier(again)).code, "tier_name_taken");
}

#[test]
fn a_change_says_only_what_changes() {
    let house = house();
    let made = house.simple_tier("Normal", 2300, Some(10));
    let changed =
        update(&house, UpdateTier { price: Some("25,50".to_owned()), ..UpdateTier::default() }).unwrap();
    assert_eq!((changed.price.minor, changed.quantity, changed.version), (2550, Some(10), made.version + 1));
    let open = UpdateTier { quantity: Some(None), version: Some(changed.version), ..UpdateTier::default() };
    assert_eq!(update(&house, open).unwrap().quantity, None);
    let json = r#"{"tier":"Normal","event":"sommernacht","sales_end_at":"2026-06-13T19:00"}"#;
    let closing = update(&house, serde_json::from_str(json).unwrap()).unwrap();
    assert_eq!(closing.sales_end_at.unwrap().to_rfc3339(), "2026-06-13T17:00:00+00:00");
    let named =
        update(&house, UpdateTier { badge_label: Some("N".to_owned()), ..UpdateTier::default() }).unwrap();
    assert_eq!(named.sales_end_at, closing.sales_end_at, "what is absent stays");
    let json = r#"{"tier":"Normal","event":"sommernacht","sales_end_at":null}"#;
    assert_eq!(
        update(&house, serde_json::from_str(json).unwrap()).unwrap().sales_end_at,
        None,
        "null empties"
    );
}

#[test]
fn a_change_that_contradicts_what_was_sold_is_refused() {
    let house = house();
    let made = house.simple_tier("Normal", 2300, Some(10));
    house.sell(&[("Normal", 4)]).unwrap();
    let too_few = UpdateTier { quantity: Some(Some(3)), ..UpdateTier::default() };
    assert_eq!(
        refused(update(&house, too_few)).message,
        "Tier 'Normal': 4 places are sold or held already, so 3 are too few"
    );
    let parking = UpdateTier { is_admission: Some(false), ..UpdateTier::default() };
    assert_eq!(refused(update(&house, parking)).code, "admission_fixed");
    update(&house, UpdateTier { quantity: Some(Some(4)), ..UpdateTier::default() }).unwrap();
    assert_eq!(house.tier_now("Normal").state, TierState::SoldOut);
    let stale = UpdateTier { version: Some(made.version), ..UpdateTier::default() };
    assert_eq!(refused(update(&house, stale)).code, "changed_meanwhile");
    let unknown = UpdateTier {
        tier: "Roof".to_owned(),
        event: Some("sommernacht".to_owned()),
        ..UpdateTier::default()
    };
    assert_eq!(refused(house.run(|tx| update_tier(tx, &unknown))).code, "unknown_tier");
}

#[test]
fn tickets_keep_the_price_they_were_sold_at() {
    let house = house();
    house.simple_tier("Normal", 2300, None);
    let sold = house.sell(&[("Normal", 1)]).unwrap();
    update(&house, UpdateTier { price: Some("30".to_owned()), ..UpdateTier::default() }).unwrap();
    let back = house.refund(&sold.order.summary.code, None, None).unwrap();
    assert_eq!(back.refund.amount.minor, 2300);
    house.assert_books_are_right();
}

#[test]
fn a_tier_joins_the_quotas_it_names() {
    let house = house();
    let quota = |name: &str, size| CreateQuota {
        event: "sommernacht".to_owned(),
        name: name.to_owned(),
        size,
        tiers: Vec::new(),
    };
    house.run(|tx| create_quota(tx, &quota("Hall", Some(5)))).unwrap();
    assert_eq!(refused(house.run(|tx| create_quota(tx, &quota("Hall", None)))).code, "quota_name_taken");
    assert_eq!(
        refused(house.run(|tx| create_quota(tx, &quota("Roof", Some(-1))))).code,
        "quota_size_out_of_range"
    );
    let draft = |name: &str, quota: &str| TierDraft {
        name: name.to_owned(),
        price: Some("10".to_owned()),
        quotas: vec![quota.to_owned()],
        ..TierDraft::default()
    };
    house.tier(draft("Stalls", "Hall")).unwrap();
    house.tier(draft("Balcony", "Hall")).unwrap();
    assert_eq!(refused(house.tier(draft("Box", "Roof"))).code, "unknown_quota");
    house.sell(&[("Stalls", 3)]).unwrap();
    let listed = quotas(&house);
    assert_eq!((listed[0].used, listed[0].available, listed[0].tiers.len()), (3, Some(2), 2));
    assert_eq!(house.tier_now("Balcony").available, Some(2));
    let short = refused(house.sell(&[("Balcony", 3)]));
    assert_eq!(short.message, "Tier 'Balcony': quota 'Hall' has 2 places left, 3 are wanted");
}

fn quotas(house: &House) -> Vec<QuotaRow> {
    let now = house.clock().now();
    house.read(|view| list_quotas(view, &ListQuotas { event: "sommernacht".to_owned() }, now)).unwrap()
}

#[test]
fn a_quota_is_changed_and_gives_back_what_ran_out() {
    let house = house();
    house.simple_tier("Stalls", 1000, None);
    house.simple_tier("Balcony", 1000, None);
    let hall = CreateQuota {
        event: "sommernacht".to_owned(),
        name: "Hall".to_owned(),
        size: Some(5),
        tiers: vec!["Stalls".to_owned()],
    };
    house.run(|tx| create_quota(tx, &hall)).unwrap();
    let hold = CreateHold {
        event: "sommernacht".to_owned(),
        lines: vec![LineRequest { tier: "Stalls".to_owned(), quantity: 4, voucher: None }],
        minutes: None,
        note: None,
    };
    house.run(|tx| create_hold(tx, &hold)).unwrap();
    assert_eq!(quotas(&house)[0].available, Some(1));
    house.clock.advance(TimeDelta::hours(1));
    assert_eq!((quotas(&house)[0].used, quotas(&house)[0].available), (0, Some(5)), "the hold ran out");
    let change = |quota: &str| UpdateQuota {
        event: "sommernacht".to_owned(),
        quota: quota.to_owned(),
        ..UpdateQuota::default()
    };
    assert_eq!(refused(house.run(|tx| update_quota(tx, &change("Roof")))).code, "unknown_quota");
    let request = UpdateQuota {
        name: Some("House".to_owned()),
        size: Some(2),
        tiers: Some(vec!["Stalls".to_owned(), "Balcony".to_owned()]),
        ..change("Hall")
    };
    let changed = house.run(|tx| update_quota(tx, &request)).unwrap();
    assert_eq!(
        (changed.name.as_str(), changed.size, changed.tiers.len(), changed.version),
        ("House", Some(2), 2, 2)
    );
    assert_eq!(refused(house.sell(&[("Balcony", 3)])).code, "sold_out");
    let open = UpdateQuota { removes_size: true, ..change("House") };
    assert_eq!(house.run(|tx| update_quota(tx, &open)).unwrap().available, None);
    house.sell(&[("Balcony", 3)]).unwrap();
}
