//! A house with an event on sale, and orders in every state that a case starts from.

use events::{
    Event,
    event::{CreateEvent, ReadinessFacts, create_event, publish_event},
    venue::VenueDraft,
};
use identity::organization::{InitOrganization, OrganizationType, WorkspacePurpose, init_organization};
use kernel::{Currency, Failure, Money};
use payments::payment::{PaymentMethod, PaymentStatus, RecordedPayment, Tender};
use testkit::{TestWorkspace, as_test};
use ticketing::{
    inventory,
    order::{
        Buyer, CompleteOrder, CompletedOrder, LineRequest, OrderStatus, complete_order,
        import::{ImportedOrder, ImportedTicket, record_order},
        reconcile_money,
    },
    signing::MemoryVault,
    tax::TaxRate,
    ticket::TicketStatus,
    tier::{CreateTier, ListTiers, TierDraft, TierRow, create_tier, list_tiers},
};
use workspace::Tx;

/// The event of all proofs.
pub(super) const EVENT: &str = "probe";

const READY: ReadinessFacts = ReadinessFacts {
    tier_count: 1,
    sellable_tier_count: 1,
    limited_tier_count: 1,
    signing_key_count: 1,
    checkin_list_count: 1,
};

/// Euros in cents.
pub(super) fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

/// A rate in percent.
pub(super) fn rate(percent: &str) -> TaxRate {
    percent.parse().unwrap()
}

/// A workspace with a published event.
pub(super) struct House {
    pub(super) file: TestWorkspace,
    pub(super) event: Event,
    vault: MemoryVault,
}

impl House {
    pub(super) fn open() -> Self {
        Self::open_with(CreateEvent::default())
    }

    /// A house whose event has the settings of `settings`; title, slug, start and venue are the same for all.
    pub(super) fn open_with(settings: CreateEvent) -> Self {
        let tables = [identity::TABLES, events::TABLES, payments::TABLES, ticketing::TABLES].concat();
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
        let request = CreateEvent {
            title: "Probe".to_owned(),
            slug: Some(EVENT.to_owned()),
            starts_at: "2026-06-13T20:00".to_owned(),
            venue: Some(VenueDraft { name: "Hof".to_owned(), ..VenueDraft::default() }),
            ..settings
        };
        let event = file.transact(&as_test(), |tx| {
            init_organization(tx, &organization, WorkspacePurpose::Business)?;
            let event = create_event(tx, &request)?;
            publish_event(tx, &event.id.into(), READY)
        });
        Self { file, event: event.unwrap(), vault: MemoryVault::default() }
    }

    pub(super) fn run<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.file.transact(&as_test(), work)
    }

    pub(super) fn tier(&self, name: &str, price_minor: i64, percent: &str, quantity: Option<i64>) -> TierRow {
        let draft = TierDraft {
            name: name.to_owned(),
            price_minor: Some(price_minor),
            tax_rate: Some(percent.to_owned()),
            quantity,
            ..TierDraft::default()
        };
        let request = CreateTier { event: EVENT.to_owned(), draft };
        self.run(|tx| create_tier(tx, &self.vault, &request)).unwrap()
    }

    /// Places left of a tier now.
    pub(super) fn left(&self, name: &str) -> Option<i64> {
        self.tier_now(name).available
    }

    pub(super) fn tier_now(&self, name: &str) -> TierRow {
        let (request, now) = (ListTiers { event: EVENT.to_owned() }, self.file.clock().now());
        let rows = self.file.read(|view| list_tiers(view, &request, now)).unwrap();
        rows.into_iter().find(|tier| tier.name == name).unwrap()
    }

    pub(super) fn sell(&self, tier: &str, quantity: i64) -> CompletedOrder {
        self.sell_lines(&[(tier, quantity)])
    }

    /// Sells several tiers at once, for exact cash.
    pub(super) fn sell_lines(&self, lines: &[(&str, i64)]) -> CompletedOrder {
        let line = |(tier, quantity): &(&str, i64)| LineRequest {
            tier: (*tier).to_owned(),
            quantity: *quantity,
            ..LineRequest::default()
        };
        let request = CompleteOrder {
            event: EVENT.to_owned(),
            lines: lines.iter().map(line).collect(),
            payment: Tender::Cash { tendered_minor: None },
            ..CompleteOrder::default()
        };
        self.run(|tx| complete_order(tx, &request)).unwrap()
    }

    /// An order of another system with one ticket, not yet written down; it must be paid within a day.
    pub(super) fn order(&self, code: &str, status: OrderStatus, tier: &TierRow) -> ImportedOrder {
        let (now, rate) = (self.file.clock().now(), rate(&tier.tax_rate));
        let is_paid = status == OrderStatus::Paid;
        let gross = tier.gross_price;
        let payment = RecordedPayment {
            method: PaymentMethod::Transfer,
            status: PaymentStatus::Confirmed,
            amount: gross,
            reference: "R-1".to_owned(),
            created_at: now,
            confirmed_at: Some(now),
        };
        let ticket = ImportedTicket {
            tier: tier.id,
            code: format!("code-of-{code}"),
            status: TicketStatus::Issued,
            holder_name: "Ana Díaz".to_owned(),
            holder_email: String::new(),
            holder_company: String::new(),
            gross,
            tax_rate: rate,
            tax: rate.inside(gross).unwrap(),
            addon_to: None,
            valid_from: None,
            valid_until: None,
            block_reason: String::new(),
        };
        ImportedOrder {
            event: self.event.id,
            code: code.to_owned(),
            status,
            total: gross,
            refunded: Money::zero(gross.currency),
            buyer: Buyer::read(Some("Ana Díaz"), None, None).unwrap(),
            locale: "de".to_owned(),
            is_approval_pending: false,
            is_valid_while_pending: false,
            ordered_at: now,
            expires_at: Some(now + chrono::TimeDelta::days(1)),
            paid_at: is_paid.then_some(now),
            tickets: vec![ticket],
            fees: Vec::new(),
            payments: if is_paid { vec![payment] } else { Vec::new() },
            refunds: Vec::new(),
        }
    }

    /// Writes such an order down.
    pub(super) fn bring(&self, code: &str, status: OrderStatus, tier: &TierRow) {
        let order = self.order(code, status, tier);
        self.run(|tx| record_order(tx, &order)).unwrap();
    }

    /// Places, money and ledger agree.
    pub(super) fn assert_books_are_right(&self) {
        let places = self.file.read(|view| inventory::reconcile(view, None)).unwrap();
        assert!(places.is_clean(), "{:?}", places.differences);
        let money = self.file.read(|view| reconcile_money(view, None)).unwrap();
        assert!(money.is_clean(), "{money:?}");
        let balance = self.file.read(|view| payments::ledger::trial_balance(view, self.event.id)).unwrap();
        assert!(balance.is_balanced, "{balance:?}");
    }
}

/// The code of a refusal.
pub(super) fn refusal_code<T: std::fmt::Debug>(outcome: Result<T, Failure>) -> String {
    match outcome {
        Err(Failure::Refused(refusal)) => refusal.code.to_string(),
        other => panic!("a refusal was expected, not {other:?}"),
    }
}
