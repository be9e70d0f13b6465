//! A real festival, compared to the cent with the figures that its own shop gave, and the exports beside the
//! check-in transcripts.

use std::{collections::BTreeMap, fs};

use serde_json::Value;

use super::*;

/// `"1234.50"` as minor units.
fn minor(amount: &Value) -> i64 {
    let text = amount.as_str().unwrap();
    let (whole, cents) = text.split_once('.').unwrap_or((text, "00"));
    let cents: String = cents.chars().chain("00".chars()).take(2).collect();
    format!("{whole}{cents}").parse().unwrap()
}

fn count(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

/// Rows of a query as text: first column the key, the rest numbers.
fn table<const N: usize>(file: &TestWorkspace, sql: &'static str) -> BTreeMap<String, [i64; N]> {
    let columns = ["a", "b", "c"];
    let rows = file.read(|view| {
        view.all(sql, params![], |row| {
            let mut numbers = [0; N];
            for (number, column) in numbers.iter_mut().zip(columns) {
                *number = row.int(column)?;
            }
            Ok((row.text("key")?, numbers))
        })
    });
    rows.unwrap().into_iter().collect()
}

struct Festival {
    file: TestWorkspace,
    expected: Value,
    report: ImportReport,
}

/// One import serves all checks, because it is the dearest part of them.
#[test]
fn the_festival_agrees_with_its_shop_to_the_cent() {
    let Some(festival) = festival() else { return };
    assert_sound(&festival.file);
    check_orders(&festival);
    check_sales(&festival);
    check_money(&festival);
    check_quotas(&festival);
    check_lists(&festival);
    check_second_import(&festival);
}

/// The festival in a fresh workspace; `None` in a clone that lies beside no shared files.
fn festival() -> Option<Festival> {
    let folder = shared::festival()?;
    let expected = fs::read_to_string(folder.join("expected.json")).unwrap();
    let file = fresh();
    let report = import(&file, &folder).unwrap();
    Some(Festival { file, expected: serde_json::from_str(&expected).unwrap(), report })
}

fn check_orders(festival: &Festival) {
    let Festival { file, expected, report } = festival;
    let by_status = &expected["orders_by_status"];
    for (word, letter) in [("paid", "p"), ("pending", "n"), ("expired", "e"), ("cancelled", "c")] {
        assert_eq!(i64::from(report.orders_by_status[word]), count(&by_status[letter]), "{word}");
    }
    assert_eq!(report.paid_total.minor, minor(&expected["paid_orders_total"]));
    assert_eq!(
        number(file, "select sum(total_minor) as n from orders where status = 'paid'"),
        report.paid_total.minor
    );

    let positions = &expected["positions"];
    for (key, sql) in [
        ("all", "select count(*) as n from tickets where is_foreign_code = 1"),
        ("not_canceled", "select count(*) as n from tickets where status = 'issued'"),
        ("blocked", "select count(*) as n from tickets where block_reason <> ''"),
        ("valid_from", "select count(*) as n from tickets where valid_from is not null"),
        ("valid_until", "select count(*) as n from tickets where valid_until is not null"),
        ("addons", "select count(*) as n from tickets where addon_to_ticket_id is not null"),
        ("with_company", "select count(*) as n from tickets where holder_company <> ''"),
    ] {
        assert_eq!(number(file, sql), count(&positions[key]), "{key}");
    }
    assert_eq!(
        number(file, "select count(*) as n from orders where is_approval_pending = 1 and status = 'pending'"),
        count(&expected["orders_pending_require_approval"])
    );
    assert_eq!(
        number(file, "select count(*) as n from orders where is_valid_while_pending = 1"),
        count(&expected["orders_valid_if_pending"])
    );
}

fn check_sales(festival: &Festival) {
    let Festival { file, expected, .. } = festival;
    let by_item = table::<3>(
        file,
        "select reference.source_key as key, count(*) as a, sum(ticket.gross_minor) as b, sum(ticket.tax_minor) as c
        from tickets ticket join orders own on own.id = ticket.order_id
        join import_references reference on reference.entity_id = ticket.tier_id and reference.kind = 'tiers'
        where own.status = 'paid' and ticket.status = 'issued' group by reference.source_key",
    );
    for item in expected["paid_by_item"].as_array().unwrap() {
        let key = match item["variation_id"].as_i64() {
            Some(variation) => format!("{}/{variation}", item["item_id"]),
            None => item["item_id"].to_string(),
        };
        assert_eq!(
            by_item[&key],
            [count(&item["n"]), minor(&item["gross"]), minor(&item["tax"])],
            "product {key}"
        );
    }

    let by_rate = table::<3>(
        file,
        "select item.tax_rate as key, count(*) as a, sum(ticket.gross_minor) as b, sum(ticket.tax_minor) as c
        from tickets ticket join orders own on own.id = ticket.order_id
        join order_items item on item.id = ticket.order_item_id
        where own.status = 'paid' and ticket.status = 'issued' group by item.tax_rate",
    );
    let fees = |group: &'static str| table::<3>(file, group);
    let fees_by_rate = fees(
        "select fee.tax_rate as key, count(*) as a, sum(fee.gross_minor) as b, sum(fee.tax_minor) as c
        from order_fees fee join orders own on own.id = fee.order_id
        where own.status = 'paid' and fee.is_cancelled = 0 group by fee.tax_rate",
    );
    let fees_by_kind = fees(
        "select fee.kind as key, count(*) as a, sum(fee.gross_minor) as b, sum(fee.tax_minor) as c
        from order_fees fee join orders own on own.id = fee.order_id
        where own.status = 'paid' and fee.is_cancelled = 0 group by fee.kind",
    );
    for (list, key, found) in [
        ("paid_by_tax_rate", "tax_rate", &by_rate),
        ("paid_fees_by_tax_rate", "tax_rate", &fees_by_rate),
        ("paid_fees_by_type", "fee_type", &fees_by_kind),
    ] {
        let wanted = expected[list].as_array().unwrap();
        assert_eq!(wanted.len(), found.len(), "{list}");
        for sum in wanted {
            let figures = [count(&sum["n"]), minor(&sum["gross"]), minor(&sum["tax"])];
            assert_eq!(found[sum[key].as_str().unwrap()], figures, "{list} {}", sum[key]);
        }
    }
}

fn check_money(festival: &Festival) {
    let Festival { file, expected, report } = festival;
    let payments = table::<2>(
        file,
        "select status as key, count(*) as a, sum(amount_minor) as b from payments group by status",
    );
    let refunds = table::<2>(
        file,
        "select status as key, count(*) as a, sum(amount_minor) as b from refunds group by status",
    );
    for (list, word, state, found) in [
        ("payments_by_state", "created", "created", &payments),
        ("payments_by_state", "confirmed", "confirmed", &payments),
        ("payments_by_state", "cancelled", "canceled", &payments),
        ("refunds_by_state", "created", "created", &refunds),
        ("refunds_by_state", "done", "done", &refunds),
        ("refunds_by_state", "in_transit", "transit", &refunds),
    ] {
        let wanted = &expected[list][state];
        assert_eq!(found[word], [count(&wanted["n"]), minor(&wanted["sum"])], "{list} {state}");
    }

    let ledger = table::<1>(
        file,
        "select account.code as key, sum(entry.amount_minor) as a
        from ledger_entries entry join ledger_accounts account on account.id = entry.account_id group by account.code",
    );
    let (came, went) = (payments["confirmed"][1], refunds["done"][1] + refunds["in_transit"][1]);
    let on_accounts: i64 = ["bank", "other_clearing"].iter().map(|code| ledger[*code][0]).sum();
    assert_eq!(on_accounts, came - went, "what arrived and did not go back is on the accounts");
    let earned: i64 = ledger
        .iter()
        .filter(|(code, _)| !["bank", "other_clearing", "customer_balance"].contains(&code.as_str()))
        .map(|(_, sums)| sums[0])
        .sum();
    assert_eq!(-earned, report.paid_total.minor, "what paid orders sold is earned, or owed as tax");
}

fn check_quotas(festival: &Festival) {
    let Festival { file, expected, .. } = festival;
    let used = table::<2>(
        file,
        "select reference.source_key as key, coalesce(quota.size, -1) as a, (
            select coalesce(sum(latest.issued_after + latest.held_after), 0) from quota_tiers member
            join inventory_operations latest on latest.tier_id = member.tier_id
              and latest.seq = (select max(seq) from inventory_operations where tier_id = member.tier_id)
            where member.quota_id = quota.id) as b
        from quotas quota join import_references reference on reference.entity_id = quota.id and reference.kind = 'quotas'",
    );
    for quota in expected["quotas"].as_array().unwrap() {
        let key = quota["id"].to_string();
        let [size, used] = used[&key];
        match quota["available_number"].as_i64() {
            None => assert_eq!(size, -1, "quota {key} has no limit"),
            Some(available) => assert_eq!(size - used, available, "quota {key}"),
        }
    }
}

