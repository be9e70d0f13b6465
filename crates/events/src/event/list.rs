//! The list of events: searched, filtered, by start, a page at a time.

use std::collections::HashMap;

use identity::wording;
use kernel::{
    Failure, Fault, FaultKind, Money, Refuse, Timestamp,
    clock::{from_micros, to_micros},
    id::Id,
    page::{Page, PageRequest},
};
use serde::{Deserialize, Serialize};
use workspace::{Row, View, params};

use super::{
    EventId, EventStatus, EventSummary, EventTotals,
    store::{LIST_COUNT, LIST_PAGE},
};

/// Most characters of a search that are looked at; nobody means more.
const SEARCH_CHARACTERS_MAX: usize = 100;

/// Which events are wanted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct ListEvents {
    /// Words that title, slug, venue or city contain, without regard to case or accents.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
    /// Only events that stand there.
    #[serde(default)]
    #[ts(optional)]
    pub status: Option<EventStatus>,
    /// Only events that end at this moment or later.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub ends_after: Option<Timestamp>,
    /// Which page.
    #[serde(default)]
    #[ts(optional)]
    pub page: Option<PageRequest>,
}

/// A cursor that no page gave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this page does not follow any page of the list")]
pub struct MalformedCursor;

impl Refuse for MalformedCursor {
    fn code(&self) -> &'static str {
        "malformed_cursor"
    }
    fn fix(&self) -> String {
        "Start from the first page.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("page.after".to_owned())
    }
}

