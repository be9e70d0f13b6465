//! Making, changing and finding lists.

use serde_json::json;

use super::{
    CreateCheckinList, ListCheckinLists, UpdateCheckinList, create_checkin_list, list_checkin_lists,
    update_checkin_list,
};
use crate::{
    fixture::{EVENT, LIST, add_list, list_named, refused, venue, write},
    rules::Rule,
};

fn change(fields: serde_json::Value) -> UpdateCheckinList {
    let mut request = json!({ "event": EVENT, "list": LIST });
    for (name, value) in fields.as_object().unwrap() {
        request[name] = value.clone();
    }
    serde_json::from_value(request).unwrap()
}

#[test]
fn a_list_is_stored_as_it_was_asked_for() {
    let file = venue();
    let request = CreateCheckinList {
        tiers: Some(vec!["VIP".to_owned(), "1".to_owned(), "vip".to_uppercase()]),
        allows_multiple_entries: Some(true),
        rules: Some(Rule::All(vec![Rule::Constant(true)])),
        exit_all_at: Some("2026-06-13T04:00".to_owned()),
        ..list_named("Lounge")
    };
    let made = add_list(&file, &request);
    let shown =
        file.read(|view| list_checkin_lists(view, &ListCheckinLists { event: EVENT.to_owned() })).unwrap();
    let found = shown.iter().find(|list| list.name == "Lounge").unwrap();
    assert_eq!(found.tiers.iter().map(|tier| tier.name.as_str()).collect::<Vec<_>>(), ["Standard", "VIP"]);
    assert_eq!((found.id, found.rules.clone(), found.exit_all_at), (made.id, made.rules, made.exit_all_at));
    assert_eq!(
        found.exit_all_at.unwrap().to_rfc3339(),
        "2026-06-13T02:00:00+00:00",
        "local time of the event"
    );
    assert!(found.allows_multiple_entries && found.allows_reentry_after_exit && !found.covers_all_tiers);
}

#[test]
fn a_list_is_refused_with_the_field_at_fault() {
    let file = venue();
    for (request, field) in [
        (list_named(LIST), "name"),
        (list_named(&"x".repeat(121)), "name"),
        (CreateCheckinList { tiers: Some(vec!["Gold".to_owned()]), ..list_named("Gold") }, "tiers"),
        (
            CreateCheckinList { exit_all_at: Some("2026-10-25T02:30".to_owned()), ..list_named("Night") },
            "exit_all_at",
        ),
        (
            CreateCheckinList {
                rules: Some(Rule::Any(vec![Rule::Constant(true); 3_000])),
                ..list_named("Maze")
            },
            "rules",
        ),
        (CreateCheckinList { event: "nowhere".to_owned(), ..list_named("Side") }, "event"),
    ] {
        let refusal = refused(file.transact(&testkit::as_test(), |tx| create_checkin_list(tx, &request)));
        assert_eq!(refusal.field.as_deref(), Some(field), "{refusal:?}");
    }
    let lists =
        file.read(|view| list_checkin_lists(view, &ListCheckinLists { event: EVENT.to_owned() })).unwrap();
    assert_eq!(lists.len(), 1, "a refused list leaves nothing");
}

#[test]
fn what_a_change_does_not_name_stays() {
    let file = venue();
    let before =
        write(&file, |tx| update_checkin_list(tx, &change(json!({ "rules": { "constant": false } }))));
    let after = write(&file, |tx| update_checkin_list(tx, &change(json!({ "includes_pending": true }))));
    assert_eq!(after.rules, before.rules);
    assert!(after.includes_pending && after.covers_all_tiers);
    assert_eq!(after.version, before.version + 1);
    let without = write(&file, |tx| update_checkin_list(tx, &change(json!({ "removes_rules": true }))));
    assert_eq!(without.rules, None);
    let narrowed = write(&file, |tx| update_checkin_list(tx, &change(json!({ "tiers": ["VIP"] }))));
    assert_eq!((narrowed.covers_all_tiers, narrowed.tiers.len()), (false, 1));
    let widened = write(&file, |tx| update_checkin_list(tx, &change(json!({ "covers_all_tiers": true }))));
    assert_eq!((widened.covers_all_tiers, widened.tiers.len()), (true, 0));
}
