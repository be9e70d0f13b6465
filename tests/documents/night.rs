//! `stagedoor demo` from end to end, its paper read back by other programs.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Command, Output},
};

use serde_json::{Value, json};
use stagedoor_tests::Stagedoor;

fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed: {error}"))
}

/// What another program reads from every QR code of a PDF.
fn decoded(pdf: &Path) -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    let prefix = folder.path().join("page");
    assert!(
        run("pdftoppm", &["-r", "150", "-png", pdf.to_str().unwrap(), prefix.to_str().unwrap()])
            .status
            .success()
    );
    let pages: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path().to_str().unwrap().to_owned())
        .collect();
    let mut arguments = vec!["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"];
    arguments.extend(pages.iter().map(String::as_str));
    let read = run("zbarimg", &arguments);
    String::from_utf8(read.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn the_demo_sells_prints_admits_and_its_paper_scans() {
    let stagedoor = Stagedoor::new();
    let out = stagedoor.folder().join("demo-out");
    let lines = stagedoor.must(&["demo", "--out", out.to_str().unwrap()]);
    let summary = lines.last().unwrap();
    assert_eq!(summary["admitted"], json!(3), "{summary}");
    assert_eq!(summary["is_verified"], json!(true), "{summary}");
    let refused: BTreeSet<&str> =
        summary["refused"].as_object().unwrap().keys().map(String::as_str).collect();
    for verdict in ["already_used", "refunded", "void", "wrong_event", "unknown"] {
        assert!(refused.contains(verdict), "{verdict} is missing: {refused:?}");
    }
    let workspace = out.join("demo.stagedoor");
    let expected = payloads(&stagedoor, &workspace);
    for pdf in
        ["tickets-a4.pdf", "tickets-a4-4up.pdf", "tickets-roll80.pdf", "tickets-tonight.pdf", "receipt.pdf"]
    {
        let path = out.join(pdf);
        assert!(run("qpdf", &["--check", path.to_str().unwrap()]).status.success(), "{pdf} is well-formed");
        if pdf.starts_with("tickets") {
            let codes = decoded(&path);
            assert!(!codes.is_empty(), "{pdf} has codes");
            assert!(codes.is_subset(&expected), "{pdf}: every code is a ticket's: {codes:?}");
        }
    }
    assert_eq!(
        decoded(&out.join("tickets-tonight.pdf")).len(),
        valid(&stagedoor, &workspace),
        "each valid ticket once"
    );
}

fn tickets(stagedoor: &Stagedoor, workspace: &Path) -> Vec<Value> {
    stagedoor.must(&["ticket", "list", "--event", "nachtklang", "--workspace", workspace.to_str().unwrap()])
}

fn payloads(stagedoor: &Stagedoor, workspace: &Path) -> BTreeSet<String> {
    tickets(stagedoor, workspace)
        .iter()
        .filter_map(|ticket| ticket["payload"].as_str().map(str::to_owned))
        .collect()
}

fn valid(stagedoor: &Stagedoor, workspace: &Path) -> usize {
    // The PDF was set before one ticket was refunded and one was voided.
    tickets(stagedoor, workspace).len()
}
