//! Orders with everything that hangs on them.

use std::collections::{BTreeMap, HashMap, HashSet};

use events::EventId;
use kernel::{Failure, Fault, id::Id};
use payments::{OrderId, ledger};
use ticketing::{
    inventory::{self, Movement, OperationKind},
    order::Buyer,
    ticket::{TicketId, index_guest, serial_series},
    tier::TierId,
};
use workspace::Tx;

use super::{
    Import, found,
    known::{Kind, Standing, digest},
    sums::{self, OrderSums},
};
use crate::import_pretix::{
    read::json_path::JsonPath,
    records::{OrderRecord, OrderStatus, TicketRecord},
    refusal::{ImportRefused, Place},
    store::{RecordId, door as door_store, money as money_store, order as store},
};

/// Places of an order by tier: sold, and kept until it is paid.
type Places = BTreeMap<[u8; 16], (i64, i64)>;

/// How an order and each of its parts stand to what is here.
struct Standings {
    order: (Standing, [u8; 32]),
    tickets: Vec<(Standing, [u8; 32])>,
    fees: Vec<(Standing, [u8; 32])>,
    payments: Vec<(Standing, [u8; 32])>,
    refunds: Vec<(Standing, [u8; 32])>,
    /// Answers of all tickets, in their order.
    answers: Vec<(Standing, [u8; 32])>,
}

impl Standings {
    fn are_unchanged(&self) -> bool {
        let parts = [&self.tickets, &self.fees, &self.payments, &self.refunds, &self.answers];
        self.order.0.is_unchanged()
            && parts.into_iter().flatten().all(|(standing, _)| standing.is_unchanged())
    }
}

impl Import<'_, '_> {
    /// Orders, oldest first, so that serials follow the sale.
    pub(super) fn orders(&mut self) -> Result<(), Failure> {
        for order in &self.export.orders {
            let standings = self.standings(order)?;
            if standings.are_unchanged() {
                self.leave(order, &standings);
            } else {
                self.write_order(order, &standings)?;
            }
        }
        let met: HashSet<&str> = self.export.orders.iter().map(|order| order.code.as_str()).collect();
        let before = self.known.count_before(Kind::Order);
        let met_before = met.iter().filter(|code| self.known.reference(Kind::Order, code).is_some()).count();
        if before > met_before {
            let gone = before - met_before;
            self.warnings.push(format!(
                "{gone} orders that were imported before are not in this export; they stay as they are."
            ));
        }
        Ok(())
    }

    fn standings(&self, order: &OrderRecord) -> Result<Standings, Fault> {
        let standing = |kind, key: &str, digest: [u8; 32]| (self.known.standing(kind, key, digest), digest);
        let mut standings = Standings {
            order: standing(Kind::Order, &order.code, digest(order)?),
            tickets: Vec::with_capacity(order.tickets.len()),
            fees: Vec::new(),
            payments: Vec::new(),
            refunds: Vec::new(),
            answers: Vec::new(),
        };
        for ticket in &order.tickets {
            standings.tickets.push(standing(Kind::Ticket, &ticket.id.to_string(), digest(ticket)?));
            for answer in &ticket.answers {
                let key = answer_key(ticket, answer.question);
                standings.answers.push(standing(Kind::Answer, &key, digest(answer)?));
            }
        }
        for fee in &order.fees {
            standings.fees.push(standing(Kind::Fee, &fee.key, digest(fee)?));
        }
        for payment in &order.payments {
            standings.payments.push(standing(
                Kind::Payment,
                &part_key(order, payment.local_id),
                digest(payment)?,
            ));
        }
        for refund in &order.refunds {
            standings.refunds.push(standing(
                Kind::Refund,
                &part_key(order, refund.local_id),
                digest(refund)?,
            ));
        }
        Ok(standings)
    }

