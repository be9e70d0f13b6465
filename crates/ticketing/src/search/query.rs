//! From what someone types to a question for the index.

use std::collections::HashSet;

use events::EventId;
use kernel::{Fault, id::Id};
use payments::OrderId;
use workspace::View;

use super::{
    fold::{fold, phone_word},
    store,
};
use crate::ticket::TicketId;

/// Most tickets that one search looks at, the newest first: nobody reads further, they type another letter.
pub const SEARCH_HITS_MAX: u32 = 500;
/// Words of a query that are looked at; the rest would only slow it down.
const WORDS_MAX: usize = 8;

/// A ticket that a search found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuestHit {
    /// The ticket.
    pub ticket: TicketId,
    /// Its event.
    pub event: EventId,
    /// Its order.
    pub order: OrderId,
}

/// What is known of a guest, before folding.
pub(crate) struct GuestWords<'a> {
    pub(crate) names: &'a [&'a str],
    pub(crate) emails: &'a [&'a str],
    pub(crate) phone: &'a str,
}

impl GuestWords<'_> {
    /// The words to be written down, each once. Of an e-mail address only the part before the `@` is a word: the part
    /// behind it is half the guests'. Whole addresses are found by an index of their own.
    pub(crate) fn folded(&self) -> String {
        let local_parts = self.emails.iter().filter_map(|email| email.split('@').next());
        let mut words: Vec<String> = Vec::new();
        for text in self.names.iter().copied().chain(local_parts) {
            for word in fold(text).split(' ').filter(|word| !word.is_empty()) {
                if !words.iter().any(|known| known == word) {
                    words.push(word.to_owned());
                }
            }
        }
        words.extend(phone_word(self.phone));
        words.join(" ")
    }
}

/// The newest tickets whose guest matches every word of `text` by its beginning, of one event or of all. Digits match
/// the end of a phone number as well. Nothing is found for a single Latin letter.
///
/// # Errors
/// A fault when the database fails.
pub fn find_guests(
    view: &View<'_>,
    event: Option<EventId>,
    text: &str,
    rows: u32,
) -> Result<Vec<GuestHit>, Fault> {
    let Some(question) = question(text) else { return Ok(Vec::new()) };
    let rows = rows.min(SEARCH_HITS_MAX);
    let (mut hits, mut seen) = (Vec::new(), HashSet::new());
    for found in store::matching(view, &question, event, rows)? {
        let left = rows as usize - hits.len();
        if left == 0 {
            break;
        }
        let tickets = match found.ticket {
            Some(ticket) => vec![ticket],
            None => store::tickets_of(view, found.order, left)?,
        };
        // A ticket that was replaced has words of its own besides its order's.
        let new = tickets.into_iter().filter(|ticket| seen.insert(*ticket));
        hits.extend(new.map(|ticket| GuestHit { ticket, event: found.event, order: found.order }));
    }
    Ok(hits)
}

/// The orders that a guest of the newest matches belongs to, each once; otherwise as [`find_guests`].
///
/// # Errors
/// A fault when the database fails.
pub fn find_orders(
    view: &View<'_>,
    event: Option<EventId>,
    text: &str,
    rows: u32,
) -> Result<Vec<OrderId>, Fault> {
    let Some(question) = question(text) else { return Ok(Vec::new()) };
    let found = store::matching(view, &question, event, rows.min(SEARCH_HITS_MAX))?;
    let mut seen = HashSet::new();
    Ok(found.into_iter().map(|row| row.order).filter(|order| seen.insert(*order)).collect())
}

/// The question in the index's own language. Words are quoted, so nothing that is typed is an operator.
fn question(text: &str) -> Option<String> {
    let folded = fold(&text.chars().take(200).collect::<String>());
    let asked: Vec<String> =
        folded.split(' ').filter(|word| !word.is_empty()).take(WORDS_MAX).filter_map(ask).collect();
    (!asked.is_empty()).then(|| asked.join(" AND "))
}

fn ask(word: &str) -> Option<String> {
    let letters = word.chars().count();
    if letters == 1 {
        // A letter that is a word of its own is looked for as such; the first letter of half the guests is not.
        return (!word.is_ascii()).then(|| format!("\"{word}\""));
    }
    if word.chars().all(|c| c.is_ascii_digit())
        && let Some(end_of_phone) = phone_word(word)
    {
        return Some(format!("(\"{word}\"* OR \"{end_of_phone}\"*)"));
    }
    Some(format!("\"{word}\"*"))
}

/// Ids as a JSON list in hexadecimal, for statements that ask for many.
pub(crate) fn json_of_ids<I: Id>(ids: &[I]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut json = String::with_capacity(ids.len() * 35 + 2);
    json.push('[');
    for (index, id) in ids.iter().enumerate() {
        json.push_str(if index == 0 { "\"" } else { ",\"" });
        for byte in id.bytes() {
            json.push(char::from(DIGITS[usize::from(byte >> 4)]));
            json.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
        json.push('"');
    }
    json.push(']');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_asked_for_by_their_beginning() {
        assert_eq!(question("Mü gro"), Some("\"mu\"* AND \"gro\"*".to_owned()));
        assert_eq!(question("4711"), Some("(\"4711\"* OR \"t1174\"*)".to_owned()));
        assert_eq!(question("山田"), Some("\"山\" AND \"田\"".to_owned()));
    }

    #[test]
    fn what_is_typed_is_never_an_operator() {
        assert_eq!(question("a\" OR \"b* NOT"), Some("\"or\"* AND \"not\"*".to_owned()));
        assert_eq!(question("'; DROP TABLE guests; --").unwrap(), "\"drop\"* AND \"table\"* AND \"guests\"*");
        for text in ["", " ", "x", "\"", "*", "- -"] {
            assert_eq!(question(text), None, "{text}");
        }
    }

    #[test]
    fn ids_are_listed_as_json() {
        let ids = [TicketId::from_bytes([0xa5; 16]), TicketId::from_bytes([0x0f; 16])];
        let read: Vec<String> = serde_json::from_str(&json_of_ids(&ids)).unwrap();
        assert_eq!(read, ["a5".repeat(16), "0f".repeat(16)]);
        assert_eq!(json_of_ids::<TicketId>(&[]), "[]");
    }

    #[test]
    fn a_guests_words_are_written_once() {
        let words = GuestWords {
            names: &["Mara Quell", "", "Quell"],
            emails: &["mara.quell@example.org", ""],
            phone: "+49 170 4711",
        };
        assert_eq!(words.folded(), "mara quell t117407194");
    }
}
