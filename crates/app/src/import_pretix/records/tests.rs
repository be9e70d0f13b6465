//! Reading as a whole: what comes out of a sound export, and how broken ones are refused.

use payments::payment::PaymentMethod;
use serde_json::json;

use super::*;
use crate::import_pretix::{
    fixture::{SmallExport, position},
    refusal::ImportRefused,
};

fn read(export: &SmallExport) -> Result<Export, ImportRefused> {
    let folder = export.write();
    read_export(folder.path())
}

fn refused(export: &SmallExport) -> String {
    read(export).unwrap_err().to_string()
}

#[test]
fn products_become_tiers_in_the_shops_order() {
    let export = read(&SmallExport::new()).unwrap();
    let names: Vec<&str> = export.tiers.iter().map(|tier| tier.name.as_str()).collect();
    assert_eq!(names, ["Pass", "Tagesticket – Freitag", "Tagesticket – Samstag", "Workshop"]);
    let prices: Vec<i64> = export.tiers.iter().map(|tier| tier.price_minor).collect();
    assert_eq!(prices, [11_900, 4900, 5900, 2500], "a variation's own price comes before the product's");
    assert_eq!(export.tiers[0].door_note, "Armband Gold");
    assert!(export.tiers[3].valid_from.is_some());
    assert_eq!(export.source, "pretix:peer/herbst");
    assert_eq!(export.event.title, "Herbstklang");
    assert_eq!(export.event.location, "Spinnerei, Halle 3");
}

#[test]
fn orders_keep_code_status_and_every_cent() {
    let export = read(&SmallExport::new()).unwrap();
    let paid = &export.orders[0];
    assert_eq!((paid.code.as_str(), paid.status, paid.total_minor), ("AAAAA", OrderStatus::Paid, 14_519));
    assert_eq!(paid.tickets[1].addon_to, Some(101));
    assert!(paid.tickets[2].is_cancelled);
    assert_eq!((paid.fees[0].gross_minor, paid.fees[0].tax_minor), (119, 19));
    assert_eq!((paid.payments[0].method, paid.payments[0].status), (PaymentMethod::Transfer, "confirmed"));
    assert_eq!(paid.refunds[0].amount_minor, 4000);
}

#[test]
fn scans_come_in_the_order_in_which_they_were_recorded() {
    let export = read(&SmallExport::new()).unwrap();
    let scans: Vec<_> = export.scans.iter().map(|scan| (scan.verdict, scan.device.as_str())).collect();
    assert_eq!(scans, [("admit", "scan-nord"), ("already_used", "device 8")]);
    assert_eq!(export.scans[0].raw_code, "passsecret");
}

#[test]
fn what_has_no_place_here_is_counted_with_its_reason() {
    let export = read(&SmallExport::new()).unwrap();
    let vouchers = export.not_imported.iter().find(|left_out| left_out.what == "vouchers").unwrap();
    assert_eq!(vouchers.count, 1);
    assert!(vouchers.reason.contains("no vouchers here yet"));
}

#[test]
fn a_wrong_amount_is_refused_with_line_and_path() {
    let export = SmallExport::new().set("orders", "/results/0/positions/1/price", json!("12,x"));
    let words = refused(&export);
    assert!(words.starts_with("orders.json line "), "{words}");
    assert!(words.ends_with(": results[0].positions[1].price: “12,x” is not an amount"), "{words}");
    let finer = SmallExport::new().set("items", "/results/0/default_price", json!("1.005"));
    assert!(refused(&finer).ends_with("results[0].default_price: “1.005” is not a price in EUR"));
}

#[test]
fn the_line_of_a_broken_reference_is_the_line_of_its_value() {
    let export = SmallExport::new().set("orders", "/results/1/positions/0/item", json!(77));
    let folder = export.write();
    let refused = read_export(folder.path()).unwrap_err();
    let ImportRefused::BrokenReference { place, .. } = &refused else { panic!("{refused}") };
    let text = std::fs::read_to_string(folder.path().join("orders.json")).unwrap();
    assert_eq!(text.lines().nth(place.line - 1).unwrap().trim(), "\"item\": 77,");
    assert_eq!(place.path, "results[1].positions[0].item");
}

