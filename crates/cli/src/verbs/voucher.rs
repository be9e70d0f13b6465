//! Vouchers.

use app::Stagedoor;
use kernel::Failure;
use serde_json::json;

use super::given;
use crate::{
    output::{Column, Output},
    voucher_arguments::{CreateVoucher, VoucherVerb},
};

const VOUCHERS: &[Column] = &[
    ("code", "code"),
    ("kind", "kind"),
    ("percent", "percent"),
    ("amount", "amount"),
    ("used", "usages"),
    ("of", "max_usages"),
    ("taken off", "discounted"),
    ("budget", "budget"),
    ("balance", "balance"),
    ("places kept", "kept"),
    ("valid", "is_active"),
    ("note", "note"),
];

pub(crate) fn voucher(app: &Stagedoor, verb: &VoucherVerb, output: &Output) -> Result<(), Failure> {
    match verb {
        VoucherVerb::Create(create) => output.record(&made(app, create)?, VOUCHERS),
        VoucherVerb::List { event, search } => {
            let query = given([
                ("event", Some(json!(event))),
                ("search", search.as_ref().map(|search| json!(search))),
            ]);
            let found = app.dispatch("voucher.list", query)?;
            output.table(found.as_array().map_or(&[], Vec::as_slice), VOUCHERS);
        }
        VoucherVerb::Show { event, code } => {
            let query = json!({ "event": event, "voucher": code });
            output.record(&app.dispatch("voucher.show", query)?, VOUCHERS);
        }
    }
    Ok(())
}

fn made(app: &Stagedoor, create: &CreateVoucher) -> Result<serde_json::Value, Failure> {
    let text = |text: &Option<String>| text.as_ref().map(|text| json!(text));
    let flag = |is_set: bool| is_set.then_some(json!(true));
    let request = given([
        ("event", Some(json!(create.event))),
        ("code", text(&create.code)),
        ("kind", text(&create.kind)),
        ("value", text(&create.value)),
        ("budget", text(&create.budget)),
        ("max_usages", create.usages.map(|usages| json!(usages))),
        ("max_usages_per_customer", create.per_customer.map(|usages| json!(usages))),
        ("valid_from", text(&create.from)),
        ("valid_until", text(&create.until)),
        ("tiers", (!create.tiers.is_empty()).then(|| json!(create.tiers))),
        ("block_quota", flag(create.keep_places)),
        ("allow_ignore_quota", flag(create.beyond_quota)),
        ("show_hidden", flag(create.show_hidden)),
        ("note", text(&create.note)),
    ]);
    app.dispatch("voucher.create", request)
}
