//! Taking rows: each becomes a paid order with its tickets, and its line is kept in the same transaction.

use kernel::{Failure, Money};
use payments::payment::{PaymentMethod, PaymentStatus, REFERENCE_CHARACTERS_MAX, RecordedPayment};
use workspace::{Tx, View};

use super::{
    GuestImportId, GuestImportRefusal, GuestImportStatus, TakenAs,
    plan::{Budgets, tier_choices},
    row::{GuestRow, RowProblem},
    store::{self, StoredImport},
};
use crate::{
    event::{Event, event_named, event_of},
    hold::sweep_expired,
    order::{
        OrderStatus,
        import::{ImportedOrder, ImportedTicket, record_order},
        next_own_code,
    },
    ticket::TicketStatus,
};

/// The language of papers when nobody says another.
const LOCALE_DEFAULT: &str = "en";
const KEY_LENGTH_MAX: usize = 200;
const FILE_NAME_CHARACTERS_MAX: usize = 100;

/// An import about to begin, or to go on.
#[derive(Clone, Copy, Debug)]
pub struct NewImport<'a> {
    /// The event: its id or its slug.
    pub event: &'a str,
    /// As what its rows are taken.
    pub taken_as: TakenAs,
    /// The file's name, for people.
    pub file_name: &'a str,
    /// Digest of the file and of how it is to be taken.
    pub content_hash: [u8; 32],
    /// The caller's key: the same key goes on with the same import.
    pub key: &'a str,
    /// How many rows the file has.
    pub row_count: usize,
}

/// An import that has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its id.
    pub import: GuestImportId,
    /// Whether it was finished before: nothing is left to take.
    pub is_done: bool,
}

impl Begun {
    /// The import that this key began before, if any.
    ///
    /// # Errors
    /// A refusal when the key began another import or that one was taken back; a fault when the database fails.
    pub fn before(view: &View<'_>, new: &NewImport<'_>) -> Result<Option<Self>, Failure> {
        if new.key.is_empty() || new.key.len() > KEY_LENGTH_MAX {
            return Err(GuestImportRefusal::KeyLength.into());
        }
        let Some(known) = store::by_key(view, new.key)? else { return Ok(None) };
        let event = event_named(view, new.event)?;
        if known.content_hash != new.content_hash || known.event != event.id || known.taken_as != new.taken_as
        {
            return Err(GuestImportRefusal::KeyReused.into());
        }
        let is_done = match known.status {
            GuestImportStatus::Running => false,
            GuestImportStatus::Done => true,
            GuestImportStatus::Undone => return Err(GuestImportRefusal::Undone.into()),
        };
        Ok(Some(Self { import: known.id, is_done }))
    }
}

/// Begins an import, or goes on with the one that this key began.
///
/// # Errors
/// As [`Begun::before`]; a refusal when the event is unknown.
pub fn begin_import(tx: &Tx<'_>, new: &NewImport<'_>) -> Result<Begun, Failure> {
    if let Some(begun) = Begun::before(tx, new)? {
        return Ok(begun);
    }
    let event = event_named(tx, new.event)?;
    // Places of holds that ran out are free, although nobody has written it down yet.
    sweep_expired(tx, Some(event.id))?;
    let import = StoredImport {
        id: tx.new_id()?,
        event: event.id,
        taken_as: new.taken_as,
        status: GuestImportStatus::Running,
        file_name: shown_file_name(new.file_name),
        content_hash: new.content_hash,
        row_count: i64::try_from(new.row_count).unwrap_or(i64::MAX),
        skipped_count: 0,
        version: 1,
    };
    store::insert(tx, &import, new.key)?;
    Ok(Begun { import: import.id, is_done: false })
}

/// A file's name as a reference shows it: one line, not too long.
fn shown_file_name(name: &str) -> String {
    let name: String =
        name.chars().filter(|c| !c.is_control()).take(FILE_NAME_CHARACTERS_MAX).collect::<String>();
    if name.trim().is_empty() { "list".to_owned() } else { name.trim().to_owned() }
}