/// Each change of `stem` alone is refused with words that end as given.
fn assert_refused(stem: &'static str, changes: &[(&str, serde_json::Value, &str)]) {
    for (pointer, value, end) in changes {
        let words = refused(&SmallExport::new().set(stem, pointer, value.clone()));
        assert!(words.starts_with(&format!("{stem}.json line ")), "{words}");
        assert!(words.ends_with(end), "{words}\n  does not end with\n{end}");
    }
}

#[test]
fn broken_orders_are_refused_by_what_is_broken() {
    let not_the_sum =
        "results[0].total: the total is not the sum of the positions and fees that were not cancelled";
    assert_refused(
        "orders",
        &[
            ("/results/0/total", json!("145.18"), not_the_sum),
            (
                "/results/0/status",
                json!("x"),
                "results[0].status: unknown variant `x`, expected one of `n`, `p`, `e`, `c`",
            ),
            (
                "/results/0/datetime",
                json!("2026-07-01"),
                "results[0].datetime: “2026-07-01” is not a time with a zone offset",
            ),
            (
                "/results/0/positions/1/addon_to",
                json!(301),
                "results[0].positions[1].addon_to: position 301 is not in this order",
            ),
            (
                "/results/0/refunds/0/payment",
                json!(2),
                "results[0].refunds[0].payment: payment 2 is not in this order",
            ),
            (
                "/results/2/positions/0/variation",
                json!(99),
                "results[2].positions[0].variation: product 2 of items.json has no variation 99",
            ),
            (
                "/results/1/positions/0/secret",
                json!("passsecret"),
                "results[1].positions[0].secret: another position has the same code",
            ),
            (
                "/results/1/positions/0/price",
                json!("-59.00"),
                "results[1].positions[0].price: “-59.00” is less than nothing",
            ),
            ("/results/1/code", json!("AAAAA"), "results[1].code: order AAAAA is there twice"),
            ("/count", json!(4), "count: 4 records are announced, 3 are there"),
            (
                "/next",
                json!("http://pretix.example.org/?page=2"),
                "next: there are more pages; join them all in results",
            ),
        ],
    );
    let words = refused(&SmallExport::new().without_member("orders", "/results/0", "total"));
    assert!(words.ends_with("results[0]: missing field `total`"), "{words}");
}

#[test]
fn broken_plans_and_scans_are_refused_by_what_is_broken() {
    assert_refused(
        "quotas",
        &[("/results/0/items/1", json!(8), "results[0].items[1]: product 8 is not in items.json")],
    );
    let unknown = "results[0].limit_products[0]: product 8 is not in items.json";
    assert_refused("checkinlists", &[("/results/0/limit_products/0", json!(8), unknown)]);
    assert_refused(
        "checkins",
        &[
            ("/results/0/list", json!(1), "results[0].list: list 1 is not in checkinlists.json"),
            ("/results/0/position", json!(1), "results[0].position: position 1 is not in orders.json"),
            ("/results/1/id", json!(12), "results[1].id: scan 12 is there twice"),
        ],
    );
    assert_refused(
        "event",
        &[
            ("/date_to", json!("2026-10-23T14:00:00Z"), "date_to: the event ends before it starts"),
            ("/timezone", json!("Europe/Atlantis"), "timezone: “Europe/Atlantis” is not an IANA time zone"),
            (
                "/has_subevents",
                json!(true),
                "has_subevents: the event is a series of dates, and series cannot be imported yet",
            ),
        ],
    );
    assert_eq!(refused(&SmallExport::new().without_file("items")), "the export has no items.json");
}

