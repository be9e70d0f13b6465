//! Copies the lists into the workspace file. The lists are written over whatever an older release left there; rates,
//! which people may have changed or deleted, are only added where they are missing.

use kernel::{Failure, Fault, id::Id};
use serde_json::Value;
use workspace::{Tx, params};

use crate::{EventCategory, TaxRate};

kernel::id_type!(TaxRateId, "tax rate", "Names one country's rate of sales tax from a day on.");
kernel::id_type!(CreditRateId, "credit rate", "Names one currency's price of credits from a day on.");

const PUT_COUNTRY: &str = "
  insert into countries (code, alpha3, numeric_code, name, phone_prefix)
  values (?1, ?2, ?3, ?4, ?5)
  on conflict (code) do update set
    alpha3 = excluded.alpha3,
    numeric_code = excluded.numeric_code,
    name = excluded.name,
    phone_prefix = excluded.phone_prefix";

const PUT_CURRENCY: &str = "
  insert into currencies (code, numeric_code, name, symbol, exponent, kind, replaced_by_code)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
  on conflict (code) do update set
    numeric_code = excluded.numeric_code,
    name = excluded.name,
    symbol = excluded.symbol,
    exponent = excluded.exponent,
    kind = excluded.kind,
    replaced_by_code = excluded.replaced_by_code";

const PUT_TIME_ZONE: &str = "
  insert into timezones (name)
  values (?1)
  on conflict (name) do nothing";

const PUT_LANGUAGE: &str = "
  insert into languages (code, name, own_name)
  values (?1, ?2, ?3)
  on conflict (code) do update set
    name = excluded.name,
    own_name = excluded.own_name";

const PUT_INDUSTRY: &str = "
  insert into industries (code, name, position)
  values (?1, ?2, ?3)
  on conflict (code) do update set
    name = excluded.name,
    position = excluded.position";

const PUT_CATEGORY: &str = "
  insert into event_categories (code, parent_code, name, skills_required, position)
  values (?1, ?2, ?3, ?4, ?5)
  on conflict (code) do update set
    parent_code = excluded.parent_code,
    name = excluded.name,
    skills_required = excluded.skills_required,
    position = excluded.position";

const PUT_GENRE: &str = "
  insert into genres (slug, parent_slug, name, position)
  values (?1, ?2, ?3, ?4)
  on conflict (slug) do update set
    parent_slug = excluded.parent_slug,
    name = excluded.name,
    position = excluded.position";

const PUT_SKILL_CATEGORY: &str = "
  insert into skill_categories (slug, name, description, position)
  values (?1, ?2, ?3, ?4)
  on conflict (slug) do update set
    name = excluded.name,
    description = excluded.description,
    position = excluded.position";

const PUT_SKILL: &str = "
  insert into skills (slug, skill_category_slug, name, position)
  values (?1, ?2, ?3, ?4)
  on conflict (slug) do update set
    skill_category_slug = excluded.skill_category_slug,
    name = excluded.name,
    position = excluded.position";

const PUT_DESTINATION: &str = "
  insert into destinations (slug, name, city, country_code, currency, time_zone, language_codes, region)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
  on conflict (slug) do update set
    name = excluded.name,
    city = excluded.city,
    country_code = excluded.country_code,
    currency = excluded.currency,
    time_zone = excluded.time_zone,
    language_codes = excluded.language_codes,
    region = excluded.region";

const ADD_TAX_RATE: &str = "
  insert into tax_rates (id, country_code, kind, name, percent, valid_from, created_at, updated_at,
    created_by_user_id, updated_by_user_id)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?8)
  on conflict (country_code, kind, valid_from) do nothing";

const ADD_CREDIT_RATE: &str = "
  insert into credit_rates (id, currency, credits_per_unit, valid_from, created_at, updated_at,
    created_by_user_id, updated_by_user_id)
  values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?6)
  on conflict (currency, valid_from) do nothing";

/// Brings the lists in the workspace file to those of this release. Doing it again changes nothing.
///
/// # Errors
/// A fault when the database fails.
pub fn seed(tx: &Tx<'_>) -> Result<(), Failure> {
    put_iso_lists(tx)?;
    put_taxonomies(tx)?;
    put_destinations(tx)?;
    add_rates(tx)?;
    Ok(())
}

