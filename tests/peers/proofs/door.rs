//! What only the whole door can show, because the verdict's own rule sees one list at a time: group B.

use serde_json::json;
use stagedoor_tests::Stagedoor;

/// Two lists that admit once: a ticket enters on each, once.
pub(crate) fn b11_lists_count_apart() {
    let stagedoor = Stagedoor::on_sale();
    stagedoor.must(&["checkin-list", "create", "--event", "jazz", "--name", "Cloakroom"]);
    let sold = stagedoor.must(&["sell", "--event", "jazz", "--line", "GA=1", "--pay", "cash:25"]);
    let code = sold[0]["tickets"][0]["code"].as_str().unwrap();
    let told = |list: &str| {
        let scan = ["scan", "--event", "jazz", "--list", list, "--at", "2027-06-12T19:30", code];
        stagedoor.must(&scan)[0]["verdict"].clone()
    };
    assert_eq!(["Door", "Cloakroom"].map(told), [json!("admit"), json!("admit")]);
    assert_eq!(["Door", "Cloakroom"].map(told), [json!("already_used"), json!("already_used")]);
}