#[test]
fn an_export_without_a_scan_list_takes_the_scans_of_its_orders() {
    let nested = json!([{"id": 3, "datetime": "2026-10-23T13:00:00Z", "list": 9, "gate": 1, "device": 7, "type": "entry"}]);
    let mut with_scan = position(401, 1, None, ("119.00", "19.00", "19.00"), "nestedsecret");
    with_scan["checkins"] = nested;
    let order = json!({"code": "DDDDD", "status": "p", "datetime": "2026-07-04T10:00:00Z", "total": "119.00",
        "fees": [], "positions": [with_scan], "payments": [], "refunds": []});
    let export = read(&SmallExport::new().push("orders", order).without_file("checkins")).unwrap();
    assert_eq!(export.scans.len(), 1, "losing a scan would let its guest in twice");
    assert!(export.warnings.iter().any(|warning| warning.contains("no checkins.json")));
}

#[test]
fn test_orders_are_left_out_and_counted() {
    let export = SmallExport::new().set("orders", "/results/0/testmode", json!(true));
    let export = read(&export).unwrap();
    assert_eq!(export.orders.len(), 2);
    assert!(export.scans.is_empty(), "scans of test orders go with them");
    assert!(export.not_imported.iter().any(|left_out| left_out.what == "test orders" && left_out.count == 1));
}

#[test]
fn old_tickets_of_a_product_that_got_variations_later_keep_a_tier() {
    let export = SmallExport::new().set("orders", "/results/2/positions/0/variation", json!(null));
    let export = read(&export).unwrap();
    let bare = export.tiers.iter().find(|tier| tier.key == TierKey { item: 2, variation: None }).unwrap();
    assert!(!bare.is_active, "nothing more is sold of it");
}

#[test]
fn prices_without_tax_become_prices_with_tax() {
    let export = SmallExport::new().set("taxrules", "/results/0/price_includes_tax", json!(false));
    assert_eq!(read(&export).unwrap().tiers[0].price_minor, 14_161);
}

#[test]
fn a_signing_key_is_unwrapped_and_a_broken_one_refused() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let der =
        [&[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00][..], &[7; 32]].concat();
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der));
    let keys = json!({"pretix_sig1": [STANDARD.encode(pem)]});
    let mut event = fixture_event();
    event["valid_keys"] = keys;
    let export = SmallExport::new().set("event", "", event.clone());
    assert_eq!(read(&export).unwrap().signing_keys, [[7; 32]]);
    event["valid_keys"] = json!({"pretix_sig1": ["AAAA"]});
    let words = refused(&SmallExport::new().set("event", "", event));
    assert!(
        words.ends_with("valid_keys.pretix_sig1[0]: this is not the public half of an Ed25519 key"),
        "{words}"
    );
}

fn fixture_event() -> serde_json::Value {
    json!({"name": "Herbst", "slug": "herbst", "live": true, "currency": "EUR", "timezone": "Europe/Berlin",
        "date_from": "2026-10-23T14:00:00Z", "date_to": "2026-10-25T21:00:00Z"})
}

#[test]
fn real_exports_are_read_whole() {
    for folder in crate::import_pretix::shared::transcripts()
        .into_iter()
        .chain(crate::import_pretix::shared::festival())
    {
        let export = read_export(&folder).unwrap_or_else(|refused| panic!("{}: {refused}", folder.display()));
        assert!(export.orders.len() >= 60, "{}", folder.display());
        assert!(export.lists.len() >= 2 && export.tiers.len() >= 6, "{}", folder.display());
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn no_damage_to_a_file_makes_reading_panic(
        stem in proptest::sample::select(vec!["orders", "items", "checkinlists", "checkins", "event", "quotas"]),
        from_permille in 0_usize..1000, length in 0_usize..12, junk in "[\\[\\]{},:\"0-9a-z.\\-]{0,6}",
    ) {
        let folder = SmallExport::new().write();
        let file = folder.path().join(format!("{stem}.json"));
        let text: Vec<char> = std::fs::read_to_string(&file).unwrap().chars().collect();
        let start = text.len() * from_permille / 1000;
        let end = (start + length).min(text.len());
        let damaged: String = text[..start].iter().copied().chain(junk.chars()).chain(text[end..].iter().copied()).collect();
        std::fs::write(&file, damaged).unwrap();
        if let Err(refused) = read_export(folder.path()) {
            proptest::prop_assert!(!refused.to_string().is_empty());
        }
    }
}
