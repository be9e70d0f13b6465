//! Planning a voucher.

use identity::wording;
use kernel::{Failure, Fault, HumanCode, Money, Timestamp};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{
    VoucherDraftRefusal, VoucherKind, VoucherRow, VoucherTerms,
    redeem::keep_places,
    refusal::USAGES_MAX,
    row_of,
    store::{self, StoredVoucher},
};
use crate::{
    event::{Event, event_named},
    percent::Percent,
    tier::{self, TierId},
};

const CODE_CHARACTERS_MAX: usize = 60;
const NOTE_CHARACTERS_MAX: usize = 500;

/// What a voucher is to be. When it is changed, absent fields stay and empty text takes a limit away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct VoucherDraft {
    /// What is typed at the till; one that is free when absent.
    #[serde(default)]
    #[ts(optional)]
    pub code: Option<String>,
    /// What it does; `none` when absent.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<VoucherKind>,
    /// A share like `10` for `percent`, an amount like `5.00` for the others.
    #[serde(default)]
    #[ts(optional)]
    pub value: Option<String>,
    /// The amount in minor units, instead of `value`.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub amount_minor: Option<i64>,
    /// Most that it takes off over all its usages, like `100.00`; no limit when absent.
    #[serde(default)]
    #[ts(optional)]
    pub budget: Option<String>,
    /// The budget in minor units, instead of `budget`.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub budget_minor: Option<i64>,
    /// Most usages; one when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub max_usages: Option<i64>,
    /// Least usages in its first order; one when absent.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub min_usages: Option<i64>,
    /// Most usages by one customer, who is known by the e-mail address; 0 takes the limit away.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub max_usages_per_customer: Option<i64>,
    /// From when it is valid: local time of the event's zone, or a moment with an offset.
    #[serde(default)]
    #[ts(optional)]
    pub valid_from: Option<String>,
    /// Until when it is valid.
    #[serde(default)]
    #[ts(optional)]
    pub valid_until: Option<String>,
    /// The tiers it is for: ids, names or numbers; all when absent.
    #[serde(default)]
    #[ts(optional)]
    pub tiers: Option<Vec<String>>,
    /// The name of the quota whose tiers it is for.
    #[serde(default)]
    #[ts(optional)]
    pub quota: Option<String>,
    /// Whether it keeps places until it is used; it must be for one tier then.
    #[serde(default)]
    #[ts(optional)]
    pub block_quota: Option<bool>,
    /// Whether it sells although nothing is left.
    #[serde(default)]
    #[ts(optional)]
    pub allow_ignore_quota: Option<bool>,
    /// Whether it shows hidden tiers.
    #[serde(default)]
    #[ts(optional)]
    pub show_hidden: Option<bool>,
    /// For whom, or why.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
}

/// Plans a voucher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct CreateVoucher {
    /// The event: its id or its slug.
    pub event: String,
    /// What it is to be.
    #[serde(flatten)]
    #[ts(flatten)]
    pub draft: VoucherDraft,
}

/// Plans a voucher; one that keeps places takes them now.
///
/// # Errors
/// A refusal naming the voucher and the field, or the pool that is short; a fault when the database fails.
pub fn create_voucher(tx: &Tx<'_>, request: &CreateVoucher) -> Result<VoucherRow, Failure> {
    let event = event_named(tx, &request.event)?;
    let code = match request.draft.code.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
        Some(code) => sound_code(code)?,
        None => free_code(tx, &event)?,
    };
    if store::by_code(tx, event.id, &code)?.is_some() {
        return Err(VoucherDraftRefusal::CodeTaken(code).into());
    }
    let nothing = Money::zero(event.currency);
    let blank = StoredVoucher {
        id: tx.new_id()?,
        event: event.id,
        note: String::new(),
        terms: VoucherTerms {
            code,
            kind: VoucherKind::None,
            percent: Percent::NONE,
            amount: nothing,
            budget: None,
            max_usages: 1,
            min_usages: 1,
            max_usages_per_customer: None,
            valid_from: None,
            valid_until: None,
            is_active: true,
            tiers: None,
        },
        quota: None,
        block_quota: false,
        allow_ignore_quota: false,
        show_hidden: false,
        hold: None,
        version: 1,
    };
    let voucher = decide(tx, &event, blank, &request.draft)?;
    store::insert(tx, &voucher)?;
    write_tiers(tx, &voucher)?;
    keep_places(tx, &event, &voucher, voucher.terms.max_usages)?;
    written(tx, voucher)
}

