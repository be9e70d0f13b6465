//! What the tests of this context start from: a house, an event on sale, and the shortest way to each command.

use events::{
    Event,
    event::{CreateEvent, ReadinessFacts, create_event, publish_event},
};
use identity::organization::{InitOrganization, OrganizationType, WorkspacePurpose, init_organization};
use kernel::{Failure, Fault, Refusal};
use testkit::{TestWorkspace, as_test};
use workspace::Tx;

use crate::{
    inventory,
    order::{
        CompleteOrder, CompletedOrder, LineRequest, RefundOrder, RefundOutcome, complete_order,
        reconcile_money, refund_order,
    },
    signing::MemoryVault,
    tier::{CreateTier, ListTiers, TierDraft, TierRow, create_tier, list_tiers},
};

const READY: ReadinessFacts = ReadinessFacts {
    tier_count: 1,
    sellable_tier_count: 1,
    limited_tier_count: 1,
    signing_key_count: 1,
    checkin_list_count: 1,
};

/// A workspace with an event on sale.
pub(crate) struct House {
    pub(crate) file: TestWorkspace,
    pub(crate) event: Event,
    pub(crate) vault: MemoryVault,
}

impl std::ops::Deref for House {
    type Target = TestWorkspace;
    fn deref(&self) -> &TestWorkspace {
        &self.file
    }
}

/// An event on sale in Berlin, in euros, tomorrow evening; `capacity` bounds it.
pub(crate) fn house_for(capacity: Option<i64>) -> House {
    house_with(&CreateEvent { capacity, ..sommernacht() })
}

/// An event on sale without a bound.
pub(crate) fn house() -> House {
    house_for(None)
}

/// The event of most tests.
pub(crate) fn sommernacht() -> CreateEvent {
    CreateEvent {
        title: "Sommernacht im Hof".to_owned(),
        slug: Some("sommernacht".to_owned()),
        starts_at: "2026-06-13T20:00".to_owned(),
        ..CreateEvent::default()
    }
}

/// An event on sale as `request` wants it.
pub(crate) fn house_with(request: &CreateEvent) -> House {
    let tables = [identity::TABLES, events::TABLES, payments::TABLES, crate::TABLES].concat();
    let file = testkit::workspace(&tables);
    let organization = InitOrganization {
        organization_name: "Lindenhof Kulturhaus".to_owned(),
        organization_type: OrganizationType::Venue,
        owner_name: "Mara Quell".to_owned(),
        owner_email: None,
        country_code: "DE".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
    };
    let venue = events::venue::VenueDraft { name: "Hof".to_owned(), ..events::venue::VenueDraft::default() };
    let request = CreateEvent { venue: Some(venue), ..request.clone() };
    let event = file
        .transact(&as_test(), |tx| {
            init_organization(tx, &organization, WorkspacePurpose::Business)?;
            let event = create_event(tx, &request)?;
            publish_event(tx, &event.id.into(), READY)
        })
        .unwrap();
    House { file, event, vault: MemoryVault::default() }
}

impl House {
    /// Runs a command.
    pub(crate) fn run<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.file.transact(&as_test(), work)
    }

    /// Puts a tier on sale.
    pub(crate) fn tier(&self, draft: TierDraft) -> Result<TierRow, Failure> {
        self.run(|tx| create_tier(tx, &self.vault, &CreateTier { event: "sommernacht".to_owned(), draft }))
    }

    /// Puts a tier on sale with a price in minor units and 19 % tax.
    pub(crate) fn simple_tier(&self, name: &str, price_minor: i64, quantity: Option<i64>) -> TierRow {
        let (price_minor, tax_rate) = (Some(price_minor), Some("19".to_owned()));
        self.tier(TierDraft {
            name: name.to_owned(),
            price_minor,
            quantity,
            tax_rate,
            ..TierDraft::default()
        })
        .unwrap()
    }

    /// Sells for cash.
    pub(crate) fn sell(&self, lines: &[(&str, i64)]) -> Result<CompletedOrder, Failure> {
        self.sell_as(&sale(lines))
    }

    /// Sells.
    pub(crate) fn sell_as(&self, request: &CompleteOrder) -> Result<CompletedOrder, Failure> {
        self.run(|tx| complete_order(tx, request))
    }

    /// Refunds.
    pub(crate) fn refund(
        &self,
        order: &str,
        tickets: Option<&[&str]>,
        amount_minor: Option<i64>,
    ) -> Result<RefundOutcome, Failure> {
        let tickets = tickets.map(|codes| codes.iter().map(|code| (*code).to_owned()).collect());
        let (order, reason) = (order.to_owned(), "Ill".to_owned());
        self.run(|tx| {
            refund_order(tx, &RefundOrder { order, tickets, amount_minor, reason, ..RefundOrder::default() })
        })
    }

    /// The tier with this name as it stands now.
    pub(crate) fn tier_now(&self, name: &str) -> TierRow {
        let now = self.file.clock().now();
        let rows = self
            .file
            .read(|view| list_tiers(view, &ListTiers { event: "sommernacht".to_owned() }, now))
            .unwrap();
        rows.into_iter().find(|tier| tier.name == name).unwrap()
    }

    /// How many rows a table has.
    pub(crate) fn count(&self, sql: &'static str) -> i64 {
        self.file
            .read(|view| view.one(sql, workspace::params![], |row| row.int("n")))
            .map_err(|fault: Fault| fault)
            .unwrap()
    }

    /// Everything that can be proved about places and money holds.
    pub(crate) fn assert_books_are_right(&self) {
        let places = self.file.read(|view| inventory::reconcile(view, None)).unwrap();
        assert!(places.is_clean(), "{:?}", places.differences);
        let money = self.file.read(|view| reconcile_money(view, None)).unwrap();
        assert!(money.is_clean(), "{money:?}");
        let balance = self.file.read(|view| payments::ledger::trial_balance(view, self.event.id)).unwrap();
        assert!(balance.is_balanced, "{balance:?}");
    }

    /// What an account's entries of this event sum to.
    pub(crate) fn balance(&self, code: &str) -> i64 {
        let balance = self.file.read(|view| payments::ledger::trial_balance(view, self.event.id)).unwrap();
        balance
            .accounts
            .iter()
            .filter(|account| account.code == code)
            .map(|account| account.balance.minor)
            .sum()
    }
}

/// A sale for cash to nobody in particular.
pub(crate) fn sale(lines: &[(&str, i64)]) -> CompleteOrder {
    CompleteOrder {
        event: "sommernacht".to_owned(),
        lines: lines
            .iter()
            .map(|(tier, quantity)| LineRequest {
                tier: (*tier).to_owned(),
                quantity: *quantity,
                ..LineRequest::default()
            })
            .collect(),
        ..CompleteOrder::default()
    }
}

/// The refusal behind a failure.
pub(crate) fn refused<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> Refusal {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}
