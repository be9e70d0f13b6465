//! What the tests of this context start from: a workspace that is set up, and an invented event.

use std::fmt::Debug;

use identity::{
    OrganizationRole, User, UserId,
    membership::{AddMember, add_member as take_in},
    organization::{InitOrganization, OrganizationType, WorkspacePurpose, init_organization},
};
use kernel::{Currency, Failure, Refusal, Timestamp, id::Id};
use testkit::{TestWorkspace, as_test};

use crate::{
    Event, EventId, EventStatus, Venue, VenueId,
    event::{CreateEvent, ReadinessFacts, TaxRounding, Visibility, create_event, publish_event},
    venue::VenueDraft,
};

/// Everything that selling needs and other contexts provide.
pub(crate) const READY: ReadinessFacts = ReadinessFacts {
    tier_count: 1,
    sellable_tier_count: 1,
    limited_tier_count: 1,
    signing_key_count: 1,
    checkin_list_count: 1,
};

/// A workspace with its owner.
pub(crate) struct House {
    workspace: TestWorkspace,
    pub(crate) owner: User,
}

impl std::ops::Deref for House {
    type Target = TestWorkspace;
    fn deref(&self) -> &TestWorkspace {
        &self.workspace
    }
}

/// A workspace that is set up in Berlin, in euros.
pub(crate) fn house() -> House {
    let workspace = testkit::workspace(&[identity::TABLES, crate::TABLES].concat());
    let request = InitOrganization {
        organization_name: "Lindenhof Kulturhaus".to_owned(),
        organization_type: OrganizationType::Venue,
        owner_name: "Mara Quell".to_owned(),
        owner_email: None,
        country_code: "DE".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
    };
    let made =
        workspace.transact(&as_test(), |tx| init_organization(tx, &request, WorkspacePurpose::Business));
    House { owner: made.unwrap().owner, workspace }
}

/// The day after the tests' present.
pub(crate) fn sommernacht() -> CreateEvent {
    CreateEvent {
        title: "Sommernacht im Hof".to_owned(),
        starts_at: "2026-06-13T20:00".to_owned(),
        ..CreateEvent::default()
    }
}

/// A venue to bring along.
pub(crate) fn hof() -> VenueDraft {
    VenueDraft { name: "Hof".to_owned(), ..VenueDraft::default() }
}

/// Plans `request`.
pub(crate) fn create(house: &House, request: &CreateEvent) -> Result<Event, Failure> {
    house.transact(&as_test(), |tx| create_event(tx, request))
}

/// An event on sale.
pub(crate) fn published(house: &House) -> Event {
    let draft = create(house, &CreateEvent { venue: Some(hof()), ..sommernacht() }).unwrap();
    house.transact(&as_test(), |tx| publish_event(tx, &draft.id.into(), READY)).unwrap()
}

/// Takes someone into the organization.
pub(crate) fn add_member(house: &House, name: &str, role: OrganizationRole) -> UserId {
    let request = AddMember { name: name.to_owned(), email: None, role };
    house.transact(&as_test(), |tx| take_in(tx, &request)).unwrap().user.id
}

/// How many rows the audit log has: what "nothing changed" is measured by.
pub(crate) fn changes(house: &House) -> i64 {
    let sql = "select count(*) as n from entity_audit_log";
    let count: Result<i64, kernel::Fault> =
        house.read(|view| view.one(sql, workspace::params![], |row| row.int("n")));
    count.unwrap()
}

/// The present of tests without a workspace.
pub(crate) fn now() -> Timestamp {
    testkit::start_of_tests()
}

/// An event of tests without a workspace: tomorrow evening, three hours.
pub(crate) fn draft() -> Event {
    let starts_at = now() + chrono::TimeDelta::hours(24);
    Event {
        id: EventId::from_bytes([1; 16]),
        title: "Sommernacht im Hof".to_owned(),
        slug: "sommernacht-im-hof".to_owned(),
        description: String::new(),
        category_code: None,
        status: EventStatus::Draft,
        visibility: Visibility::Public,
        currency: Currency::EUR,
        time_zone: "Europe/Berlin".parse().unwrap(),
        doors_at: None,
        starts_at,
        ends_at: starts_at + chrono::TimeDelta::hours(3),
        venue_id: None,
        capacity: None,
        terms: String::new(),
        prices_include_tax: true,
        tax_rounding: TaxRounding::Line,
        comp_quantity_max: None,
        has_price_rules: false,
        is_training: false,
        cancel_reason: String::new(),
        version: 1,
    }
}

/// A venue of tests without a workspace.
pub(crate) fn venue() -> Venue {
    Venue {
        id: VenueId::from_bytes([2; 16]),
        name: "Hof".to_owned(),
        address: String::new(),
        city: "Weimar".to_owned(),
        country_code: Some("DE".to_owned()),
        capacity: None,
        version: 1,
    }
}

/// The refusal that `outcome` must be.
pub(crate) fn refused<T: Debug>(outcome: Result<T, Failure>) -> Refusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}
