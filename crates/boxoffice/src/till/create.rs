//! Making a till.

use identity::organization::required_organization;
use kernel::{Currency, Failure};
use serde::{Deserialize, Serialize};
use workspace::{Tx, View};

use super::{CODE_CHARACTERS_MAX, NAME_CHARACTERS_MAX, Till, TillRefusal, store};

/// Makes a till.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateTill {
    /// What it is called; “Till” and its code when absent.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// Its short code; the next free letter when absent.
    #[serde(default)]
    #[ts(optional)]
    pub code: Option<String>,
    /// The currency in its drawer; the organization's when absent.
    #[serde(default)]
    #[ts(optional)]
    pub currency: Option<Currency>,
    /// Whether it is for practice.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub is_training: bool,
}

/// Makes a till with an empty drawer.
///
/// # Errors
/// A refusal when the code or the name is malformed or the code was given before; a fault when the machine fails.
pub fn create_till(tx: &Tx<'_>, request: &CreateTill) -> Result<Till, Failure> {
    let code = match request.code.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
        Some(code) => free_code(tx, code)?,
        None => next_code(tx)?,
    };
    let name = request.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name = name.map_or_else(|| format!("Till {code}"), str::to_owned);
    if name.chars().count() > NAME_CHARACTERS_MAX || name.chars().any(char::is_control) {
        return Err(TillRefusal::NameMalformed.into());
    }
    let currency = match request.currency {
        Some(currency) => currency,
        None => required_organization(tx)?.currency,
    };
    let till = Till { id: tx.new_id()?, code, name, currency, is_training: request.is_training, version: 1 };
    store::insert(tx, &till)?;
    Ok(till)
}

fn free_code(view: &View<'_>, code: &str) -> Result<String, Failure> {
    let code = code.to_ascii_uppercase();
    if code.len() > CODE_CHARACTERS_MAX || !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(TillRefusal::CodeMalformed.into());
    }
    match store::by_code(view, &code)? {
        Some(_) => Err(TillRefusal::CodeTaken(code).into()),
        None => Ok(code),
    }
}

/// `A` to `Z`, then numbers.
fn next_code(view: &View<'_>) -> Result<String, Failure> {
    let taken = store::codes(view)?;
    let letters = ('A'..='Z').map(String::from);
    let mut candidates = letters.chain((1..=taken.len() + 1).map(|number| number.to_string()));
    let free = candidates.find(|code| !taken.contains(code));
    free.ok_or_else(|| TillRefusal::CodeMalformed.into())
}
