//! Making a gate.

use identity::wording::{self, WordingError};
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{GateRow, store};
use crate::event::find_event;

const NAME_CHARACTERS_MAX: usize = 120;
const CODE_CHARACTERS_MAX: usize = 40;

/// Makes a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateGate {
    /// The event: its id or its slug.
    pub event: String,
    /// Its name.
    pub name: String,
    /// Its short mark; made from the name when absent.
    #[serde(default)]
    #[ts(optional)]
    pub code: Option<String>,
}

/// Why a gate is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GateRefused {
    /// Its name or its code.
    #[error(transparent)]
    Wording(#[from] WordingError),
    /// Another gate has this name or code.
    #[error("the event has a gate “{0}” already")]
    Taken(String),
    /// No gate answers to this reference.
    #[error("there is no gate “{0}” in this event")]
    Unknown(String),
}

impl Refuse for GateRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Wording(error) => error.code(),
            Self::Taken(_) => "gate_taken",
            Self::Unknown(_) => "unknown_gate",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Wording(error) => error.fix(),
            Self::Taken(_) => "Give this gate another name and code.".to_owned(),
            Self::Unknown(_) => "Use a gate's name or code from the list of gates.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::Wording(error) => error.field(),
            Self::Taken(_) => Some("name".to_owned()),
            Self::Unknown(_) => Some("gate".to_owned()),
        }
    }
}

/// Makes a gate of an event.
///
/// # Errors
/// [`GateRefused`], an unknown event, or a fault of the file.
pub fn create_gate(tx: &Tx<'_>, request: &CreateGate) -> Result<GateRow, Failure> {
    let event = find_event(tx, &request.event)?;
    let name = wording::line("name", &request.name, NAME_CHARACTERS_MAX).map_err(GateRefused::from)?;
    let code = match &request.code {
        Some(code) => wording::line("code", code, CODE_CHARACTERS_MAX).map_err(GateRefused::from)?,
        None => code_from(&name),
    };
    let gates = store::gates_of(tx, event.id)?;
    if let Some(taken) = gates.iter().find(|gate| gate.name == name || gate.code.eq_ignore_ascii_case(&code))
    {
        return Err(GateRefused::Taken(taken.name.clone()).into());
    }
    let gate = GateRow { id: tx.new_id()?, name, code, version: 1 };
    store::insert_gate(tx, event.id, &gate)?;
    Ok(gate)
}

/// `Gate North` becomes `GATE-NORTH`.
fn code_from(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_uppercase).collect();
    words.join("-").chars().take(CODE_CHARACTERS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{EVENT, refused, venue, write};

    fn gate(name: &str, code: Option<&str>) -> CreateGate {
        CreateGate { event: EVENT.to_owned(), name: name.to_owned(), code: code.map(str::to_owned) }
    }

    #[test]
    fn a_gate_answers_to_its_id_its_code_and_its_name() {
        let file = venue();
        let made = write(&file, |tx| create_gate(tx, &gate("Gate  North", None)));
        assert_eq!(made.code, "GATE-NORTH");
        for reference in [made.id.to_string(), "gate-north".to_owned(), " Gate North ".to_owned()] {
            assert!(made.answers_to(&reference), "{reference}");
        }
        assert!(!made.answers_to("Gate"));
    }

    #[test]
    fn a_name_or_code_is_given_once_in_an_event() {
        let file = venue();
        write(&file, |tx| create_gate(tx, &gate("North", Some("n"))));
        for again in [gate("North", Some("x")), gate("Northern", Some("N"))] {
            let refusal = refused(file.transact(&testkit::as_test(), |tx| create_gate(tx, &again)));
            assert_eq!(refusal.code, "gate_taken");
        }
        let nameless = refused(file.transact(&testkit::as_test(), |tx| create_gate(tx, &gate(" \n", None))));
        assert_eq!(nameless.field.as_deref(), Some("name"));
    }
}
