//! A real festival is brought in from another system; then the door sells, prints and scans into it, old codes and
//! new ones. Everything through the command line.
//!
//! The export is `../shared/data/pretix-export` beside the repository; a clone without it says so and passes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        io::{Read, Write},
        path::{Path, PathBuf},
        process::Command,
    };

    use flate2::{Compression, read::GzDecoder, write::GzEncoder};
    use serde_json::{Value, json};
    use stagedoor_tests::{Stagedoor, repository_root};

    const EVENT: &str = "herbst";
    const LIST: &str = "Haupteingang (Einmaleinlass)";
    /// The same list in the export's own table of who may enter.
    const LIST_THERE: &str = "2:no_gate";
    /// When the export was taken; its table of who may enter is of this moment.
    const AT: &str = "2026-10-24T15:00:00+02:00";

    #[test]
    fn a_festival_is_brought_in_and_the_door_goes_on() {
        let Some(export) = export() else { return };
        let stagedoor = Stagedoor::new();
        stagedoor.must(&["init", "--organization", "Lindenhof", "--owner", "Ida Brandt"]);

        first_import_agrees_with_the_shop(&stagedoor, &export);
        a_second_import_changes_nothing(&stagedoor, &export);
        a_broken_copy_is_refused_at_its_place(&stagedoor, &export);
        let payloads = sell_and_print(&stagedoor, &export);
        scan_old_and_new(&stagedoor, &export, &payloads);
        a_second_import_changes_nothing(&stagedoor, &export);
        assert_sound(&stagedoor);
    }

    fn export() -> Option<PathBuf> {
        let folder = repository_root().join("../shared/data/pretix-export");
        if !folder.is_dir() {
            println!("skipped: ../shared/data/pretix-export is not beside this repository");
            return None;
        }
        Some(folder)
    }

    fn import(stagedoor: &Stagedoor, export: &Path) -> Value {
        stagedoor.must(&["import", "pretix", export.to_str().unwrap()]).remove(0)
    }

    fn json_file(path: &Path) -> Value {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    }

    fn unpacked(path: &Path) -> String {
        let mut text = String::new();
        GzDecoder::new(fs::File::open(path).unwrap()).read_to_string(&mut text).unwrap();
        text
    }

    /// `new`, `unchanged` and `changed` of one kind of record.
    fn count(report: &Value, kind: &str) -> [i64; 3] {
        let counts = report["counts"].as_array().unwrap();
        let counted = counts.iter().find(|count| count["kind"] == kind).unwrap();
        ["new", "unchanged", "changed"].map(|what| counted[what].as_i64().unwrap())
    }

    fn first_import_agrees_with_the_shop(stagedoor: &Stagedoor, export: &Path) {
        let expected = json_file(&export.join("expected.json"));
        let report = import(stagedoor, export);
        for (word, letter) in [("paid", "p"), ("pending", "n"), ("expired", "e"), ("cancelled", "c")] {
            assert_eq!(report["orders_by_status"][word], expected["orders_by_status"][letter], "{word}");
        }
        let paid: i64 = expected["paid_orders_total"].as_str().unwrap().replace('.', "").parse().unwrap();
        assert_eq!(report["paid_total"], json!({ "minor": paid, "currency": "EUR" }));
        let orders: i64 =
            expected["orders_by_status"].as_object().unwrap().values().filter_map(Value::as_i64).sum();
        assert_eq!(count(&report, "orders"), [orders, 0, 0]);
        assert_eq!(count(&report, "tickets"), [expected["positions"]["all"].as_i64().unwrap(), 0, 0]);
        assert_eq!(
            stagedoor.must(&["order", "list", "--event", EVENT]).len(),
            usize::try_from(orders).unwrap()
        );
        assert_sound(stagedoor);
    }

    fn a_second_import_changes_nothing(stagedoor: &Stagedoor, export: &Path) {
        let before = stagedoor.changes();
        let report = import(stagedoor, export);
        for counted in report["counts"].as_array().unwrap() {
            assert_eq!((&counted["new"], &counted["changed"]), (&json!(0), &json!(0)), "{counted}");
        }
        assert_eq!(stagedoor.changes(), before, "what is here already is not written again");
    }

    /// One price of one position reads `12,x`.
    fn a_broken_copy_is_refused_at_its_place(stagedoor: &Stagedoor, export: &Path) {
        let copy = stagedoor.folder().join("broken");
        fs::create_dir(&copy).unwrap();
        for entry in fs::read_dir(export).unwrap() {
            let path = entry.unwrap().path();
            fs::write(copy.join(path.file_name().unwrap()), fs::read(&path).unwrap()).unwrap();
        }
        let text = unpacked(&export.join("orders.json.gz"));
        let (order, position) = (702, 4);
        let at = price_of(&text, order, position);
        let end = at + text[at..].find('"').unwrap();
        let broken = format!("{}12,x{}", &text[..at], &text[end..]);
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(broken.as_bytes()).unwrap();
        fs::write(copy.join("orders.json.gz"), packed.finish().unwrap()).unwrap();

        let verb = ["import", "pretix", copy.to_str().unwrap()];
        assert_eq!(stagedoor.refused(&verb), "import_malformed");
        let answer = stagedoor.run(&verb);
        let error = &answer.lines[0]["error"];
        let line = (text[..at].matches('\n').count() + 1).to_string();
        let field = format!("results[{order}].positions[{position}].price");
        assert_eq!(error["params"], json!({ "file": "orders.json.gz", "line": line, "path": field }));
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(&line) && message.contains(&field) && message.contains("12,x"), "{message}");
    }

    /// Where the price of a position begins in the text of the orders.
    fn price_of(text: &str, order: usize, position: usize) -> usize {
        const PRICE: &str = "\"price\": \"";
        let orders: Value = serde_json::from_str(text).unwrap();
        let positions = |order: &Value| order["positions"].as_array().unwrap().len();
        let results = orders["results"].as_array().unwrap();
        assert!(position < positions(&results[order]), "order {order} has {}", positions(&results[order]));
        let before: usize = results[..order].iter().map(positions).sum();
        let (at, _) = text.match_indices(PRICE).nth(before + position).unwrap();
        at + PRICE.len()
    }

    /// Sells two passes for cash, prints them, and gives what another program reads from the paper.
    fn sell_and_print(stagedoor: &Stagedoor, export: &Path) -> Vec<String> {
        let pass = pass_on_sale(stagedoor);
        let line = format!("{}=2", pass["name"].as_str().unwrap());
        let sold = stagedoor.must(&[
            "sell",
            "--event",
            EVENT,
            "--line",
            &line,
            "--pay",
            "cash:300",
            "--buyer",
            "Søren Çelik",
        ]);
        let price = pass["gross_price"]["minor"].as_i64().unwrap();
        assert_eq!(sold[0]["order"]["total"]["minor"], json!(2 * price));
        assert_eq!(sold[0]["change"]["minor"], json!(30_000 - 2 * price));
        let after = pass_on_sale(stagedoor);
        for (what, moved) in [("issued", 2), ("available", -2), ("held", 0)] {
            assert_eq!(after[what].as_i64().unwrap() - pass[what].as_i64().unwrap(), moved, "{what}");
        }
        let serials =
            sold[0]["tickets"].as_array().unwrap().iter().filter_map(|ticket| ticket["serial"].as_i64());
        let imported = json_file(&export.join("expected.json"))["positions"]["all"].as_i64().unwrap();
        assert_eq!(
            serials.collect::<Vec<_>>(),
            [imported + 1, imported + 2],
            "serials go on where the import ended"
        );

        let payloads: Vec<String> = sold[0]["tickets"]
            .as_array()
            .unwrap()
            .iter()
            .map(|ticket| {
                let code = ticket["code"].as_str().unwrap();
                let shown = stagedoor.must(&["ticket", "show", "--ticket", code]);
                shown[0]["payload"].as_str().unwrap().to_owned()
            })
            .collect();
        let order = sold[0]["order"]["code"].as_str().unwrap();
        let paper = stagedoor.folder().join("new.pdf");
        stagedoor.must(&[
            "print",
            "tickets",
            "--order",
            order,
            "--layout",
            "a4",
            "--out",
            paper.to_str().unwrap(),
        ]);
        assert_eq!(decoded(&paper), payloads.iter().cloned().collect::<BTreeSet<_>>());
        payloads
    }

    fn pass_on_sale(stagedoor: &Stagedoor) -> Value {
        let tiers = stagedoor.must(&["tier", "list", "--event", EVENT]);
        let pass = tiers.into_iter().find(|tier| tier["name"] == "Festivalpass").unwrap();
        assert_eq!(pass["state"], "on_sale", "the shop's presale window does not bind the door: {pass}");
        pass
    }

    /// What another program reads from the codes of a PDF.
    fn decoded(pdf: &Path) -> BTreeSet<String> {
        let folder = tempfile::tempdir().unwrap();
        let prefix = folder.path().join("page");
        let drawn =
            Command::new("pdftoppm").args(["-r", "150", "-png"]).arg(pdf).arg(&prefix).status().unwrap();
        assert!(drawn.success(), "pdftoppm draws {}", pdf.display());
        let pages = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let read = Command::new("zbarimg")
            .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
            .args(pages)
            .output()
            .unwrap();
        String::from_utf8(read.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// Codes by the answer that the other system would give at [`AT`]: the first of each answer, by its order's code.
    fn old_codes(export: &Path) -> BTreeMap<String, String> {
        let admissible: Value = serde_json::from_str(&unpacked(&export.join("admissible.json.gz"))).unwrap();
        let orders: Value = serde_json::from_str(&unpacked(&export.join("orders.json.gz"))).unwrap();
        let mut codes = BTreeMap::new();
        for order in orders["results"].as_array().unwrap() {
            for position in order["positions"].as_array().unwrap() {
                // What a single cancelled ticket answers is compared in the replay of recorded scans.
                if position["canceled"] == json!(true) && order["status"] != "c" {
                    continue;
                }
                let name = format!("{}-{}", order["code"].as_str().unwrap(), position["positionid"]);
                if let Some(answer) = admissible["lists"][LIST_THERE][&name].as_str() {
                    let secret = position["secret"].as_str().unwrap();
                    codes.entry(answer.to_owned()).or_insert_with(|| secret.to_owned());
                }
            }
        }
        codes
    }

    fn scan_old_and_new(stagedoor: &Stagedoor, export: &Path, payloads: &[String]) {
        let old = old_codes(export);
        let scanned = |code: &str| {
            let scan = ["scan", "--event", EVENT, "--list", LIST, "--at", AT, code];
            stagedoor.must(&scan).remove(0)
        };
        for (answer, verdict) in [
            ("ok", "admit"),
            ("blocked", "blocked"),
            ("canceled", "cancelled"),
            ("already_redeemed", "already_used"),
            ("unpaid", "unpaid"),
            ("unapproved", "unapproved"),
        ] {
            let outcome = scanned(&old[answer]);
            assert_eq!(outcome["verdict"], verdict, "{answer}: {outcome}");
            assert_eq!(outcome["ticket"]["code"], json!(old[answer]), "an old code stays what it was");
        }
        assert_eq!(scanned(&old["ok"])["verdict"], "already_used", "an old code opens the door once");
        for payload in payloads {
            let outcome = scanned(payload);
            assert_eq!(
                (&outcome["verdict"], &outcome["ticket"]["tier_name"]),
                (&json!("admit"), &json!("Festivalpass"))
            );
            assert_eq!(scanned(payload)["verdict"], "already_used", "a new code opens the door once");
        }
    }

    fn assert_sound(stagedoor: &Stagedoor) {
        let verified = stagedoor.must(&["verify"]).remove(0);
        assert_eq!(verified["is_ok"], json!(true), "{verified}");
        let reconciled = stagedoor.must(&["reconcile"]).remove(0);
        assert_eq!((&reconciled["is_consistent"], &reconciled["differences"]), (&json!(true), &json!([])));
        assert_eq!(reconciled["ledger_balance"], json!([{ "minor": 0, "currency": "EUR" }]));
    }
}
