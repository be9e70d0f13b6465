//! Sixty cases that the tests of other ticketing systems assert, one by one: proven here, proven by a test of
//! admission that carries the case's number, or not yet and why.
//!
//! The list is `../shared/cases/peer_cases.json` beside the repository; a clone without it says so and passes. To
//! take a case from "not yet": write its proof in `proofs/` and name it in [`TABLE`].
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

    use super::proofs::{door, money, places};

    /// Where a case stands.
    enum Stand {
        /// Its proof runs here; the words say what is done and how far it goes.
        Proven(fn(), &'static str),
        /// A test of admission, named after it, proves it.
        AtTheDoor,
        /// What it is about does not exist yet.
        NotYet(&'static str),
    }

    use Stand::{AtTheDoor, NotYet, Proven};

    const WRONG: &str = "WRONG";

    const ROUNDING: &str =
        "rounding over a whole order (modes net and keep) comes with fees and tax; tax is rounded per unit";
    const VOUCHERS: &str = "there are no vouchers yet";
    const POLICIES: &str =
        "no policy computes what is kept of a cancelled order yet; a sum entered by hand works, see R12";

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
        ("C33", NotYet("no job signs guests out each night; a list keeps its hour and nothing runs at it")),
        ("D03", AtTheDoor),
        ("E01", AtTheDoor),
        ("E02", AtTheDoor),
        ("E03", AtTheDoor),
        ("E06", AtTheDoor),
        ("E07", AtTheDoor),
        ("F02", NotYet(ROUNDING)),
        ("F03", NotYet(ROUNDING)),
        ("F06", NotYet(ROUNDING)),
        ("F08", NotYet(ROUNDING)),
        ("F11", NotYet(ROUNDING)),
        ("F13", NotYet(ROUNDING)),
        ("F16", Proven(money::f16_tax_is_split_out_of_a_gross_price, "a ticket sold for 99.99")),
        ("F25", NotYet("the till charges no fees yet, so none is split over a basket's rates")),
        ("F27", Proven(money::f27_halves_go_away_from_zero, "the rule itself; there is no invoice yet")),
        ("F32", Proven(money::f32_sums_agree_to_the_cent, "an imported order, a posting; no invoice yet")),
        ("F35", Proven(money::f35_amounts_have_their_currencys_decimals, "amounts as text")),
        ("F36", NotYet("no buyer is exempt from tax yet, and there are no discounts")),
        ("P02", NotYet("there are no group discounts yet")),
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
        ("Q09", NotYet(VOUCHERS)),
        ("Q11", NotYet(VOUCHERS)),
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
        ("R03", NotYet(POLICIES)),
        ("R04", NotYet(POLICIES)),
        (
            "R12",
            Proven(money::r12_what_is_kept_of_a_cancelled_event, "the sum that goes back is entered by hand"),
        ),
        (
            "R13",
            NotYet(
                "an order that was paid in part stays unpaid: called off, its money lies on the buyer's balance",
            ),
        ),
        ("R21", NotYet("a refund goes back by one payment; it is not spread over several yet")),
    ];

    #[test]
    fn every_case_of_the_peers_is_proven_or_named_as_missing() {
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
            NotYet(reason) => ("not yet", (*reason).to_owned()),
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
