//! Lists that forms offer.

use ::workspace::View;
use kernel::{Failure, Permission};
use serde::{Deserialize, Serialize};

use super::Nothing;
use crate::{
    desk::Desk,
    registry::{Command, host, read},
    stagedoor::Stagedoor,
};

pub(super) fn commands() -> Vec<Command> {
    vec![
        host("reference.lists", Permission::Open, &[], lists),
        read("event.templates", Permission::ViewEvents, templates),
    ]
}

/// A code with its name.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct NamedCode {
    /// As stored.
    code: String,
    /// As shown, in English.
    name: String,
}

/// A currency as forms offer it.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct CurrencyChoice {
    /// Three letters of ISO 4217.
    code: String,
    /// As shown, in English.
    name: String,
    /// Decimal places.
    exponent: u32,
}

/// A category as forms offer it.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct CategoryChoice {
    /// The taxonomy code.
    code: String,
    /// As shown, in English.
    name: String,
    /// The category it belongs to; absent on the upper level.
    parent_code: Option<String>,
}

/// Everything that forms offer.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct ReferenceLists {
    /// ISO 3166-1.
    countries: Vec<NamedCode>,
    /// ISO 4217.
    currencies: Vec<CurrencyChoice>,
    /// IANA names.
    time_zones: Vec<String>,
    /// The event taxonomy.
    categories: Vec<CategoryChoice>,
    /// ISO 639-1.
    languages: Vec<NamedCode>,
}

fn lists(_: &Stagedoor, _: Nothing) -> Result<ReferenceLists, Failure> {
    Ok(ReferenceLists {
        countries: reference::countries()
            .iter()
            .map(|country| NamedCode { code: country.code.clone(), name: country.name.clone() })
            .collect(),
        currencies: reference::currencies()
            .map(|currency| CurrencyChoice {
                code: currency.code.to_string(),
                name: currency.name.clone(),
                exponent: currency.code.exponent(),
            })
            .collect(),
        time_zones: reference::time_zones().map(str::to_owned).collect(),
        categories: reference::categories()
            .iter()
            .map(|category| CategoryChoice {
                code: category.code.clone(),
                name: category.name.clone(),
                parent_code: category.parent_code.clone(),
            })
            .collect(),
        languages: reference::languages()
            .iter()
            .map(|language| NamedCode { code: language.code.clone(), name: language.name.clone() })
            .collect(),
    })
}

fn templates(_: &Desk<'_>, view: &View<'_>, _: Nothing) -> Result<Vec<reference::EventTemplate>, Failure> {
    let currency = identity::organization::required_organization(view)?.currency;
    Ok(reference::templates_in(currency))
}
