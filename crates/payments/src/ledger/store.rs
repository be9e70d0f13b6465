//! The SQL of the ledger.

use events::EventId;
use kernel::{Currency, Fault, Money, id::Id};
use workspace::{Row, Tx, View, params};

use super::{
    AccountBalance, AccountCode, Entry, LedgerAccountId, LedgerEntryId, LedgerTransactionId, Unbalanced,
    posting::Posting,
};
use crate::OrderId;

const ACCOUNT: &str = "select id from ledger_accounts
    where code = ?1 and currency = ?2 and coalesce(event_id, x'00') = coalesce(?3, x'00')";

const INSERT_ACCOUNT: &str =
    "insert into ledger_accounts (id, code, name, kind, currency, event_id, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

const INSERT_TRANSACTION: &str = "insert into ledger_transactions
    (id, kind, order_id, event_id, reverses_transaction_id, memo, created_by_user_id, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

const INSERT_ENTRY: &str =
    "insert into ledger_entries (id, transaction_id, account_id, amount_minor, currency, created_at)
    values (?1, ?2, ?3, ?4, ?5, ?6)";

const TRANSACTION: &str =
    "select order_id, event_id, reverses_transaction_id from ledger_transactions where id = ?1";

const IS_REVERSED: &str =
    "select 1 as is_reversed from ledger_transactions where reverses_transaction_id = ?1";

const ENTRIES: &str = "select account.code, account.event_id, entry.amount_minor, entry.currency
    from ledger_entries entry
    join ledger_accounts account on account.id = entry.account_id
    where entry.transaction_id = ?1
    order by entry.id";

const BALANCES: &str = "select account.code, account.name, account.kind, account.event_id, account.currency,
      sum(entry.amount_minor) as balance_minor
    from ledger_entries entry
    join ledger_accounts account on account.id = entry.account_id
    group by account.id
    order by account.code, account.currency, account.id";

const EVENT_BALANCES: &str =
    "select account.code, account.name, account.kind, account.event_id, account.currency,
      sum(entry.amount_minor) as balance_minor
    from ledger_transactions moved
    join ledger_entries entry on entry.transaction_id = moved.id
    join ledger_accounts account on account.id = entry.account_id
    where moved.event_id = ?1
    group by account.id
    order by account.code, account.currency, account.id";

const UNBALANCED: &str = "select transaction_id, currency, sum(amount_minor) as left_over_minor
    from ledger_entries
    group by transaction_id, currency
    having left_over_minor <> 0
    order by transaction_id";

/// Every statement, so that a test can prepare them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[
    ACCOUNT,
    INSERT_ACCOUNT,
    INSERT_TRANSACTION,
    INSERT_ENTRY,
    TRANSACTION,
    IS_REVERSED,
    ENTRIES,
    BALANCES,
    EVENT_BALANCES,
    UNBALANCED,
];

/// What a reversal must know of a stored transaction.
pub(super) struct StoredTransaction {
    pub(super) order: Option<OrderId>,
    pub(super) event: Option<EventId>,
    pub(super) reverses: Option<LedgerTransactionId>,
}

/// The account behind `code`, opened when it is needed for the first time.
pub(super) fn account(tx: &Tx<'_>, code: &AccountCode, currency: Currency) -> Result<LedgerAccountId, Fault> {
    let event = code.event().map(|event| event.bytes());
    let text = code.code();
    let known = tx.optional(ACCOUNT, params![text, currency.code(), event], |row| row.id("id"))?;
    if let Some(account) = known {
        return Ok(account);
    }
    let account: LedgerAccountId = tx.new_id()?;
    tx.execute_one(
        INSERT_ACCOUNT,
        params![
            account.bytes(),
            text,
            code.name(),
            code.kind().as_str(),
            currency.code(),
            event,
            tx.now_micros()
        ],
    )?;
    Ok(account)
}

pub(super) fn insert_transaction(
    tx: &Tx<'_>,
    id: LedgerTransactionId,
    posting: &Posting,
) -> Result<(), Fault> {
    tx.execute_one(
        INSERT_TRANSACTION,
        params![
            id.bytes(),
            posting.kind.as_str(),
            posting.order.map(|order| order.bytes()),
            posting.event.map(|event| event.bytes()),
            posting.reverses.map(|reversed| reversed.bytes()),
            posting.memo,
            tx.actor(),
            tx.now_micros()
        ],
    )
}

pub(super) fn insert_entry(
    tx: &Tx<'_>,
    transaction: LedgerTransactionId,
    account: LedgerAccountId,
    amount: Money,
) -> Result<(), Fault> {
    let id: LedgerEntryId = tx.new_id()?;
    tx.execute_one(
        INSERT_ENTRY,
        params![
            id.bytes(),
            transaction.bytes(),
            account.bytes(),
            amount.minor,
            amount.currency.code(),
            tx.now_micros()
        ],
    )
}

pub(super) fn transaction(
    view: &View<'_>,
    id: LedgerTransactionId,
) -> Result<Option<StoredTransaction>, Fault> {
    view.optional(TRANSACTION, params![id.bytes()], |row| {
        Ok(StoredTransaction {
            order: row.id_opt("order_id")?,
            event: row.id_opt("event_id")?,
            reverses: row.id_opt("reverses_transaction_id")?,
        })
    })
}

pub(super) fn is_reversed(view: &View<'_>, id: LedgerTransactionId) -> Result<bool, Fault> {
    Ok(view.optional(IS_REVERSED, params![id.bytes()], |row| row.int("is_reversed"))?.is_some())
}

pub(super) fn entries(view: &View<'_>, id: LedgerTransactionId) -> Result<Vec<Entry>, Fault> {
    view.all(ENTRIES, params![id.bytes()], |row| {
        Ok(Entry { account: account_code(row)?, amount: row.money("amount_minor", "currency")? })
    })
}

fn account_code(row: &Row<'_>) -> Result<AccountCode, Fault> {
    let code = row.text("code")?;
    let event: Option<EventId> = row.id_opt("event_id")?;
    AccountCode::parse(&code, event).ok_or_else(|| Fault::inconsistent("ledger_accounts", "code", code))
}

pub(super) fn balances(view: &View<'_>) -> Result<Vec<AccountBalance>, Fault> {
    view.all(BALANCES, params![], balance)
}

pub(super) fn event_balances(view: &View<'_>, event: EventId) -> Result<Vec<AccountBalance>, Fault> {
    view.all(EVENT_BALANCES, params![event.bytes()], balance)
}

pub(super) fn unbalanced(view: &View<'_>) -> Result<Vec<Unbalanced>, Fault> {
    view.all(UNBALANCED, params![], |row| {
        Ok(Unbalanced {
            transaction_id: row.id("transaction_id")?,
            left_over: row.money("left_over_minor", "currency")?,
        })
    })
}

fn balance(row: &Row<'_>) -> Result<AccountBalance, Fault> {
    Ok(AccountBalance {
        code: row.text("code")?,
        name: row.text("name")?,
        kind: row.parsed("kind")?,
        event_id: row.id_opt("event_id")?,
        balance: row.money("balance_minor", "currency")?,
    })
}
