//! Sixty cases that the tests of other ticketing systems assert, one by one: proven here, or proven by a test of
//! admission that carries the case's number.
//!
//! The list is `../shared/cases/peer_cases.json` beside the repository; a clone without it says so and passes. A
//! new case needs a proof in `proofs/` and a line in [`TABLE`].
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[cfg(test)]
mod proofs;

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        fs, panic,
        path::Path,
    };

    use serde_json::Value;
    use stagedoor_tests::repository_root;

    use super::proofs::{door, money, places, policies, prices, vouchers};

    /// Where a case stands.
    enum Stand {
        /// Its proof runs here; the words say what is done and how far it goes.
        Proven(fn(), &'static str),
        /// A test of admission, named after it, proves it.
        AtTheDoor,
    }

    use Stand::{AtTheDoor, Proven};

    const WRONG: &str = "WRONG";

    /// Every case of the list, and no other.
    const TABLE: &[(&str, Stand)] = &[
        ("A01", AtTheDoor),
        ("A02", AtTheDoor),
        ("A05", AtTheDoor),
        ("A06", AtTheDoor),
        ("A10", AtTheDoor),
        ("A11", AtTheDoor),
        ("A13", AtTheDoor),
        ("A16", AtTheDoor),
        ("A19", AtTheDoor),
        ("A25", AtTheDoor),
        ("A29", AtTheDoor),
        ("B01", AtTheDoor),
        ("B02", AtTheDoor),
        ("B05", AtTheDoor),
        ("B08", AtTheDoor),
        ("B09", AtTheDoor),
        ("B10", AtTheDoor),
        ("B11", Proven(door::b11_lists_count_apart, "one ticket on two lists")),
        ("B14", AtTheDoor),
        ("C01", AtTheDoor),
        ("C06", AtTheDoor),
        ("C07", AtTheDoor),
        ("C09", AtTheDoor),
        ("C11", AtTheDoor),
        ("C15", AtTheDoor),
        ("C18", AtTheDoor),
        ("C19", AtTheDoor),
        ("C28", AtTheDoor),
        ("C33", AtTheDoor),
        ("D03", AtTheDoor),
        ("E01", AtTheDoor),
        ("E02", AtTheDoor),
        ("E03", AtTheDoor),
        ("E06", AtTheDoor),
        ("E07", AtTheDoor),
        ("F02", Proven(prices::f02_tax_on_the_sum_of_nets_may_move_the_gross, "five tickets sold")),
        ("F03", Proven(prices::f03_the_gross_is_kept_where_it_can, "five tickets sold")),
        ("F06", Proven(prices::f06_an_odd_price_keeps_its_gross_too, "five tickets sold")),
        (
            "F08",
            Proven(prices::f08_currencies_without_decimals_round_to_whole_units, "five tickets sold for yen"),
        ),
        ("F11", Proven(prices::f11_a_gross_that_no_net_gives_moves_by_a_cent, "one ticket sold")),
        ("F13", Proven(prices::f13_different_prices_of_one_rate_round_together, "three tickets sold")),
        ("F16", Proven(money::f16_tax_is_split_out_of_a_gross_price, "a ticket sold for 99.99")),
        ("F25", Proven(prices::f25_a_fee_is_split_over_the_rates, "a basket of two rates sold")),
        ("F27", Proven(money::f27_halves_go_away_from_zero, "the rule itself; there is no invoice yet")),
        ("F32", Proven(money::f32_sums_agree_to_the_cent, "an imported order, a posting; no invoice yet")),
        ("F35", Proven(money::f35_amounts_have_their_currencys_decimals, "amounts as text")),
        (
            "F36",
            Proven(prices::f36_tax_is_taken_out_after_the_discount, "three exempt buyers, two with vouchers"),
        ),
        ("P02", Proven(prices::p02_three_for_two_frees_the_cheapest, "four baskets sold")),
        (
            "Q03",
            Proven(places::q03_an_unpaid_order_keeps_its_place_until_it_is_expired, "paid, unpaid, expired"),
        ),
        ("Q05", Proven(places::q05_a_hold_that_ran_out_keeps_nothing, "a hold is our cart; no sweep needed")),
        (
            "Q06",
            Proven(
                places::q06_the_smallest_quota_counts,
                "two quotas; the emptied one is a third, quotas do not change size yet",
            ),
        ),
        (
            "Q09",
            Proven(
                vouchers::q09_a_voucher_keeps_what_is_left_of_it,
                "redeemed usages are tickets with places of their own, so the quota is two larger",
            ),
        ),
        ("Q11", Proven(vouchers::q11_a_voucher_in_a_basket_is_counted_once, "a hold is our cart")),
        (
            "Q21",
            Proven(
                places::q21_one_place_has_one_taker,
                "holds by two threads, sales by two tills at one server",
            ),
        ),
        (
            "Q23",
            Proven(
                places::q23_one_of_two_expired_orders_is_paid,
                "both taken up again and paid at one moment",
            ),
        ),
        ("R03", Proven(policies::r03_a_share_is_taken_of_everything, "by the event's policy")),
        ("R04", Proven(policies::r04_no_share_is_taken_of_fees_that_are_kept, "by the event's policy")),
        ("R12", Proven(policies::r12_what_is_kept_of_a_cancelled_event, "the whole event refunded")),
        (
            "R13",
            Proven(
                policies::r13_no_more_is_kept_than_was_paid,
                "an imported order, the whole event refunded",
            ),
        ),
        (
            "R21",
            Proven(
                policies::r21_money_goes_back_by_what_brought_it,
                "the rule itself; each tender of ours can go back in part",
            ),
        ),
    ];

    #[test]
    fn every_case_of_the_peers_is_proven() {
        let folder = repository_root().join("../shared/cases");
        if !folder.is_dir() {
            println!("skipped: ../shared/cases is not beside this repository");
            return;
        }
        let text = fs::read_to_string(folder.join("peer_cases.json")).unwrap();
        let list: Value = serde_json::from_str(&text).unwrap();
        let cases = list["cases"].as_array().unwrap();
        let mut wrong = unlisted(cases);
        let named = tests_by_name(&repository_root().join("crates/admission"));
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for case in cases {
            let id = case["id"].as_str().unwrap();
            let stand = TABLE.iter().find(|(known, _)| *known == id).map(|(_, stand)| stand);
            let (outcome, words) =
                stand.map_or((WRONG, "in neither list".to_owned()), |s| judge(id, s, &named));
            println!("{id}  {outcome}: {words}");
            *counts.entry(outcome).or_default() += 1;
            if outcome == WRONG {
                wrong.push(format!("{id}: {words}; expected: {}", case["expect"]));
            }
        }
        println!("{} cases: {counts:?}", cases.len());
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// What the table says twice or of cases that the list does not have.
    fn unlisted(cases: &[Value]) -> Vec<String> {
        let listed: BTreeSet<&str> = cases.iter().filter_map(|case| case["id"].as_str()).collect();
        let mut seen = BTreeSet::new();
        TABLE
            .iter()
            .filter(|(id, _)| !listed.contains(id) || !seen.insert(*id))
            .map(|(id, _)| format!("{id} stands twice in the table, or is not in the list"))
            .collect()
    }

    fn judge(id: &str, stand: &Stand, names: &BTreeSet<String>) -> (&'static str, String) {
        match stand {
            Proven(proof, how) => match panic::catch_unwind(proof) {
                Ok(()) => ("passed", (*how).to_owned()),
                Err(_) => (WRONG, "the proof failed; what it said stands above".to_owned()),
            },
            AtTheDoor => {
                let start = format!("{}_", id.to_lowercase());
                let named: Vec<&str> =
                    names.iter().filter(|name| name.starts_with(&start)).map(String::as_str).collect();
                if named.is_empty() {
                    (WRONG, "no test of admission carries its number".to_owned())
                } else {
                    ("tested in admission", named.join(", "))
                }
            }
        }
    }

    /// Names of the test functions below `folder`.
    fn tests_by_name(folder: &Path) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                names.append(&mut tests_by_name(&path));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let lines: Vec<&str> = text.lines().map(str::trim).collect();
                names.extend(lines.windows(2).filter(|pair| pair[0] == "#[test]").filter_map(|pair| {
                    let name = pair[1].strip_prefix("fn ")?.split('(').next()?;
                    Some(name.to_owned())
                }));
            }
        }
        names
    }
}