fn put_iso_lists(tx: &Tx<'_>) -> Result<(), Fault> {
    for c in crate::countries() {
        tx.execute(PUT_COUNTRY, params![c.code, c.alpha3, c.numeric_code, c.name, c.phone_prefix])?;
    }
    for c in crate::currency_facts() {
        let replaced_by = c.replaced_by.as_ref().map(|newer| newer.code().to_owned());
        let row = params![
            c.code.code(),
            c.numeric_code,
            c.name,
            c.symbol,
            c.exponent,
            c.kind.as_str(),
            replaced_by
        ];
        tx.execute(PUT_CURRENCY, row)?;
    }
    for name in crate::time_zones() {
        tx.execute(PUT_TIME_ZONE, params![name])?;
    }
    for l in crate::languages() {
        tx.execute(PUT_LANGUAGE, params![l.code, l.name, l.own_name])?;
    }
    Ok(())
}

fn put_taxonomies(tx: &Tx<'_>) -> Result<(), Fault> {
    for (position, i) in (1_i64..).zip(crate::industries()) {
        tx.execute(PUT_INDUSTRY, params![i.code, i.name, position])?;
    }
    for (position, category) in (1_i64..).zip(crate::categories()) {
        let EventCategory { code, parent_code, name, skills_required } = category;
        tx.execute(PUT_CATEGORY, params![code, parent_code, name, json(skills_required), position])?;
    }
    for (position, g) in (1_i64..).zip(crate::genres()) {
        tx.execute(PUT_GENRE, params![g.slug, g.parent_slug, g.name, position])?;
    }
    for (position, c) in (1_i64..).zip(crate::skill_categories()) {
        tx.execute(PUT_SKILL_CATEGORY, params![c.slug, c.name, c.description, position])?;
    }
    for (position, s) in (1_i64..).zip(crate::skills()) {
        tx.execute(PUT_SKILL, params![s.slug, s.category_slug, s.name, position])?;
    }
    Ok(())
}

fn put_destinations(tx: &Tx<'_>) -> Result<(), Fault> {
    for d in crate::destinations() {
        let row = params![
            d.slug,
            d.name,
            d.city,
            d.country_code,
            d.currency.code(),
            d.time_zone.name(),
            json(&d.language_codes),
            d.region.as_str()
        ];
        tx.execute(PUT_DESTINATION, row)?;
    }
    Ok(())
}

fn add_rates(tx: &Tx<'_>) -> Result<(), Fault> {
    let actor = tx.actor();
    for rate in crate::tax_rates() {
        let TaxRate { country_code, kind, name, percent, valid_from } = rate;
        let id = tx.new_id::<TaxRateId>()?;
        let (percent, valid_from) = (percent.to_string(), valid_from.to_string());
        let row = params![
            id.bytes(),
            country_code,
            kind.as_str(),
            name,
            percent,
            valid_from,
            tx.now_micros(),
            actor
        ];
        tx.execute(ADD_TAX_RATE, row)?;
    }
    for rate in crate::credit_rates() {
        let id = tx.new_id::<CreditRateId>()?;
        let (credits_per_unit, valid_from) = (rate.credits_per_unit.to_string(), rate.valid_from.to_string());
        let row =
            params![id.bytes(), rate.currency.code(), credits_per_unit, valid_from, tx.now_micros(), actor];
        tx.execute(ADD_CREDIT_RATE, row)?;
    }
    Ok(())
}

fn json(words: &[String]) -> String {
    Value::from(words).to_string()
}

/// Every statement of this store, for the test that prepares them.
#[cfg(test)]
const STATEMENTS: &[&str] = &[
    PUT_COUNTRY,
    PUT_CURRENCY,
    PUT_TIME_ZONE,
    PUT_LANGUAGE,
    PUT_INDUSTRY,
    PUT_CATEGORY,
    PUT_GENRE,
    PUT_SKILL_CATEGORY,
    PUT_SKILL,
    PUT_DESTINATION,
    ADD_TAX_RATE,
    ADD_CREDIT_RATE,
];

#[cfg(test)]
mod tests {
    use testkit::{TestWorkspace, as_test};

    use super::*;

    fn seeded() -> TestWorkspace {
        let file = testkit::workspace(crate::TABLES);
        file.transact(&as_test(), seed).unwrap();
        file
    }

    fn count(file: &TestWorkspace, sql: &'static str) -> i64 {
        let counted: Result<i64, Fault> = file.read(|view| view.one(sql, params![], |row| row.int("n")));
        counted.unwrap()
    }