/// Takes rows, at most a batch. Rows whose places were sold since they were judged are answered as problems when
/// `accepts_partial`.
///
/// # Errors
/// A refusal when places are gone and every row was to be taken; a fault when the machine fails. Nothing of this batch
/// is kept then.
pub fn take_guests(
    tx: &Tx<'_>,
    import: GuestImportId,
    rows: &[GuestRow],
    accepts_partial: bool,
) -> Result<Vec<RowProblem>, Failure> {
    let import = named(tx, import)?;
    let event = event_of(tx, import.event)?;
    let mut places = Budgets::of(tx, &event, &tier_choices(tx, &event)?, import.taken_as)?;
    let mut problems = Vec::new();
    for row in rows {
        if let Some(problem) = places.draw(row) {
            if !accepts_partial {
                let (line, message) = (problem.line, problem.message);
                return Err(GuestImportRefusal::PlacesGone { line, message }.into());
            }
            problems.push(problem);
            continue;
        }
        let order = record_order(tx, &imported(tx, &event, &import, row)?)?.order;
        store::take_line(tx, import.id, row.line, order)?;
    }
    Ok(problems)
}

fn imported(
    tx: &Tx<'_>,
    event: &Event,
    import: &StoredImport,
    row: &GuestRow,
) -> Result<ImportedOrder, Failure> {
    let total = row.price.gross.times(row.quantity)?;
    let (method, about) = match import.taken_as {
        TakenAs::GuestList => (PaymentMethod::Comp, format!("guest list: {}", import.file_name)),
        TakenAs::Attendees => (PaymentMethod::Transfer, import.file_name.clone()),
    };
    let about = if row.note.is_empty() { about } else { format!("{about} · {}", row.note) };
    let payment = RecordedPayment {
        method,
        status: PaymentStatus::Confirmed,
        amount: total,
        reference: about.chars().take(REFERENCE_CHARACTERS_MAX).collect(),
        created_at: tx.now(),
        confirmed_at: Some(tx.now()),
    };
    let ticket = ImportedTicket {
        tier: row.tier.id,
        code: String::new(),
        status: TicketStatus::Issued,
        holder_name: row.guest.name.clone(),
        holder_email: row.guest.email.clone(),
        holder_company: row.company.clone(),
        gross: row.price.gross,
        tax_rate: row.tier.rate,
        tax: row.price.tax,
        addon_to: None,
        valid_from: None,
        valid_until: None,
        block_reason: String::new(),
    };
    Ok(ImportedOrder {
        event: event.id,
        code: next_own_code(tx)?,
        status: OrderStatus::Paid,
        total,
        refunded: Money::zero(event.currency),
        buyer: row.guest.clone(),
        locale: LOCALE_DEFAULT.to_owned(),
        is_approval_pending: false,
        is_valid_while_pending: false,
        ordered_at: tx.now(),
        expires_at: None,
        paid_at: Some(tx.now()),
        tickets: vec![ticket; usize::try_from(row.quantity).unwrap_or(0)],
        fees: Vec::new(),
        payments: vec![payment],
        refunds: Vec::new(),
    })
}

/// Every row was taken or left out; answers with how many orders and tickets there are, and how many rows were left out.
///
/// # Errors
/// A refusal when there is no such import; a fault when the database fails.
pub fn finish_import(tx: &Tx<'_>, import: GuestImportId) -> Result<(i64, i64, i64), Failure> {
    let import = named(tx, import)?;
    let (orders, tickets) = store::counts(tx, import.id)?;
    let skipped_count = import.row_count - orders;
    if import.status == GuestImportStatus::Running {
        let done = StoredImport { status: GuestImportStatus::Done, skipped_count, ..import };
        store::finish(tx, &done, None)?;
    }
    Ok((orders, tickets, skipped_count))
}

pub(super) fn named(view: &View<'_>, id: GuestImportId) -> Result<StoredImport, Failure> {
    store::by_id(view, id)?.ok_or_else(|| GuestImportRefusal::UnknownImport(id.to_string()).into())
}