/// A quota's tiers are its own business; only those that were named are written down.
pub(super) fn write_tiers(tx: &Tx<'_>, voucher: &StoredVoucher) -> Result<(), Fault> {
    let named = if voucher.quota.is_some() { None } else { voucher.terms.tiers.as_deref() };
    store::set_tiers(tx, voucher.id, named.unwrap_or_default())
}

/// The voucher as it stands now that it was written.
pub(super) fn written(tx: &Tx<'_>, voucher: StoredVoucher) -> Result<VoucherRow, Failure> {
    let now = tx.now();
    let stored = store::by_id(tx, voucher.id)?.unwrap_or(voucher);
    Ok(row_of(tx, stored, now)?)
}

/// `voucher` as `draft` wants it.
pub(super) fn decide(
    tx: &Tx<'_>,
    event: &Event,
    mut voucher: StoredVoucher,
    draft: &VoucherDraft,
) -> Result<StoredVoucher, Failure> {
    let code = voucher.terms.code.clone();
    if let Some(note) = &draft.note {
        voucher.note = wording::optional_line("note", note, NOTE_CHARACTERS_MAX)
            .map_err(VoucherDraftRefusal::Wording)?;
    }
    let terms = &mut voucher.terms;
    read_value(terms, draft)?;
    if let Some(budget) = amount_of(&code, draft.budget.as_deref(), draft.budget_minor, terms.amount)? {
        terms.budget = budget;
    }
    terms.max_usages = draft.max_usages.unwrap_or(terms.max_usages);
    terms.min_usages = draft.min_usages.unwrap_or(terms.min_usages);
    if let Some(most) = draft.max_usages_per_customer {
        terms.max_usages_per_customer = (most != 0).then_some(most);
    }
    let per_customer = terms.max_usages_per_customer.unwrap_or(1);
    if !(1..=USAGES_MAX).contains(&terms.max_usages)
        || !(1..=terms.max_usages).contains(&terms.min_usages)
        || per_customer < 1
    {
        return Err(VoucherDraftRefusal::Usages { code }.into());
    }
    let moment = |field, text: &Option<String>, old| time_of(event, &code, field, text.as_deref(), old);
    terms.valid_from = moment("valid_from", &draft.valid_from, terms.valid_from)?;
    terms.valid_until = moment("valid_until", &draft.valid_until, terms.valid_until)?;
    if let (Some(from), Some(until)) = (terms.valid_from, terms.valid_until)
        && from >= until
    {
        return Err(VoucherDraftRefusal::Window { code }.into());
    }
    read_tiers(tx, event, &mut voucher, draft)?;
    voucher.block_quota = draft.block_quota.unwrap_or(voucher.block_quota);
    voucher.allow_ignore_quota = draft.allow_ignore_quota.unwrap_or(voucher.allow_ignore_quota);
    voucher.show_hidden = draft.show_hidden.unwrap_or(voucher.show_hidden);
    let one_tier = voucher.terms.tiers.as_ref().is_some_and(|tiers| tiers.len() == 1);
    if voucher.block_quota && !one_tier {
        return Err(VoucherDraftRefusal::KeepsNoTier { code }.into());
    }
    Ok(voucher)
}

fn read_value(terms: &mut VoucherTerms, draft: &VoucherDraft) -> Result<(), VoucherDraftRefusal> {
    let code = terms.code.clone();
    let is_new_kind = draft.kind.is_some_and(|kind| kind != terms.kind);
    terms.kind = draft.kind.unwrap_or(terms.kind);
    let has_value = draft.value.is_some() || draft.amount_minor.is_some();
    let nothing = Money::zero(terms.amount.currency);
    match terms.kind {
        VoucherKind::None => (terms.percent, terms.amount) = (Percent::NONE, nothing),
        VoucherKind::Percent | VoucherKind::Amount | VoucherKind::SetPrice | VoucherKind::Balance
            if is_new_kind && !has_value =>
        {
            return Err(VoucherDraftRefusal::ValueMissing { code, kind: terms.kind });
        }
        VoucherKind::Percent => {
            if let Some(value) = &draft.value {
                let read = value.parse().map_err(|reason| VoucherDraftRefusal::Percent { code, reason });
                (terms.percent, terms.amount) = (read?, nothing);
            }
        }
        VoucherKind::Amount | VoucherKind::SetPrice | VoucherKind::Balance => {
            let value = amount_of(&code, draft.value.as_deref(), draft.amount_minor, terms.amount)?;
            if let Some(value) = value.flatten() {
                (terms.percent, terms.amount) = (Percent::NONE, value);
            }
        }
    }
    Ok(())
}

