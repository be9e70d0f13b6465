//! Tickets on paper.

use documents::{EventTimes, Layout, Locale, TaxPart, TicketSheet, VenueLines, Watermark, render_tickets};
use events::{
    Event, EventId, EventRef, Venue,
    event::{event_by_id, find_event},
    venue,
};
use identity::{Organization, organization::required_organization};
use kernel::Failure;
use serde::Deserialize;
use ticketing::{
    order::order_id,
    signing::KeyVault,
    ticket::{TicketReference, TicketRow, TicketStatus, find_ticket, tickets_of_event, tickets_of_order},
};
use workspace::View;

use super::{PrintRefused, document, with_payloads};
use crate::commands::Document;

/// Tickets fetched at a time for a whole event.
const ROWS: u32 = 500;

/// What to print, and on which paper.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct PrintTickets {
    /// The tickets of this order: its code or id.
    #[serde(default)]
    #[ts(optional)]
    order: Option<String>,
    /// All tickets of this event: its slug or id.
    #[serde(default)]
    #[ts(optional)]
    event: Option<EventRef>,
    /// These tickets: codes or ids.
    #[serde(default)]
    #[ts(optional)]
    tickets: Option<Vec<String>>,
    /// The paper.
    #[ts(type = "\"a4\" | \"a4-4up\" | \"roll80\"")]
    layout: Layout,
    /// The language; English when absent.
    #[serde(default)]
    #[ts(optional)]
    locale: Option<String>,
    /// Whether these were printed before, which the paper then says.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    is_reprint: bool,
}

/// Sets the valid tickets of what was named.
pub(crate) fn tickets(
    view: &View<'_>,
    vault: &dyn KeyVault,
    request: &PrintTickets,
) -> Result<Document, Failure> {
    let mut rows = named(
        view,
        &Named {
            order: request.order.as_deref(),
            event: request.event.as_ref(),
            tickets: request.tickets.as_deref(),
        },
    )?;
    rows.retain(|ticket| ticket.status == TicketStatus::Issued);
    with_payloads(view, vault, &mut rows)?;
    let first = rows.first().ok_or(PrintRefused::NoTickets)?;
    let scene = Scene::of(view, first.event_id)?;
    let watermark = scene.watermark(request.is_reprint);
    let sheets = rows.iter().map(|ticket| scene.sheet(ticket, watermark)).collect::<Result<Vec<_>, _>>()?;
    let locale = Locale::from_tag(request.locale.as_deref().unwrap_or("en"));
    let printed = render_tickets(&sheets, request.layout, locale).map_err(PrintRefused::from)?;
    let name =
        request.order.as_ref().map_or_else(|| scene.event.slug.clone(), |order| format!("tickets-{order}"));
    Ok(document(&name, &printed))
}

/// Which tickets a request names: an order's, some, or all of an event.
pub(super) struct Named<'r> {
    pub(super) order: Option<&'r str>,
    pub(super) event: Option<&'r EventRef>,
    pub(super) tickets: Option<&'r [String]>,
}

/// The tickets that were named; of an event only the valid ones.
pub(super) fn named(view: &View<'_>, request: &Named<'_>) -> Result<Vec<TicketRow>, Failure> {
    if let Some(order) = request.order {
        return Ok(tickets_of_order(view, order_id(view, order)?)?);
    }
    if let Some(codes) = request.tickets {
        return codes.iter().map(|code| one(view, code)).collect();
    }
    let event = request.event.ok_or(PrintRefused::NothingNamed)?;
    let event = find_event(view, event)?.id;
    let mut rows: Vec<TicketRow> = Vec::new();
    loop {
        let after = rows.last().map_or(0, |ticket| ticket.serial);
        let mut more = tickets_of_event(view, event, after, Some(TicketStatus::Issued), ROWS)?;
        if more.is_empty() {
            return Ok(rows);
        }
        rows.append(&mut more);
    }
}

fn one(view: &View<'_>, code: &str) -> Result<TicketRow, Failure> {
    find_ticket(view, &TicketReference { text: code, event: None })
}

/// What all tickets of one print have in common.
pub(super) struct Scene {
    organization: Organization,
    pub(super) event: Event,
    venue: Option<Venue>,
}

impl Scene {
    pub(super) fn of(view: &View<'_>, event: EventId) -> Result<Self, Failure> {
        let event = event_by_id(view, event)?.ok_or(PrintRefused::NothingNamed)?;
        let venue = event.venue_id.map(|id| venue::required_venue(view, id)).transpose()?;
        Ok(Self { organization: required_organization(view)?, event, venue })
    }

    pub(super) fn watermark(&self, is_reprint: bool) -> Option<Watermark> {
        if self.organization.is_demo {
            Some(Watermark::Demo)
        } else if self.event.is_training {
            Some(Watermark::Training)
        } else {
            is_reprint.then_some(Watermark::Reprint)
        }
    }

    pub(super) fn sheet(
        &self,
        ticket: &TicketRow,
        watermark: Option<Watermark>,
    ) -> Result<TicketSheet, Failure> {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let payload = ticket.payload.clone().ok_or_else(|| PrintRefused::NoKey(ticket.code.clone()))?;
        Ok(TicketSheet {
            organizer_name: self.organization.name.clone(),
            event_title: self.event.title.clone(),
            venue: self
                .venue
                .as_ref()
                .map(|venue| VenueLines { name: venue.name.clone(), address: given(&address(venue)) }),
            times: EventTimes {
                zone: self.event.time_zone,
                doors_at: self.event.doors_at,
                starts_at: self.event.starts_at,
                ends_at: Some(self.event.ends_at),
            },
            tier_name: ticket.tier_name.clone(),
            badge_label: given(&ticket.badge_label),
            badge_colour: None,
            holder_name: given(&ticket.holder_name),
            buyer_name: None,
            price: Some(ticket.gross),
            tax: self.tax(ticket),
            code: ticket.code.clone(),
            qr_payload: payload,
            order_code: Some(ticket.order_code.clone()),
            serial: Some(ticket.serial.to_string()),
            terms: given(&self.event.terms),
            watermark,
            accent: None,
        })
    }

    fn tax(&self, ticket: &TicketRow) -> Option<TaxPart> {
        let rate = ticket.tax_rate.parse().ok()?;
        (!ticket.tax.is_zero()).then_some(TaxPart { rate, amount: ticket.tax })
    }
}

/// Street and city on one line.
pub(super) fn address(venue: &Venue) -> String {
    let parts = [venue.address.as_str(), venue.city.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