fn check_lists(festival: &Festival) {
    let Festival { file, expected, .. } = festival;
    let lists = table::<3>(
        file,
        "with on_list as (
            select list.id as list_id, ticket.id as ticket_id
            from checkin_lists list
            join tickets ticket on ticket.event_id = list.event_id and ticket.status = 'issued'
            join orders own on own.id = ticket.order_id
            where (list.covers_all_tiers = 1
                or exists (select 1 from checkin_list_tiers t where t.list_id = list.id and t.tier_id = ticket.tier_id))
              and (own.status = 'paid'
                or own.status = 'pending' and (list.includes_pending = 1 or own.is_valid_while_pending = 1))
          ), latest as (
            select list_id, ticket_id, direction, max(scanned_at) as scanned_at
            from scan_logs where is_admitted = 1 group by list_id, ticket_id
          )
        select reference.source_key as key, count(*) as a,
          sum(exists (select 1 from scan_logs scan where scan.list_id = on_list.list_id and scan.ticket_id = on_list.ticket_id
            and scan.is_admitted = 1 and scan.direction = 'entry')) as b,
          sum(coalesce(latest.direction = 'entry', 0)) as c
        from on_list
        join import_references reference on reference.entity_id = on_list.list_id and reference.kind = 'checkin_lists'
        left join latest on latest.list_id = on_list.list_id and latest.ticket_id = on_list.ticket_id
        group by reference.source_key",
    );
    for (key, list) in expected["checkin_lists"].as_object().unwrap() {
        let wanted =
            [count(&list["position_count"]), count(&list["checkin_count"]), count(&list["inside_count"])];
        assert_eq!(lists[key], wanted, "list {key} {}", list["name"]);
    }
}

fn check_second_import(festival: &Festival) {
    let Festival { file, report, .. } = festival;
    let changes = || number(file, "select count(*) as n from entity_audit_log");
    let before = changes();
    let again = import(file, &shared::festival().unwrap()).unwrap();
    assert_eq!(changes(), before);
    let (written, left) = (totals(report), totals(&again));
    assert_eq!((left.0, left.2), (0, 0), "nothing is new, nothing changed");
    assert_eq!(left.1, written.0, "everything is recognized");
}

#[test]
fn exports_of_the_transcripts_arrive_clean_twice_beside_each_other() {
    let file = fresh();
    for folder in shared::transcripts() {
        let first =
            import(&file, &folder).unwrap_or_else(|failure| panic!("{}: {failure}", folder.display()));
        assert!(first.warnings.is_empty(), "{:?}", first.warnings);
        let again = import(&file, &folder).unwrap();
        assert_eq!((totals(&again).0, totals(&again).2), (0, 0), "{}", folder.display());
    }
    assert_sound(&file);
}
