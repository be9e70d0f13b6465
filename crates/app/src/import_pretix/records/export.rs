//! Reading a folder into one [`Export`].

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use admission::code::pretix_sig1::public_key;
use kernel::Timestamp;
use serde::de::DeserializeOwned;

use super::{Export, OrderRecord, TierRecord, catalog, door, orders};
use crate::import_pretix::{
    read::{
        json_path::JsonPath,
        parse::{self, Document},
        source::{ExportFolder, SourceText},
    },
    refusal::ImportRefused,
    report::NotImported,
    wire,
};

/// What a person should know, gathered on the way.
#[derive(Debug, Default)]
pub(super) struct Notes {
    warnings: Vec<String>,
    left_out: BTreeMap<(&'static str, &'static str), u32>,
}

impl Notes {
    /// Something about what is imported.
    pub(super) fn warn(&mut self, text: String) {
        self.warnings.push(text);
    }

    /// Something that is not imported.
    pub(super) fn left_out(&mut self, what: &'static str, count: u32, reason: &'static str) {
        if count > 0 {
            let sum = self.left_out.entry((what, reason)).or_default();
            *sum = sum.saturating_add(count);
        }
    }
}

/// Reads and checks everything at `path`.
pub(in crate::import_pretix) fn read_export(path: &Path) -> Result<Export, ImportRefused> {
    let folder = ExportFolder::at(path)?;
    let mut notes = Notes::default();
    let organizer: Document<wire::Organizer> = parse::document(folder.read_required("organizer")?)?;
    let event_file: Document<wire::Event> = parse::document(folder.read_required("event")?)?;
    let settings = match folder.read("settings")? {
        Some(source) => parse::document::<wire::Settings>(source)?.value,
        None => wire::Settings::default(),
    };
    let locale = settings.locale.unwrap_or_else(|| "en".to_owned());
    let item_file: Document<wire::List<wire::Item>> = whole_list(folder.read_required("items")?)?;
    let order_file: Document<wire::List<wire::Order>> = whole_list(folder.read_required("orders")?)?;
    let list_file: Document<wire::List<wire::CheckinList>> =
        whole_list(folder.read_required("checkinlists")?)?;
    let tax_rules = optional_list::<wire::TaxRule>(&folder, "taxrules", &mut notes)?.value.results;
    let blocked = optional_list::<wire::BlockedSecret>(&folder, "blockedsecrets", &mut notes)?.value.results;
    let blocked: HashSet<String> =
        blocked.into_iter().filter(|entry| entry.blocked).map(|entry| entry.secret).collect();

    let event = catalog::event(&event_file, &locale, &mut notes)?;
    let all_orders = &order_file.value.results;
    let sold_bare = orders::products_sold_bare(all_orders);
    let (tiers, products) =
        catalog::tiers(&item_file, &tax_rules, &sold_bare, (event.currency, &locale), &mut notes)?;
    let quotas = catalog::quotas(&whole_list(folder.read_required("quotas")?)?, &products, &mut notes)?;
    let gates = door::gates(&optional_list(&folder, "gates", &mut notes)?, &locale)?;
    let questions = door::questions(&optional_list(&folder, "questions", &mut notes)?, &products, &locale)?;
    let lists = door::lists(&list_file, &products)?;
    let context = orders::Context {
        document: &order_file,
        products: &products,
        questions: &questions.iter().map(|question| question.id).collect(),
        blocked: &blocked,
        currency: event.currency,
    };
    let orders = orders::orders(&context, &mut notes)?;
    warn_of_validity(&tiers, &orders, &mut notes);
    let devices = devices(&folder, &mut notes)?;
    let known = door::Known::new(&orders, all_orders, &lists, &gates, devices);
    let scans = door::scans(&scan_file(&folder, &order_file, &mut notes)?, &known, &mut notes)?;
    let revoked_codes = door::revoked_codes(&optional_list(&folder, "revokedsecrets", &mut notes)?)?;
    let vouchers = optional_list::<wire::Voucher>(&folder, "vouchers", &mut notes)?.value.results;
    let moments =
        orders.iter().map(|order| order.ordered_at).chain(scans.iter().map(|scan| scan.recorded_at));
    note_vouchers(&vouchers, moments.max(), &mut notes);
    Ok(Export {
        source: format!("pretix:{}/{}", organizer.value.slug, event.slug),
        signing_keys: signing_keys(&event_file)?,
        currency_place: event_file.place(&JsonPath::root().key("currency")),
        event,
        tiers,
        quotas,
        gates,
        questions,
        lists,
        orders,
        scans,
        revoked_codes,
        warnings: notes.warnings,
        not_imported: notes
            .left_out
            .into_iter()
            .map(|((what, reason), count)| NotImported {
                what: what.to_owned(),
                count,
                reason: reason.to_owned(),
            })
            .collect(),
        order_file,
        list_file,
    })
}