/// An amount as text or in minor units; empty text takes it away.
fn amount_of(
    code: &str,
    text: Option<&str>,
    minor: Option<i64>,
    like: Money,
) -> Result<Option<Option<Money>>, VoucherDraftRefusal> {
    let amount = match (minor, text.map(str::trim)) {
        (Some(minor), _) => Money::new(minor, like.currency),
        (None, None) => return Ok(None),
        (None, Some("")) => return Ok(Some(None)),
        (None, Some(text)) => Money::parse(text, like.currency)
            .map_err(|reason| VoucherDraftRefusal::Amount { code: code.to_owned(), reason })?,
    };
    if amount.minor < 0 {
        return Err(VoucherDraftRefusal::Negative { code: code.to_owned() });
    }
    Ok(Some(Some(amount)))
}

fn time_of(
    event: &Event,
    code: &str,
    field: &'static str,
    text: Option<&str>,
    old: Option<Timestamp>,
) -> Result<Option<Timestamp>, VoucherDraftRefusal> {
    match text.map(str::trim) {
        None => Ok(old),
        Some("") => Ok(None),
        Some(text) => event.time_zone.parse(text).map(Some).map_err(|reason| VoucherDraftRefusal::Time {
            code: code.to_owned(),
            field,
            reason,
        }),
    }
}

fn read_tiers(
    tx: &Tx<'_>,
    event: &Event,
    voucher: &mut StoredVoucher,
    draft: &VoucherDraft,
) -> Result<(), Failure> {
    let code = &voucher.terms.code;
    let named_quota = draft.quota.as_deref().map(str::trim);
    if named_quota.is_some_and(|name| !name.is_empty())
        && draft.tiers.as_ref().is_some_and(|tiers| !tiers.is_empty())
    {
        return Err(VoucherDraftRefusal::TiersAndQuota { code: code.clone() }.into());
    }
    if let Some(references) = &draft.tiers {
        let mut tiers: Vec<TierId> = Vec::with_capacity(references.len());
        for reference in references {
            let unknown = || VoucherDraftRefusal::UnknownTier { code: code.clone(), tier: reference.clone() };
            let tier = tier::tier_on_sale(tx, event.id, reference)?.ok_or_else(unknown)?;
            if !tiers.contains(&tier.id) {
                tiers.push(tier.id);
            }
        }
        voucher.quota = None;
        voucher.terms.tiers = (!tiers.is_empty()).then_some(tiers);
    }
    match named_quota {
        None => {}
        Some("") if voucher.quota.is_some() => (voucher.quota, voucher.terms.tiers) = (None, None),
        Some("") => {}
        Some(name) => {
            let unknown = || VoucherDraftRefusal::UnknownQuota { code: code.clone(), quota: name.to_owned() };
            let quota = store::quota_named(tx, event.id, name)?.ok_or_else(unknown)?;
            let tiers = crate::quota::tiers_of(tx, quota)?;
            (voucher.quota, voucher.terms.tiers) = (Some(quota), Some(tiers));
        }
    }
    Ok(())
}

/// A code that someone chose, in capitals: nobody types a voucher twice because of its case.
pub(super) fn sound_code(text: &str) -> Result<String, VoucherDraftRefusal> {
    let code = text.trim().to_uppercase();
    let is_fit = (1..=CODE_CHARACTERS_MAX).contains(&code.chars().count())
        && code.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if is_fit { Ok(code) } else { Err(VoucherDraftRefusal::Code(text.chars().take(60).collect())) }
}

/// A code that no voucher of the event has.
fn free_code(tx: &Tx<'_>, event: &Event) -> Result<String, Failure> {
    loop {
        let mut random = [0_u8; 7];
        tx.random(&mut random)?;
        let Some(code) = HumanCode::from_random(random) else { continue };
        if store::by_code(tx, event.id, code.as_str())?.is_none() {
            return Ok(code.as_str().to_owned());
        }
    }
}
