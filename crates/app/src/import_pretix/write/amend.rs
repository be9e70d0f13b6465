//! Orders that were imported before and differ now.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{Failure, Fault, id::Id};
use payments::{OrderId, ledger};
use ticketing::{
    inventory::{self, Movement, OperationKind},
    ticket::{TicketId, index_guest, serial_series},
    tier::TierId,
};
use workspace::Tx;

use super::{
    Import, found,
    handover::{buyer, in_writing_order},
    known::{Kind, Standing},
    orders::{Standings, part_key},
    sums::{self, OrderSums},
};
use crate::import_pretix::{
    records::{OrderRecord, OrderStatus, TicketRecord},
    refusal::ImportRefused,
    store::{RecordId, door as door_store, money as money_store, order as store},
};

/// Places of an order by tier: sold, and kept until it is paid.
type Places = BTreeMap<[u8; 16], (i64, i64)>;

impl Import<'_, '_> {
    /// Brings an order that was imported before to what the export says now.
    pub(super) fn amend_order(
        &mut self,
        order: &OrderRecord,
        id: RecordId,
        standings: &Standings,
    ) -> Result<(), Failure> {
        let tx = self.tx;
        self.check_untouched(order, id)?;
        let places_before = places_in_file(tx, id)?;
        store::update_order(tx, id, order, &OrderSums::of(order)?)?;
        self.known.wrote(tx, (Kind::Order, &order.code), id, standings.order.1)?;
        self.write_tickets(order, id, standings)?;
        self.write_answers(order, standings)?;
        self.write_money(order, id, standings)?;
        self.move_places(order, id, &places_before)?;
        self.post(order, id)
    }

    /// An order that was changed here as well is nobody's to overwrite.
    fn check_untouched(&self, order: &OrderRecord, id: RecordId) -> Result<(), Failure> {
        let written_at = self.known.reference(Kind::Order, &order.code).map(|reference| reference.written_at);
        if store::changed_at(self.tx, id)? > written_at {
            let what = format!("order {}", order.code);
            return Err(ImportRefused::ChangedHere { place: self.place(order, "code"), what }.into());
        }
        Ok(())
    }

    fn write_tickets(
        &mut self,
        order: &OrderRecord,
        id: RecordId,
        standings: &Standings,
    ) -> Result<(), Failure> {
        let is_new =
            |(_, (standing, _)): &(&TicketRecord, &(Standing, [u8; 32]))| standing.record().is_none();
        let new: Vec<i64> = order
            .tickets
            .iter()
            .zip(&standings.tickets)
            .filter(is_new)
            .map(|(ticket, _)| ticket.id)
            .collect();
        let mut serials = HashMap::new();
        if !new.is_empty() {
            let count = u32::try_from(new.len()).unwrap_or(u32::MAX);
            let numbers = self.tx.next_numbers(&serial_series(self.event_id()), count)?;
            serials.extend(new.into_iter().zip(numbers));
        }
        let standing_of: HashMap<i64, (Standing, [u8; 32])> =
            order.tickets.iter().map(|ticket| ticket.id).zip(standings.tickets.iter().copied()).collect();
        for ticket in in_writing_order(order) {
            let (standing, digest) = found(standing_of.get(&ticket.id), "standing of ticket", ticket.id)?;
            let record = match standing {
                Standing::New => {
                    let serial = found(serials.get(&ticket.id), "serial of ticket", ticket.id)?;
                    self.insert_ticket(ticket, id, serial)?
                }
                Standing::Changed(record, _) => {
                    self.update_ticket(ticket, record)?;
                    store::forget_guest(self.tx, record)?;
                    record
                }
                Standing::Unchanged(record) => {
                    self.known.left(Kind::Ticket);
                    self.tickets.insert(ticket.id, record);
                    continue;
                }
            };
            self.tickets.insert(ticket.id, record);
            self.make_findable(order, ticket, (id, record))?;
            self.known.wrote(self.tx, (Kind::Ticket, &ticket.id.to_string()), record, digest)?;
        }
        Ok(())
    }

    fn make_findable(
        &self,
        order: &OrderRecord,
        ticket: &TicketRecord,
        (order_id, id): (RecordId, RecordId),
    ) -> Result<(), Fault> {
        let holder =
            (ticket.holder_name.as_str(), ticket.holder_email.as_str(), ticket.holder_company.as_str());
        let (ticket, order_id) = (TicketId::from_bytes(id.bytes()), OrderId::from_bytes(order_id.bytes()));
        index_guest(self.tx, ticket, self.event_id(), order_id, &buyer(order), holder)
    }

    fn insert_ticket(
        &self,
        ticket: &TicketRecord,
        order: RecordId,
        serial: i64,
    ) -> Result<RecordId, Failure> {
        let main = ticket.addon_to.map(|main| found(self.tickets.get(&main), "ticket", main)).transpose()?;
        let id: RecordId = self.tx.new_id()?;
        let links = store::TicketLinks {
            id,
            event: self.event,
            order,
            tier: self.tier_id(ticket.tier)?,
            addon_to: main,
            serial,
        };
        store::insert_ticket(self.tx, links, ticket, self.export.event.currency)?;
        Ok(id)
    }

    /// A code that was replaced is kept as one that no longer opens a door, so that the door can say so.
    fn update_ticket(&self, ticket: &TicketRecord, id: RecordId) -> Result<(), Failure> {
        let code_before = store::ticket_code(self.tx, id)?;
        store::update_ticket(self.tx, id, self.tier_id(ticket.tier)?, ticket)?;
        if code_before != ticket.code {
            let revoked: RecordId = self.tx.new_id()?;
            let reason = "Replaced in the shop";
            door_store::insert_revoked_code(self.tx, (revoked, self.event), &code_before, Some(id), reason)?;
        }
        Ok(())
    }

