//! What the tests of this context start from: a house with an event on sale, tiers of two tax rates, and the shortest
//! way to each command.

use events::{
    Event,
    event::{CreateEvent, ReadinessFacts, create_event, publish_event},
};
use identity::organization::{InitOrganization, OrganizationType, WorkspacePurpose, init_organization};
use kernel::{Failure, Fault};
use payments::{ledger::account_balances, payment::Tender};
use testkit::{TestWorkspace, as_test};
use ticketing::{
    order::{CompleteOrder, LineRequest},
    signing::MemoryVault,
    tier::{CreateTier, TierDraft, create_tier},
};
use workspace::{ActorId, Check, CommandContext, Tx};

use crate::{
    drawer::{TillSale, TillSold, sell_at_till},
    session::{
        CloseSession, ClosedSession, DenominationCount, OfTill, OpenSession, TillSession, begin_count,
        close_session, open_session,
    },
    till::{CreateTill, create_till},
};

const READY: ReadinessFacts = ReadinessFacts {
    tier_count: 1,
    sellable_tier_count: 1,
    limited_tier_count: 1,
    signing_key_count: 1,
    checkin_list_count: 1,
};

/// A workspace with an event on sale: GA at 25.00 with 19 % tax, VIP at 60.00 with 7 %.
pub(crate) struct House {
    pub(crate) file: TestWorkspace,
    owner: ActorId,
}

impl std::ops::Deref for House {
    type Target = TestWorkspace;
    fn deref(&self) -> &TestWorkspace {
        &self.file
    }
}

/// A house without a till.
pub(crate) fn house() -> House {
    let tables =
        [identity::TABLES, events::TABLES, payments::TABLES, ticketing::TABLES, crate::TABLES].concat();
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
    let owner = file
        .transact(&as_test(), |tx| {
            let made = init_organization(tx, &organization, WorkspacePurpose::Business)?;
            planned(tx, "sommernacht", false)?;
            Ok(kernel::id::Id::bytes(&made.owner.id))
        })
        .unwrap();
    House { file, owner: ActorId(owner) }
}

fn planned(tx: &Tx<'_>, slug: &str, is_training: bool) -> Result<Event, Failure> {
    let venue = events::venue::VenueDraft { name: "Hof".to_owned(), ..events::venue::VenueDraft::default() };
    let event = create_event(
        tx,
        &CreateEvent {
            title: "Sommernacht im Hof".to_owned(),
            slug: Some(slug.to_owned()),
            starts_at: "2026-06-13T20:00".to_owned(),
            is_training: Some(is_training),
            venue: Some(venue),
            ..CreateEvent::default()
        },
    )?;
    for (name, price_minor, rate) in [("GA", 2500, "19"), ("VIP", 6000, "7")] {
        let draft = TierDraft {
            name: name.to_owned(),
            price_minor: Some(price_minor),
            tax_rate: Some(rate.to_owned()),
            ..TierDraft::default()
        };
        create_tier(tx, &MemoryVault::default(), &CreateTier { event: slug.to_owned(), draft })?;
    }
    publish_event(tx, &event.id.into(), READY)
}

impl House {
    /// Runs a command as the owner.
    pub(crate) fn run<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.file.transact(&CommandContext { command: "test", actor: Some(self.owner) }, work)
    }

    /// Puts a practice event on sale.
    pub(crate) fn plan_training(&self) {
        self.run(|tx| planned(tx, "probe", true)).unwrap();
    }

    /// Makes a till.
    pub(crate) fn till(&self, code: &str, is_training: bool) {
        let code = Some(code.to_owned());
        self.run(|tx| create_till(tx, &CreateTill { code, is_training, ..CreateTill::default() })).unwrap();
    }

    /// Opens a drawer.
    pub(crate) fn open(&self, till: &str, float_minor: i64) -> Result<TillSession, Failure> {
        let (till, float_minor) = (Some(till.to_owned()), Some(float_minor));
        self.run(|tx| open_session(tx, &OpenSession { till, float_minor }))
    }

    /// Sells.
    pub(crate) fn sell(
        &self,
        till: &str,
        lines: &[(&str, i64)],
        payment: Tender,
    ) -> Result<TillSold, Failure> {
        self.run(|tx| sell_at_till(tx, &sale(till, lines, payment)))
    }

    /// Counts `counted_minor` in cents and closes.
    pub(crate) fn close(
        &self,
        till: &str,
        counted_minor: i64,
        reason: Option<&str>,
    ) -> Result<ClosedSession, Failure> {
        let counts = vec![DenominationCount { denomination_minor: 1, count: counted_minor }];
        self.run(|tx| {
            let of = OfTill { till: Some(till.to_owned()) };
            begin_count(tx, &of)?;
            let (till, reason) = (of.till, reason.map(str::to_owned));
            close_session(tx, &CloseSession { till, counts, reason, next_float_minor: None })
        })
    }

    /// What an account's entries sum to.
    pub(crate) fn balance(&self, code: &str) -> i64 {
        let balances = self.file.read(account_balances).unwrap();
        balances.iter().filter(|account| account.code == code).map(|account| account.balance.minor).sum()
    }

    /// What this context's checks find.
    pub(crate) fn findings(&self) -> Vec<String> {
        let found = |check: &Check| self.file.read(|view| (check.run)(view)).unwrap();
        let findings = crate::CHECKS.iter().flat_map(found);
        findings.map(|finding| finding.message).collect()
    }

    /// Everything that can be proved about places and money holds.
    pub(crate) fn assert_books_are_right(&self) {
        assert_eq!(self.findings(), Vec::<String>::new());
        let places = self.file.read(|view| ticketing::inventory::reconcile(view, None)).unwrap();
        assert!(places.is_clean(), "{:?}", places.differences);
        let money = self.file.read(|view| ticketing::order::reconcile_money(view, None)).unwrap();
        assert!(money.is_clean(), "{money:?}");
        let sum: Result<i64, Fault> = self
            .file
            .read(|view| Ok(account_balances(view)?.iter().map(|account| account.balance.minor).sum()));
        assert_eq!(sum.unwrap(), 0, "the ledger sums to nothing");
    }
}

/// A sale at a till to nobody in particular.
pub(crate) fn sale(till: &str, lines: &[(&str, i64)], payment: Tender) -> TillSale {
    let line = |(tier, quantity): &(&str, i64)| LineRequest {
        tier: (*tier).to_owned(),
        quantity: *quantity,
        ..LineRequest::default()
    };
    TillSale {
        till: Some(till.to_owned()),
        order: CompleteOrder {
            event: "sommernacht".to_owned(),
            lines: lines.iter().map(line).collect(),
            payment,
            ..CompleteOrder::default()
        },
    }
}

/// Cash, exactly.
pub(crate) fn cash() -> Tender {
    Tender::Cash { tendered_minor: None }
}

/// A card.
pub(crate) fn card() -> Tender {
    Tender::Card { reference: "T-1".to_owned() }
}

/// A gift.
pub(crate) fn comp() -> Tender {
    Tender::Comp { reason: "Press".to_owned() }
}