/// A list that is there with all its pages.
fn whole_list<T: DeserializeOwned>(source: SourceText) -> Result<Document<wire::List<T>>, ImportRefused> {
    let document: Document<wire::List<T>> = parse::document(source)?;
    let list = &document.value;
    if list.next.is_some() {
        return Err(document
            .malformed(&JsonPath::root().key("next"), "there are more pages; join them all in results"));
    }
    match list.count {
        Some(count) if count != list.results.len() => Err(document.malformed(
            &JsonPath::root().key("count"),
            format!("{count} records are announced, {} are there", list.results.len()),
        )),
        Some(_) | None => Ok(document),
    }
}

/// A list that older or partial exports leave out.
fn optional_list<T: DeserializeOwned>(
    folder: &ExportFolder,
    stem: &str,
    notes: &mut Notes,
) -> Result<Document<wire::List<T>>, ImportRefused> {
    match folder.read(stem)? {
        Some(source) => whole_list(source),
        None => {
            notes.warn(format!("The export has no {stem}.json; nothing of it was imported."));
            whole_list(nothing(stem))
        }
    }
}

fn nothing(stem: &str) -> SourceText {
    SourceText { file: format!("{stem}.json"), text: "{\"results\": []}".to_owned() }
}

fn scan_file(
    folder: &ExportFolder,
    order_file: &Document<wire::List<wire::Order>>,
    notes: &mut Notes,
) -> Result<Document<wire::List<wire::Scan>>, ImportRefused> {
    match folder.read("checkins")? {
        Some(source) => whole_list(source),
        None => {
            notes.warn(
                "The export has no checkins.json; only the successful scans that orders carry were imported."
                    .to_owned(),
            );
            Ok(order_file.with_value(door::nested_scans(&order_file.value.results)))
        }
    }
}

/// Vouchers that may still be used keep places. The export does not say when it was made; its newest order or scan is
/// the latest moment that it can know of.
fn note_vouchers(vouchers: &[wire::Voucher], newest: Option<Timestamp>, notes: &mut Notes) {
    let count = u32::try_from(vouchers.len()).unwrap_or(u32::MAX);
    notes.left_out(
        "vouchers",
        count,
        "there are no vouchers here yet; prices already include those that were used",
    );
    let kept: u64 = vouchers
        .iter()
        .filter(|voucher| voucher.block_quota)
        .filter(|voucher| voucher.valid_until.is_none_or(|end| newest.is_none_or(|newest| newest <= end.0)))
        .map(|voucher| voucher.max_usages.saturating_sub(voucher.redeemed))
        .sum();
    if kept > 0 {
        notes.warn(format!("Vouchers keep {kept} places in the shop; here those places are on sale."));
    }
}

/// Names of devices by their number.
fn devices(folder: &ExportFolder, notes: &mut Notes) -> Result<HashMap<i64, String>, ImportRefused> {
    let devices = optional_list::<wire::Device>(folder, "devices", notes)?.value.results;
    Ok(devices.into_iter().map(|device| (device.device_id, device.name)).collect())
}

/// A ticket without limits of its own has those of its tier here. In the shop it has none when the product got its
/// validity after the sale.
fn warn_of_validity(tiers: &[TierRecord], orders: &[OrderRecord], notes: &mut Notes) {
    let limited = tiers.iter().filter(|tier| tier.valid_from.is_some() || tier.valid_until.is_some());
    for tier in limited {
        let tickets = orders.iter().flat_map(|order| &order.tickets).filter(|ticket| ticket.tier == tier.key);
        let open =
            tickets.filter(|ticket| ticket.valid_from.is_none() && ticket.valid_until.is_none()).count();
        if open > 0 {
            let name = &tier.name;
            notes.warn(format!("{open} tickets of “{name}” have no validity of their own; the door holds them to that of “{name}”."));
        }
    }
}

/// Keys that older codes were signed with, unwrapped from base64, PEM and DER.
fn signing_keys(event_file: &Document<wire::Event>) -> Result<Vec<[u8; 32]>, ImportRefused> {
    let keys = event_file.value.valid_keys.pretix_sig1.iter().enumerate();
    keys.map(|(index, wrapped)| {
        public_key(wrapped).ok_or_else(|| {
            let path = JsonPath::root().key("valid_keys").element("pretix_sig1", index);
            event_file.malformed(&path, "this is not the public half of an Ed25519 key")
        })
    })
    .collect()
}
