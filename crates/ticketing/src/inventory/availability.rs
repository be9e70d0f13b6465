//! How many places are left, over every pool that bounds a tier. Pure rules.

use kernel::Refuse;

use crate::tier::TierId;

/// What bounds a sale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PoolKind {
    /// The tier's own quantity.
    Tier,
    /// A quota shared by several tiers.
    Quota,
    /// The event's capacity for people.
    Event,
}

/// A pool of places that some of the wanted tiers draw on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// What it is.
    pub kind: PoolKind,
    /// Its name: the tier's, the quota's, the event's.
    pub name: String,
    /// How many places it has.
    pub size: i64,
    /// How many are issued or held, over all tiers that draw on it.
    pub used: i64,
    /// The wanted tiers that draw on it.
    pub drawn_on_by: Vec<TierId>,
}

impl Pool {
    /// Places left, never less than none: an import may have filled it beyond its size.
    #[must_use]
    pub fn left(&self) -> i64 {
        (self.size - self.used).max(0)
    }
}

/// How many more places of a tier are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierDemand {
    /// The tier.
    pub tier: TierId,
    /// Its name, for messages.
    pub tier_name: String,
    /// More places than it has now; what a hold already keeps is not counted again.
    pub more: i64,
}

/// A pool has fewer places than are wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", sentence(kind, pool, tier_name, *left, *wanted))]
pub struct SoldOut {
    /// What is short.
    pub kind: PoolKind,
    /// The short pool's name.
    pub pool: String,
    /// The tier that was asked for.
    pub tier_name: String,
    /// How many are left.
    pub left: i64,
    /// How many more are wanted of the pool.
    pub wanted: i64,
}

fn sentence(kind: &PoolKind, pool: &str, tier_name: &str, left: i64, wanted: i64) -> String {
    let place = match kind {
        PoolKind::Tier => format!("Tier '{tier_name}'"),
        PoolKind::Quota => format!("Tier '{tier_name}': quota '{pool}'"),
        PoolKind::Event => format!("Tier '{tier_name}': the event"),
    };
    match left {
        0 => format!("{place} is sold out"),
        1 => format!("{place} has 1 place left, {wanted} are wanted"),
        _ => format!("{place} has {left} places left, {wanted} are wanted"),
    }
}

impl Refuse for SoldOut {
    fn code(&self) -> &'static str {
        "sold_out"
    }
    fn fix(&self) -> String {
        match (self.left, &self.kind) {
            (0, PoolKind::Tier) => "Choose another tier, or raise this one's quantity.".to_owned(),
            (0, PoolKind::Quota) => "Choose a tier outside this quota, or enlarge the quota.".to_owned(),
            (0, PoolKind::Event) => "The house is full.".to_owned(),
            (left, PoolKind::Tier | PoolKind::Quota | PoolKind::Event) => format!("Sell at most {left}."),
        }
    }
    fn field(&self) -> Option<String> {
        Some("lines".to_owned())
    }
    fn params(&self) -> std::collections::BTreeMap<String, String> {
        [
            ("tier", self.tier_name.clone()),
            ("left", self.left.to_string()),
            ("wanted", self.wanted.to_string()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into()
    }
}

/// Whether every pool has what all demands together want of it.
///
/// # Errors
/// The first pool that is short.
pub fn check(pools: &[Pool], demands: &[TierDemand]) -> Result<(), SoldOut> {
    for pool in pools {
        let drawing =
            || demands.iter().filter(|demand| pool.drawn_on_by.contains(&demand.tier) && demand.more > 0);
        let wanted = demands
            .iter()
            .filter(|demand| pool.drawn_on_by.contains(&demand.tier))
            .map(|demand| demand.more)
            .sum();
        if let Some(first) = drawing().next()
            && wanted > pool.left()
        {
            let (kind, left) = (pool.kind.clone(), pool.left());
            let (pool, tier_name) = (pool.name.clone(), first.tier_name.clone());
            return Err(SoldOut { kind, pool, tier_name, left, wanted });
        }
    }
    Ok(())
}

/// Places left of one tier: the least over its pools, `None` when nothing bounds it.
#[must_use]
pub fn left_of(pools: &[Pool], tier: TierId) -> Option<i64> {
    pools.iter().filter(|pool| pool.drawn_on_by.contains(&tier)).map(Pool::left).min()
}

#[cfg(test)]
mod tests {
    use kernel::id::Id;
    use proptest::prelude::*;

    use super::*;

    fn tier(number: u8) -> TierId {
        TierId::from_bytes([number; 16])
    }

    fn pool(kind: PoolKind, size: i64, used: i64, tiers: &[u8]) -> Pool {
        Pool {
            kind,
            name: "Saal".to_owned(),
            size,
            used,
            drawn_on_by: tiers.iter().map(|t| tier(*t)).collect(),
        }
    }

    fn demand(number: u8, more: i64) -> TierDemand {
        TierDemand { tier: tier(number), tier_name: format!("T{number}"), more }
    }

    #[test]
    fn two_lines_share_one_pool() {
        let pools = [pool(PoolKind::Quota, 5, 1, &[1, 2])];
        assert_eq!(check(&pools, &[demand(1, 2), demand(2, 2)]), Ok(()));
        let short = check(&pools, &[demand(1, 3), demand(2, 2)]).unwrap_err();
        assert_eq!((short.left, short.wanted), (4, 5));
        assert_eq!(short.to_string(), "Tier 'T1': quota 'Saal' has 4 places left, 5 are wanted");
    }

    #[test]
    fn what_was_imported_beyond_the_size_leaves_nothing_but_never_less() {
        let pools = [pool(PoolKind::Tier, 5, 9, &[1])];
        assert_eq!(left_of(&pools, tier(1)), Some(0));
        assert!(check(&pools, &[demand(1, 1)]).is_err());
        assert_eq!(check(&pools, &[demand(1, 0)]), Ok(()), "what is kept already needs no place");
    }

    #[test]
    fn a_tier_without_pools_is_unlimited() {
        assert_eq!(left_of(&[], tier(1)), None);
        assert_eq!(check(&[], &[demand(1, 1_000_000)]), Ok(()));
    }

    proptest! {
        #[test]
        fn what_passes_never_overfills_a_pool(
            size in 0_i64..20, used in 0_i64..20, wanted in prop::collection::vec(0_i64..8, 1..4),
        ) {
            let numbers: Vec<u8> = (1..=4).take(wanted.len()).collect();
            let demands: Vec<_> = numbers.iter().zip(&wanted).map(|(number, more)| demand(*number, *more)).collect();
            let pools = [pool(PoolKind::Event, size, used, &numbers)];
            let total: i64 = wanted.iter().sum();
            prop_assert_eq!(check(&pools, &demands).is_ok(), total == 0 || used + total <= size);
        }
    }
}
