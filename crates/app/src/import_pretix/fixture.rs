//! A small export for tests: every kind of record once, every number easy to add in the head.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Files of an export by stem, to be changed before they are written.
#[derive(Debug, Clone)]
pub(super) struct SmallExport(BTreeMap<&'static str, Value>);

impl SmallExport {
    /// Two paid tickets with an add-on, a pending order, a cancelled one; one list, two scans.
    pub(super) fn new() -> Self {
        let mut files = BTreeMap::from([
            ("organizer", json!({"name": "Peers", "slug": "peer"})),
            ("settings", json!({"locale": "de"})),
            ("event", event()),
            ("items", list(&[pass(), day(), workshop()])),
            ("taxrules", list(&[json!({"id": 1, "rate": "19.00", "price_includes_tax": true})])),
            (
                "quotas",
                list(&[
                    json!({"id": 1, "name": "Haus", "size": 10, "items": [1, 2], "variations": [21, 22]}),
                ]),
            ),
            ("gates", json!({"results": [{"id": 1, "name": "Nordtor", "identifier": "NORD"}]})),
            ("devices", list(&[json!({"device_id": 7, "name": "scan-nord"})])),
            ("revokedsecrets", list(&[json!({"id": 1, "secret": "oldoldold"})])),
            ("blockedsecrets", list(&[])),
            ("vouchers", list(&[json!({"id": 1, "code": "V", "redeemed": 1, "max_usages": 1})])),
        ]);
        files.insert("questions", list(&[question()]));
        files.insert("checkinlists", list(&[checkin_list()]));
        files.insert("orders", list(&[paid_order(), pending_order(), cancelled_order()]));
        files.insert("checkins", list(&scans()));
        Self(files)
    }

    /// The value at a pointer such as `/results/0/total`, to be replaced.
    pub(super) fn set(mut self, stem: &'static str, pointer: &str, value: Value) -> Self {
        *self.0.get_mut(stem).unwrap().pointer_mut(pointer).unwrap() = value;
        self
    }

    /// Takes a member away.
    pub(super) fn without_member(mut self, stem: &'static str, pointer: &str, member: &str) -> Self {
        let object = self.0.get_mut(stem).unwrap().pointer_mut(pointer).unwrap();
        object.as_object_mut().unwrap().remove(member).unwrap();
        self
    }

    /// Adds a record to a list.
    pub(super) fn push(mut self, stem: &'static str, record: Value) -> Self {
        let file = self.0.get_mut(stem).unwrap();
        let results = file["results"].as_array_mut().unwrap();
        results.push(record);
        let count = results.len();
        file["count"] = json!(count);
        self
    }

    /// Takes a file away.
    pub(super) fn without_file(mut self, stem: &'static str) -> Self {
        self.0.remove(stem).unwrap();
        self
    }

    /// Writes the files, one value a line.
    pub(super) fn write(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (stem, value) in &self.0 {
            write(folder.path(), stem, value);
        }
        folder
    }
}

fn write(folder: &Path, stem: &str, value: &Value) {
    fs::write(folder.join(format!("{stem}.json")), serde_json::to_string_pretty(value).unwrap()).unwrap();
}

fn list(results: &[Value]) -> Value {
    json!({"count": results.len(), "next": null, "previous": null, "results": results})
}

fn event() -> Value {
    json!({
        "name": {"de": "Herbstklang", "en": "Autumn sound"}, "slug": "herbst", "live": true, "currency": "EUR",
        "date_from": "2026-10-23T14:00:00Z", "date_to": "2026-10-25T21:00:00Z",
        "date_admission": "2026-10-23T12:30:00Z", "is_public": true, "location": {"de": "Spinnerei\nHalle 3"},
        "has_subevents": false, "timezone": "Europe/Berlin"
    })
}

fn pass() -> Value {
    json!({"id": 1, "name": {"de": "Pass", "en": "Pass"}, "active": true, "default_price": "119.00",
        "tax_rate": "19.00", "tax_rule": 1, "admission": true, "position": 0, "category": 1,
        "checkin_attention": true, "checkin_text": "Armband Gold", "variations": []})
}

fn day() -> Value {
    let variation = |id: i64, value: &str, price: Value| json!({"id": id, "value": {"de": value}, "active": true, "position": id, "default_price": price});
    json!({"id": 2, "name": {"de": "Tagesticket"}, "active": true, "default_price": "49.00", "tax_rate": "7.00",
        "admission": true, "position": 1, "category": 1,
        "variations": [variation(22, "Samstag", json!("59.00")), variation(21, "Freitag", Value::Null)]})
}

fn workshop() -> Value {
    json!({"id": 3, "name": {"de": "Workshop"}, "active": true, "default_price": "25.00", "tax_rate": "0.00",
        "admission": false, "position": 0, "category": 2, "validity_mode": "fixed",
        "validity_fixed_from": "2026-10-24T08:00:00Z", "validity_fixed_until": null})
}

fn question() -> Value {
    json!({"id": 5, "question": {"de": "Armbandnummer"}, "type": "N", "required": true, "items": [1, 2],
        "options": [], "position": 1, "ask_during_checkin": true, "identifier": "BAND"})
}

fn checkin_list() -> Value {
    json!({"id": 9, "name": "Haupteingang", "all_products": false, "limit_products": [1, 2],
        "include_pending": false, "allow_multiple_entries": false, "allow_entry_after_exit": true,
        "rules": {"<": [{"var": "entries_number"}, 3]}, "exit_all_at": null, "addon_match": false})
}

/// A position of the pass.
pub(super) fn position(
    id: i64,
    item: i64,
    variation: Option<i64>,
    price: (&str, &str, &str),
    secret: &str,
) -> Value {
    json!({"id": id, "positionid": id, "item": item, "variation": variation, "price": price.0,
        "tax_rate": price.1, "tax_value": price.2, "attendee_name": "Ágnes Köglmayer", "attendee_email": null,
        "company": null, "secret": secret, "addon_to": null, "canceled": false, "valid_from": null,
        "valid_until": null, "blocked": null, "voucher": null, "seat": null, "answers": []})
}

fn paid_order() -> Value {
    let mut addon = position(102, 3, None, ("25.00", "0.00", "0.00"), "addonsecret");
    addon["addon_to"] = json!(101);
    let mut cancelled = position(103, 2, Some(21), ("49.00", "7.00", "3.21"), "cancelledsecret");
    cancelled["canceled"] = json!(true);
    let mut first = position(101, 1, None, ("119.00", "19.00", "19.00"), "passsecret");
    first["answers"] = json!([{"question": 5, "answer": "4711"}]);
    json!({
        "code": "AAAAA", "status": "p", "testmode": false, "email": "kunde@example.org", "phone": null,
        "locale": "de", "datetime": "2026-07-01T17:17:02Z", "expires": "2026-07-15T21:59:59Z", "total": "145.19",
        "fees": [{"id": 1, "fee_type": "payment", "value": "1.19", "description": "Gebühr", "tax_rate": "19.00",
            "tax_value": "0.19", "canceled": false}],
        "positions": [first, addon, cancelled],
        "payments": [{"local_id": 1, "state": "confirmed", "amount": "194.19", "created": "2026-07-01T17:17:02Z",
            "payment_date": "2026-07-02T08:00:00Z", "provider": "banktransfer"}],
        "refunds": [{"local_id": 1, "state": "done", "amount": "40.00", "payment": 1,
            "created": "2026-07-03T08:00:00Z", "execution_date": "2026-07-04T08:00:00Z", "comment": "Storno",
            "provider": "banktransfer"}],
        "invoice_address": {"name": "Ágnes Köglmayer", "company": ""}, "require_approval": false,
        "valid_if_pending": false
    })
}

fn pending_order() -> Value {
    json!({
        "code": "BBBBB", "status": "n", "email": "zwei@example.org", "phone": null, "locale": "en",
        "datetime": "2026-07-02T10:00:00Z", "expires": "2026-07-16T21:59:59Z", "total": "59.00", "fees": [],
        "positions": [position(201, 2, Some(22), ("59.00", "7.00", "3.86"), "pendingsecret")],
        "payments": [{"local_id": 1, "state": "created", "amount": "59.00", "created": "2026-07-02T10:00:00Z",
            "payment_date": null, "provider": "banktransfer"}],
        "refunds": [], "invoice_address": null, "require_approval": true, "valid_if_pending": false
    })
}

fn cancelled_order() -> Value {
    json!({
        "code": "CCCCC", "status": "c", "email": "drei@example.org", "locale": "de",
        "datetime": "2026-07-03T10:00:00Z", "total": "49.00", "fees": [],
        "positions": [position(301, 2, Some(21), ("49.00", "7.00", "3.21"), "gonesecret")],
        "payments": [{"local_id": 1, "state": "confirmed", "amount": "49.00", "created": "2026-07-03T10:00:00Z",
            "payment_date": "2026-07-03T10:00:00Z", "provider": "manual"}],
        "refunds": [{"local_id": 1, "state": "done", "amount": "49.00", "payment": 1,
            "created": "2026-07-05T10:00:00Z", "provider": "manual"}]
    })
}

fn scans() -> Vec<Value> {
    vec![
        json!({"id": 12, "successful": false, "error_reason": "already_redeemed", "position": 101,
            "datetime": "2026-10-23T13:05:00Z", "list": 9, "created": "2026-10-23T13:05:00Z", "gate": null,
            "device": 8, "type": "entry"}),
        json!({"id": 11, "successful": true, "error_reason": null, "position": 101,
            "datetime": "2026-10-23T13:00:00Z", "list": 9, "created": "2026-10-23T13:00:00Z", "gate": 1,
            "device": 7, "type": "entry"}),
    ]
}