/// One page of the events that are wanted, the earliest start first.
///
/// # Errors
/// [`MalformedCursor`] as a refusal, what `totals` returned, or a fault of the file.
pub fn list_events(
    view: &View<'_>,
    request: &ListEvents,
    totals: impl FnOnce(&View<'_>, &[EventId]) -> Result<HashMap<EventId, EventTotals>, Fault>,
) -> Result<Page<EventSummary>, Failure> {
    let page = request.page.clone().unwrap_or_default();
    let after = page.after.as_deref().map(read_cursor).transpose()?;
    let (after_at, after_id) = after.map_or((None, None), |(at, id)| (Some(to_micros(at)), Some(id.bytes())));
    let status = request.status.map(EventStatus::as_str);
    let ends_after = request.ends_after.map(to_micros);
    let words = words_of(request.search.as_deref())?;
    let total = view.one(LIST_COUNT, params![status, ends_after, words], |row| row.int("total"))?;
    let rows_wanted = i64::from(page.rows());
    let binds = params![status, ends_after, words, after_at, after_id, rows_wanted + 1];
    let mut rows = view.all(LIST_PAGE, binds, summary_from_row)?;
    let has_more = rows.len() > usize::try_from(rows_wanted).unwrap_or(usize::MAX);
    if has_more {
        rows.pop();
    }
    let ids: Vec<EventId> = rows.iter().map(|row| row.id).collect();
    let sold = totals(view, &ids)?;
    for row in &mut rows {
        let totals = sold.get(&row.id).copied().unwrap_or_default();
        row.sold = totals.sold;
        row.revenue = Money::new(totals.revenue_minor, row.currency);
    }
    let next =
        rows.last().filter(|_| has_more).map(|last| format!("{}.{}", to_micros(last.starts_at), last.id));
    Ok(Page { rows, total, next })
}

/// The words of a search as a JSON list, folded as the stored text is.
fn words_of(search: Option<&str>) -> Result<String, Fault> {
    let head: String = search.unwrap_or_default().chars().take(SEARCH_CHARACTERS_MAX).collect();
    let folded = wording::folded(&head);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    serde_json::to_string(&words)
        .map_err(|error| Fault::new(FaultKind::Bug, "words could not be written as JSON").caused_by(error))
}

fn read_cursor(text: &str) -> Result<(Timestamp, EventId), MalformedCursor> {
    let (micros, id) = text.split_once('.').ok_or(MalformedCursor)?;
    let at = micros.parse().ok().and_then(from_micros).ok_or(MalformedCursor)?;
    Ok((at, id.parse().map_err(|_| MalformedCursor)?))
}

/// The row without what was sold, which is filled in afterwards.
fn summary_from_row(row: &Row<'_>) -> Result<EventSummary, Fault> {
    let currency = row.parsed("currency")?;
    Ok(EventSummary {
        id: row.id("id")?,
        title: row.text("title")?,
        slug: row.text("slug")?,
        status: row.parsed("status")?,
        currency,
        time_zone: row.parsed("time_zone")?,
        doors_at: row.at_opt("doors_at")?,
        starts_at: row.at("starts_at")?,
        ends_at: row.at("ends_at")?,
        venue_name: row.text_opt("venue_name")?,
        capacity: row.int_opt("capacity")?,
        sold: 0,
        revenue: Money::zero(currency),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{event::CreateEvent, fixture, venue::VenueDraft};

    fn titles(house: &fixture::House, request: &ListEvents) -> Vec<String> {
        let page = house.read(|view| list_events(view, request, |_, _| Ok(HashMap::new()))).unwrap();
        assert_eq!(usize::try_from(page.total), Ok(page.rows.len()), "one page holds them all");
        page.rows.into_iter().map(|row| row.title).collect()
    }

    fn three_events() -> fixture::House {
        let house = fixture::house();
        for (title, day, venue) in
            [("Café-Konzert", "14", "Hof"), ("Nuit d'Été", "13", "MÜHLE"), ("Gala 100%", "15", "Hof")]
        {
            let venue =
                VenueDraft {
                    name: venue.to_owned(), city: Some("Łódź".to_owned()), ..VenueDraft::default()
                };
            let starts_at = format!("2026-06-{day}T20:00");
            let request = CreateEvent {
                title: title.to_owned(),
                starts_at,
                venue: Some(venue),
                ..CreateEvent::default()
            };
            fixture::create(&house, &request).unwrap();
        }
        house
    }

    #[test]
    fn the_earliest_start_comes_first() {
        let house = three_events();
        assert_eq!(titles(&house, &ListEvents::default()), ["Nuit d'Été", "Café-Konzert", "Gala 100%"]);
    }

    #[test]
    fn every_word_must_be_found_somewhere_without_case_or_accents() {
        let house = three_events();
        for (search, found) in [
            ("cafe", vec!["Café-Konzert"]),
            ("  MUHLE  ete ", vec!["Nuit d'Été"]),
            ("hof konzert", vec!["Café-Konzert"]),
            ("hof ete", vec![]),
            ("łódź", vec!["Nuit d'Été", "Café-Konzert", "Gala 100%"]),
            ("100%", vec!["Gala 100%"]),
            ("%", vec!["Gala 100%"]),
            ("_", vec![]),
            ("'; drop table", vec![]),
            ("", vec!["Nuit d'Été", "Café-Konzert", "Gala 100%"]),
        ] {
            assert_eq!(
                titles(&house, &ListEvents { search: Some(search.to_owned()), ..ListEvents::default() }),
                found,
                "{search}"
            );
        }
    }

    #[test]
    fn status_and_end_narrow_the_list() {
        let house = three_events();
        let published = ListEvents { status: Some(EventStatus::Published), ..ListEvents::default() };
        assert_eq!(titles(&house, &published), Vec::<String>::new());
        let later =
            ListEvents { ends_after: Some("2026-06-14T20:00:00Z".parse().unwrap()), ..ListEvents::default() };
        assert_eq!(titles(&house, &later), ["Café-Konzert", "Gala 100%"]);
    }

    #[test]
    fn pages_follow_each_other_without_gap_or_repeat_even_at_the_same_start() {
        let house = fixture::house();
        let mut made: Vec<EventId> =
            (0..7).map(|_| fixture::create(&house, &fixture::sommernacht()).unwrap().id).collect();
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let request =
                ListEvents { page: Some(PageRequest { after, first: Some(3) }), ..ListEvents::default() };
            let page = house
                .read(|view| {
                    list_events(view, &request, |_, ids| {
                        assert!(ids.len() <= 3, "totals are asked for the page only");
                        Ok(HashMap::new())
                    })
                })
                .unwrap();
            assert_eq!(page.total, 7);
            seen.extend(page.rows.iter().map(|row| row.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        made.sort();
        assert_eq!(seen, made);
    }

    #[test]
    fn what_was_sold_is_filled_in_per_event() {
        let house = three_events();
        let page = house
            .read(|view| {
                list_events(view, &ListEvents::default(), |_, ids| {
                    Ok(HashMap::from([(ids[1], EventTotals { sold: 2, revenue_minor: 2_400 })]))
                })
            })
            .unwrap();
        let sold: Vec<_> = page.rows.iter().map(|row| (row.sold, row.revenue.minor)).collect();
        assert_eq!(sold, [(0, 0), (2, 2_400), (0, 0)]);
    }

    #[test]
    fn a_cursor_from_nowhere_is_refused() {
        let house = fixture::house();
        for after in ["", "1", "x.y", "1.'; DROP TABLE events; --", "99999999999999999999.0"] {
            let page = Some(PageRequest { after: Some(after.to_owned()), first: None });
            let outcome = house.read(|view| {
                list_events(view, &ListEvents { page, ..ListEvents::default() }, |_, _| Ok(HashMap::new()))
            });
            assert_eq!(fixture::refused(outcome).code, "malformed_cursor", "{after}");
        }
    }
}