    fn leave(&mut self, order: &OrderRecord, standings: &Standings) {
        self.known.left(Kind::Order);
        for (ticket, (standing, _)) in order.tickets.iter().zip(&standings.tickets) {
            self.known.left(Kind::Ticket);
            self.tickets.extend(standing.record().map(|record| (ticket.id, record)));
        }
        let parts = [
            (Kind::Fee, standings.fees.len()),
            (Kind::Payment, standings.payments.len()),
            (Kind::Refund, standings.refunds.len()),
            (Kind::Answer, standings.answers.len()),
        ];
        for (kind, count) in parts {
            (0..count).for_each(|_| self.known.left(kind));
        }
    }

    fn write_order(&mut self, order: &OrderRecord, standings: &Standings) -> Result<(), Failure> {
        let tx = self.tx;
        let sums = OrderSums::of(order)?;
        let currency = self.export.event.currency;
        let (id, places_before) = match standings.order.0.record() {
            None => {
                if store::order_by_code(tx, &order.code)?.is_some() {
                    let code = order.code.clone();
                    return Err(
                        ImportRefused::OrderCodeTaken { place: self.place(order, "code"), code }.into()
                    );
                }
                let id: RecordId = tx.new_id()?;
                store::insert_order(tx, (id, self.event), order, &sums, currency)?;
                (id, Places::new())
            }
            Some(id) => {
                self.check_untouched(order, id)?;
                let before = places_in_file(tx, id)?;
                store::update_order(tx, id, order, &sums)?;
                (id, before)
            }
        };
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

    fn place(&self, order: &OrderRecord, field: &str) -> Place {
        self.export.order_file.place(&JsonPath::root().element("results", order.index).key(field))
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
        // Main tickets first: an add-on points at the ticket it belongs to.
        let parts = || order.tickets.iter().zip(&standings.tickets);
        let mains = parts().filter(|(ticket, _)| ticket.addon_to.is_none());
        let addons = parts().filter(|(ticket, _)| ticket.addon_to.is_some());
        for (ticket, (standing, digest)) in mains.chain(addons) {
            let record = match *standing {
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
            self.known.wrote(self.tx, (Kind::Ticket, &ticket.id.to_string()), record, *digest)?;
        }
        Ok(())
    }

    fn make_findable(
        &self,
        order: &OrderRecord,
        ticket: &TicketRecord,
        (order_id, id): (RecordId, RecordId),
    ) -> Result<(), Fault> {
        let buyer = Buyer {
            name: order.buyer_name.clone(),
            email: order.buyer_email.clone(),
            phone: order.buyer_phone.clone(),
        };
        let holder =
            (ticket.holder_name.as_str(), ticket.holder_email.as_str(), ticket.holder_company.as_str());
        let (ticket, order) = (TicketId::from_bytes(id.bytes()), OrderId::from_bytes(order_id.bytes()));
        index_guest(self.tx, ticket, self.event_id(), order, &buyer, holder)
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

    fn write_answers(&mut self, order: &OrderRecord, standings: &Standings) -> Result<(), Failure> {
        let answers =
            order.tickets.iter().flat_map(|ticket| ticket.answers.iter().map(move |answer| (ticket, answer)));
        for ((ticket, answer), (standing, digest)) in answers.zip(&standings.answers) {
            let key = answer_key(ticket, answer.question);
            let record = match *standing {
                Standing::New => {
                    let id: RecordId = self.tx.new_id()?;
                    let question = found(self.questions.get(&answer.question), "question", answer.question)?;
                    let ticket = found(self.tickets.get(&ticket.id), "ticket", ticket.id)?;
                    store::insert_answer(self.tx, id, (question, ticket), &answer.answer)?;
                    id
                }
                Standing::Changed(id, _) => {
                    store::update_answer(self.tx, id, &answer.answer)?;
                    id
                }
                Standing::Unchanged(_) => {
                    self.known.left(Kind::Answer);
                    continue;
                }
            };
            self.known.wrote(self.tx, (Kind::Answer, &key), record, *digest)?;
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
        let event = EventId::from_bytes(self.event.bytes());
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

fn part_key(order: &OrderRecord, local_id: i64) -> String {
    format!("{}/{local_id}", order.code)
}

fn answer_key(ticket: &TicketRecord, question: i64) -> String {
    format!("{}/{question}", ticket.id)
}