    fn write_money(
        &mut self,
        order: &OrderRecord,
        id: RecordId,
        standings: &Standings,
    ) -> Result<(), Failure> {
        let currency = self.export.event.currency;
        for (fee, (standing, digest)) in order.fees.iter().zip(&standings.fees) {
            self.write_part(
                (Kind::Fee, &fee.key),
                (*standing, *digest),
                |tx, new| money_store::insert_fee(tx, (new, id), fee),
                |tx, known| money_store::update_fee(tx, known, fee),
            )?;
        }
        let mut payments = HashMap::new();
        for (payment, (standing, digest)) in order.payments.iter().zip(&standings.payments) {
            let record = self.write_part(
                (Kind::Payment, &part_key(order, payment.local_id)),
                (*standing, *digest),
                |tx, new| money_store::insert_payment(tx, (new, id), payment, currency),
                |tx, known| money_store::update_payment(tx, known, payment),
            )?;
            payments.insert(payment.local_id, record);
        }
        for (refund, (standing, digest)) in order.refunds.iter().zip(&standings.refunds) {
            let payment = refund.payment.and_then(|local_id| payments.get(&local_id).copied());
            self.write_part(
                (Kind::Refund, &part_key(order, refund.local_id)),
                (*standing, *digest),
                |tx, new| money_store::insert_refund(tx, (new, id), payment, refund, currency),
                |tx, known| money_store::update_refund(tx, known, refund),
            )?;
        }
        Ok(())
    }

    fn write_part(
        &mut self,
        key: (Kind, &str),
        (standing, digest): (Standing, [u8; 32]),
        insert: impl FnOnce(&Tx<'_>, RecordId) -> Result<(), Fault>,
        update: impl FnOnce(&Tx<'_>, RecordId) -> Result<(), Fault>,
    ) -> Result<RecordId, Fault> {
        let record = match standing {
            Standing::New => {
                let id: RecordId = self.tx.new_id()?;
                insert(self.tx, id)?;
                id
            }
            Standing::Changed(id, _) => {
                update(self.tx, id)?;
                id
            }
            Standing::Unchanged(id) => {
                self.known.left(key.0);
                return Ok(id);
            }
        };
        self.known.wrote(self.tx, key, record, digest)?;
        Ok(record)
    }

    /// Moves the places that the order has now and did not have before, or the other way round.
    fn move_places(&self, order: &OrderRecord, id: RecordId, before: &Places) -> Result<(), Failure> {
        let mut now = Places::new();
        for ticket in order.tickets.iter().filter(|ticket| !ticket.is_cancelled) {
            let (issued, held) = now.entry(self.tier_id(ticket.tier)?.bytes()).or_default();
            match order.status {
                OrderStatus::Paid => *issued += 1,
                OrderStatus::Pending => *held += 1,
                OrderStatus::Expired | OrderStatus::Cancelled => {}
            }
        }
        let tiers: HashSet<[u8; 16]> = now.keys().chain(before.keys()).copied().collect();
        let mut tiers: Vec<[u8; 16]> = tiers.into_iter().collect();
        tiers.sort_unstable();
        for tier in tiers {
            let (issued, held) = now.get(&tier).copied().unwrap_or_default();
            let (issued_before, held_before) = before.get(&tier).copied().unwrap_or_default();
            let movement = Movement {
                event: self.event_id(),
                tier: TierId::from_bytes(tier),
                kind: OperationKind::Import,
                issued_delta: issued - issued_before,
                held_delta: held - held_before,
                order: Some(OrderId::from_bytes(id.bytes())),
                hold: None,
            };
            inventory::record(self.tx, &movement)?;
        }
        Ok(())
    }

    /// Brings the ledger to what the order moved. Entries of an earlier import are reversed, never changed; when
    /// nothing about the money is different, nothing is posted.
    fn post(&self, order: &OrderRecord, id: RecordId) -> Result<(), Failure> {
        let order_id = OrderId::from_bytes(id.bytes());
        let event = self.event_id();
        let postings = sums::postings(order, (order_id, event), self.export.event.currency)?;
        let mut moved: BTreeMap<String, i64> = BTreeMap::new();
        for entry in postings.iter().flat_map(ledger::Posting::entries) {
            *moved.entry(entry.account.code().into_owned()).or_default() += entry.amount.minor;
        }
        moved.retain(|_, minor| *minor != 0);
        if store::posted(self.tx, id)? == moved {
            return Ok(());
        }
        for transaction in store::standing_transactions(self.tx, id)? {
            ledger::reverse(self.tx, transaction, "Replaced by a newer import")?;
        }
        for posting in &postings {
            ledger::post(self.tx, posting)?;
        }
        Ok(())
    }
}

/// The places that an order has in the file, before it is written again.
fn places_in_file(tx: &Tx<'_>, order: RecordId) -> Result<Places, Fault> {
    let status: ticketing::order::OrderStatus = store::order_status(tx, order)?;
    let living = store::places(tx, order)?.into_iter();
    Ok(match status.places() {
        ticketing::order::Places::Issued => {
            living.map(|(tier, places)| (tier.bytes(), (places, 0))).collect()
        }
        ticketing::order::Places::Held => living.map(|(tier, places)| (tier.bytes(), (0, places))).collect(),
        ticketing::order::Places::Free => Places::new(),
    })
}
