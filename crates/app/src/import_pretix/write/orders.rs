//! Orders with everything that hangs on them.

use std::collections::HashSet;

use kernel::{Failure, Fault, id::Id};
use ticketing::order::import::record_order;

use super::{
    Import, found,
    handover::{imported_order, in_writing_order},
    known::{Kind, Standing, digest},
    sums::OrderSums,
};
use crate::import_pretix::{
    read::json_path::JsonPath,
    records::{OrderRecord, TicketRecord},
    refusal::{ImportRefused, Place},
    store::{RecordId, order as store},
};

/// How an order and each of its parts stand to what is here.
pub(super) struct Standings {
    pub(super) order: (Standing, [u8; 32]),
    pub(super) tickets: Vec<(Standing, [u8; 32])>,
    pub(super) fees: Vec<(Standing, [u8; 32])>,
    pub(super) payments: Vec<(Standing, [u8; 32])>,
    pub(super) refunds: Vec<(Standing, [u8; 32])>,
    /// Answers of all tickets, in their order.
    pub(super) answers: Vec<(Standing, [u8; 32])>,
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
        match standings.order.0.record() {
            None => self.record_order(order, standings),
            Some(id) => self.amend_order(order, id, standings),
        }
    }

    /// Hands a new order to ticketing and remembers what was made of its parts.
    fn record_order(&mut self, order: &OrderRecord, standings: &Standings) -> Result<(), Failure> {
        let tx = self.tx;
        if store::order_by_code(tx, &order.code)?.is_some() {
            let code = order.code.clone();
            return Err(ImportRefused::OrderCodeTaken { place: self.place(order, "code"), code }.into());
        }
        let about = (self.event_id(), self.export.event.currency);
        let imported = imported_order(order, &OrderSums::of(order)?, about, |key| self.tier_id(key))?;
        let recorded = record_order(tx, &imported)?;
        let id = RecordId::from_bytes(recorded.order.bytes());
        self.known.wrote(tx, (Kind::Order, &order.code), id, standings.order.1)?;
        let written = in_writing_order(order).into_iter().zip(&recorded.tickets);
        self.tickets.extend(written.map(|(ticket, id)| (ticket.id, RecordId::from_bytes(id.bytes()))));
        for (ticket, (_, digest)) in order.tickets.iter().zip(&standings.tickets) {
            let id = found(self.tickets.get(&ticket.id), "ticket", ticket.id)?;
            self.known.wrote(tx, (Kind::Ticket, &ticket.id.to_string()), id, *digest)?;
        }
        let fees = order.fees.iter().map(|fee| fee.key.clone());
        self.wrote_parts(Kind::Fee, fees, &recorded.fees, &standings.fees)?;
        let payments = order.payments.iter().map(|payment| part_key(order, payment.local_id));
        self.wrote_parts(Kind::Payment, payments, &recorded.payments, &standings.payments)?;
        let refunds = order.refunds.iter().map(|refund| part_key(order, refund.local_id));
        self.wrote_parts(Kind::Refund, refunds, &recorded.refunds, &standings.refunds)?;
        self.write_answers(order, standings)
    }

    fn wrote_parts<I: Id>(
        &mut self,
        kind: Kind,
        keys: impl Iterator<Item = String>,
        ids: &[I],
        standings: &[(Standing, [u8; 32])],
    ) -> Result<(), Fault> {
        for ((key, id), (_, digest)) in keys.zip(ids).zip(standings) {
            self.known.wrote(self.tx, (kind, &key), RecordId::from_bytes(id.bytes()), *digest)?;
        }
        Ok(())
    }

    pub(super) fn place(&self, order: &OrderRecord, field: &str) -> Place {
        self.export.order_file.place(&JsonPath::root().element("results", order.index).key(field))
    }

    pub(super) fn write_answers(
        &mut self,
        order: &OrderRecord,
        standings: &Standings,
    ) -> Result<(), Failure> {
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
}

/// The key of a part that has a number within its order.
pub(super) fn part_key(order: &OrderRecord, local_id: i64) -> String {
    format!("{}/{local_id}", order.code)
}

fn answer_key(ticket: &TicketRecord, question: i64) -> String {
    format!("{}/{question}", ticket.id)
}
