//! Transfers, tried on a real file.

use super::*;
use crate::{
    fixture::{House, house, refused},
    ticket::{ShowTicket, TicketStatus, VoidTicket, show_ticket, void_ticket},
};

fn selling() -> (House, String) {
    let house = house();
    house.simple_tier("GA", 2_300, Some(10));
    let code = house.sell(&[("GA", 1)]).unwrap().tickets[0].code.clone();
    (house, code)
}

fn started(house: &House, code: &str) -> StartedTransfer {
    let request = StartTransfer {
        ticket: code.to_owned(),
        recipient_name: Some("Ana Díaz".to_owned()),
        ..StartTransfer::default()
    };
    house.run(|tx| start_transfer(tx, &request)).unwrap()
}

fn accept(house: &House, token: &str) -> Result<AcceptedTransfer, kernel::Failure> {
    let request = AcceptTransfer { token: token.to_owned(), ..AcceptTransfer::default() };
    house.run(|tx| accept_transfer(tx, &request))
}

#[test]
fn who_has_the_token_takes_the_ticket_over() {
    let (house, code) = selling();
    let started = started(&house, &code);
    let again = StartTransfer { ticket: code.clone(), ..StartTransfer::default() };
    assert_eq!(refused(house.run(|tx| start_transfer(tx, &again))).code, "transfer_pending");
    assert_eq!(refused(accept(&house, "ABC")).code, "unknown_token");
    let accepted = accept(&house, &started.token.to_lowercase()).unwrap();
    assert_eq!(
        (accepted.ticket.holder_name.as_str(), accepted.ticket.status),
        ("Ana Díaz", TicketStatus::Issued)
    );
    assert_ne!(accepted.ticket.code, code);
    assert_eq!(accepted.transfer.new_ticket_id, Some(accepted.ticket.id));
    let request = ShowTicket { ticket: started.transfer.ticket_id.to_string() };
    let old = house.file.read(|view| show_ticket(view, &request)).unwrap();
    assert_eq!(old.ticket.status, TicketStatus::Transferred);
    assert_eq!(refused(accept(&house, &started.token)).code, "transfer_state", "a token is taken once");
    house.assert_books_are_right();
}

#[test]
fn a_token_is_worth_nothing_when_its_time_is_up_or_it_is_called_off() {
    let (house, code) = selling();
    let first = started(&house, &code);
    house.file.clock.advance(chrono::TimeDelta::hours(72));
    assert_eq!(refused(accept(&house, &first.token)).code, "transfer_expired");
    let request = ListTransfers { event: "sommernacht".to_owned(), status: Some(TransferStatus::Expired) };
    let now = house.file.clock().now();
    assert_eq!(house.file.read(|view| list_transfers(view, &request, now)).unwrap().len(), 1);
    let second = started(&house, &code);
    let cancel = CancelTransfer { transfer: second.transfer.id };
    house.run(|tx| cancel_transfer(tx, &cancel)).unwrap();
    assert_eq!(refused(accept(&house, &second.token)).code, "transfer_state");
    assert_eq!(house.run(sweep_transfers).unwrap().expired, 0, "starting anew has swept");
    let third = started(&house, &code);
    let void = VoidTicket { ticket: code, reason: "Withdrawn".to_owned() };
    house.run(|tx| void_ticket(tx, &void)).unwrap();
    assert_eq!(refused(accept(&house, &third.token)).code, "ticket_void");
}