    const ROWS: &[(&str, &str)] = &[
        ("countries", "select count(*) as n from countries"),
        ("currencies", "select count(*) as n from currencies"),
        ("timezones", "select count(*) as n from timezones"),
        ("languages", "select count(*) as n from languages"),
        ("industries", "select count(*) as n from industries"),
        ("event_categories", "select count(*) as n from event_categories"),
        ("genres", "select count(*) as n from genres"),
        ("skill_categories", "select count(*) as n from skill_categories"),
        ("skills", "select count(*) as n from skills"),
        ("destinations", "select count(*) as n from destinations"),
        ("tax_rates", "select count(*) as n from tax_rates"),
        ("credit_rates", "select count(*) as n from credit_rates"),
    ];

    #[test]
    fn every_statement_can_be_prepared_on_a_fresh_file() {
        let file = testkit::workspace(crate::TABLES);
        for statement in STATEMENTS {
            let prepared = file.transact(&as_test(), |tx| Ok(tx.prepares(statement)?));
            assert!(prepared.is_ok(), "{prepared:?}");
        }
    }

    #[test]
    fn the_file_holds_every_list_whole() {
        let file = seeded();
        let wanted = [
            crate::countries().len(),
            crate::currency_facts().len(),
            crate::time_zones().count(),
            crate::languages().len(),
            crate::industries().len(),
            crate::categories().len(),
            crate::genres().len(),
            crate::skill_categories().len(),
            crate::skills().len(),
            crate::destinations().len(),
            crate::tax_rates().len(),
            crate::credit_rates().len(),
        ];
        for ((table, sql), wanted) in ROWS.iter().zip(wanted) {
            assert_eq!(count(&file, sql), i64::try_from(wanted).unwrap(), "{table}");
        }
        let broken = count(&file, "select count(*) as n from pragma_foreign_key_check");
        assert_eq!(broken, 0, "every reference between the lists holds");
    }

    #[test]
    fn a_second_seed_changes_nothing() {
        let file = seeded();
        let changes = "select count(*) as n from entity_audit_log";
        let before: Vec<_> = ROWS.iter().map(|(_, sql)| count(&file, sql)).collect();
        let changes_before = count(&file, changes);
        file.transact(&as_test(), seed).unwrap();
        let after: Vec<_> = ROWS.iter().map(|(_, sql)| count(&file, sql)).collect();
        assert_eq!((before, changes_before), (after, count(&file, changes)));
    }

    #[test]
    fn a_changed_list_is_mended_and_a_changed_rate_is_kept() {
        let file = seeded();
        file.transact(&as_test(), |tx| {
            tx.execute_one("update countries set name = 'Old name' where code = 'DE'", params![])?;
            let rate =
                "update tax_rates set percent = '12.5' where country_code = 'DE' and kind = 'standard'";
            Ok(tx.execute_one(rate, params![])?)
        })
        .unwrap();
        file.transact(&as_test(), seed).unwrap();
        let mended = "select count(*) as n from countries where code = 'DE' and name = 'Germany'";
        assert_eq!(count(&file, mended), 1, "lists come with the release");
        let kept = "select count(*) as n from tax_rates where country_code = 'DE' and percent = '12.5'";
        assert_eq!(count(&file, kept), 1, "rates belong to the people of the workspace");
    }

    #[test]
    fn a_rate_is_a_captured_record_with_its_author() {
        let file = seeded();
        let captured =
            "select count(*) as n from entity_audit_log where entity_type = 'tax_rates' and op = 'I'";
        assert_eq!(count(&file, captured), i64::try_from(crate::tax_rates().len()).unwrap());
        let authored = "select count(*) as n from tax_rates where created_by_user_id is not null";
        assert_eq!(count(&file, authored), i64::try_from(crate::tax_rates().len()).unwrap());
    }

    #[test]
    fn the_tables_refuse_what_the_lists_never_say() {
        let file = seeded();
        for sql in [
            "insert into countries (code, alpha3, numeric_code, name) values ('de', 'XDE', '999', 'Nowhere')",
            "insert into skills (slug, skill_category_slug, name, position) values ('x', 'nobody', 'X', 1)",
            "update currencies set exponent = 5 where code = 'EUR'",
            "update tax_rates set percent = '1e3' where country_code = 'DE'",
            "update event_categories set parent_code = 'MUSC' where code = 'CORP_1_1'",
        ] {
            let refused = file.transact(&as_test(), |tx| Ok(tx.execute(sql, params![])?));
            assert!(refused.is_err(), "{sql}");
        }
    }
}
