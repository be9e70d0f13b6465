//! How commands name a till: by code, by id, or not at all when there is only one.

use kernel::Failure;
use payments::ledger::AccountCode;
use workspace::{Tx, View};

use super::{CreateTill, Till, TillRefusal, create_till, store};

/// The till that `reference` names by its code, in any case, or its id; without a reference the only till there is.
///
/// # Errors
/// A refusal when there is no such till, none at all, or several and none was named; a fault when the file cannot be
/// read.
pub fn chosen_till(view: &View<'_>, reference: Option<&str>) -> Result<Till, Failure> {
    let Some(reference) = reference.map(str::trim).filter(|reference| !reference.is_empty()) else {
        let mut tills = store::all(view)?;
        return match (tills.pop(), tills.is_empty()) {
            (Some(only), true) => Ok(only),
            (Some(_), false) => Err(TillRefusal::NotNamed.into()),
            (None, _) => Err(TillRefusal::None.into()),
        };
    };
    let found = match reference.parse() {
        Ok(id) => store::by_id(view, id)?,
        Err(_) => store::by_code(view, &reference.to_ascii_uppercase())?,
    };
    found.ok_or_else(|| TillRefusal::Unknown(reference.chars().take(40).collect()).into())
}

/// As [`chosen_till`]; where there is no till at all, the first drawer that is opened makes it.
pub(crate) fn chosen_or_first_till(tx: &Tx<'_>, reference: Option<&str>) -> Result<Till, Failure> {
    let is_named = reference.is_some_and(|reference| !reference.trim().is_empty());
    if !is_named && store::all(tx)?.is_empty() {
        return create_till(tx, &CreateTill::default());
    }
    chosen_till(tx, reference)
}

/// The account that the cash in this till's drawer stands on.
pub(crate) fn drawer_account(till: &Till) -> AccountCode {
    AccountCode::Drawer(till.code.clone())
}
