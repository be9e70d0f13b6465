//! The real product behind the real socket.

use std::sync::Arc;

use app::{Stagedoor, vault};
use serde_json::json;
use testkit::{FakeClock, FakeRandomness, start_of_tests};

use super::client::serve_with;
use crate::Options;

#[test]
fn a_workspace_is_made_planned_in_and_read_through_the_socket() {
    let folder = tempfile::tempdir().unwrap();
    let product = Stagedoor::new(app::Options {
        clock: Arc::new(FakeClock::at(start_of_tests())),
        randomness: Arc::new(FakeRandomness::default()),
        data_folder: folder.path().to_owned(),
        vault: vault::Choice::FileBesideWorkspace,
        sign_in: app::SignIn::ByStaff,
    });
    let server = serve_with(product, &Options::default());
    let nothing_open = server.command("event.list", "{}");
    assert_eq!((nothing_open.status, nothing_open.code().as_str()), (422, "no_workspace"));

    let path = folder.path().join("night.stagedoor");
    let setup = json!({
        "path": path, "organization_name": "Lindenhof Kulturhaus", "owner_name": "Mara Quell",
        "country_code": "DE", "currency": "EUR", "time_zone": "Europe/Berlin",
    });
    assert_eq!(
        server.command("workspace.create", &setup.to_string()).json()["ok"]["handle"],
        "lindenhof-kulturhaus"
    );

    let mut listening = server.listen();
    let event = json!({ "title": "Sommernacht", "starts_at": "2026-06-13T20:00" });
    assert_eq!(server.command("event.create", &event.to_string()).json()["ok"]["slug"], "sommernacht");
    let (name, stale) = listening.next_event();
    assert_eq!(name, "stale");
    assert!(stale["queries"].as_array().unwrap().contains(&json!("event.")), "{stale}");
    assert_eq!(server.command("event.list", "").json()["ok"]["total"], 1);

    for (command, input, status, code) in [
        ("event.create", json!({ "title": "Nacht" }), 422, "invalid_input"),
        (
            "event.create",
            json!({ "title": "Nacht", "starts_at": "2026-03-29T02:30" }),
            422,
            "time_does_not_exist",
        ),
        ("event.show", json!({ "event": "nothing" }), 422, "unknown_event"),
        ("event.teleport", json!({}), 404, "unknown_command"),
    ] {
        let answer = server.command(command, &input.to_string());
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{command}");
    }
}
