//! Sell until the disk is full: the sale that did not fit is refused by name, everything before it is whole.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};
use stagedoor_tests::{Server, Stagedoor};

/// A disk of four megabytes in memory. Mounting needs the right to; without it, a namespace of the user's own gives it.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(at: &'a Path) -> Self {
        fs::create_dir_all(at).unwrap();
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(at).status().unwrap();
        assert!(mounted.success(), "a small disk could not be mounted; run as root or in a user namespace");
        Self(at)
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

fn sale(n: u32) -> Value {
    json!({
        "event": "jazz", "lines": [{ "tier": "GA", "quantity": 1 }], "payment": { "method": "card", "reference": "x" },
        "buyer_name": "N".repeat(200), "idempotency_key": format!("full-{n}"),
    })
}

#[test]
fn a_full_disk_refuses_the_sale_by_name_and_keeps_all_others() {
    let stagedoor = Stagedoor::on_sale();
    let at = stagedoor.folder().join("small");
    let disk = SmallDisk::mount(&at);
    let workspace = at.join("night.stagedoor");
    fs::copy(stagedoor.workspace(), &workspace).unwrap();
    let filler = at.join("filler");
    let room = fs::metadata(&workspace).unwrap().len();
    fs::write(
        &filler,
        vec![0_u8; usize::try_from(4_000_000_u64.saturating_sub(room).saturating_sub(600_000)).unwrap()],
    )
    .unwrap();

    let server = Server::start(&workspace);
    let mut sold = 0;
    let refusal = (0..5000).find_map(|n| match server.call("order.complete", &sale(n)) {
        Ok(_) => {
            sold += 1;
            None
        }
        Err(error) => Some(error.unwrap_or_else(|| panic!("the server died instead of refusing"))),
    });
    let refusal = refusal.unwrap_or_else(|| panic!("the disk never filled"));
    assert_eq!(refusal["code"], "disk_full", "{refusal}");
    let orders = server.call("order.list", &json!({ "event": "jazz" })).unwrap();
    assert_eq!(orders["total"], json!(sold), "every acknowledged sale is there, and no other");

    fs::remove_file(&filler).unwrap();
    server.call("order.complete", &sale(9_999)).unwrap();
    let report = server.call("verify", &json!({})).unwrap();
    assert_eq!(report["is_ok"], json!(true), "{report}");
    drop(server);
    drop(disk);
}
