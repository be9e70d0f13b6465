//! Words and facts that every other context uses: countries, currencies, languages, time zones, industries, the
//! event taxonomy, genres, skills, destinations, tax and credit rates, and the event templates.
//!
//! The lists live in `assets/reference/*.json`, are built into the program, and are copied into the workspace file by
//! [`seed`]. Everything but [`seed`] works without a database: a rule may ask [`check_category`] or [`country`] directly.
//!
//! To add an entry, edit the JSON file; to add a list, give it a module here, a table in a new migration and a
//! paragraph in [`seed`]. Codes are never reused for another meaning and never removed: old records name them.

mod category;
mod check;
mod country;
mod currency;
mod destination;
mod embedded;
mod genre;
mod industry;
mod language;
mod rate;
mod skill;
mod store;
mod template;
mod time_zone;

pub use category::{EventCategory, categories, category, subcategories};
pub use check::{UnknownReference, check_category, check_country, check_language};
pub use country::{Country, countries, country};
pub use currency::{CurrencyFacts, CurrencyKind, currencies, currency, currency_facts};
pub use destination::{Destination, Region, destination, destinations};
pub use genre::{Genre, genre, genres};
pub use industry::{Industry, industries, industry};
pub use language::{Language, language, languages};
pub use rate::{CreditRate, TaxKind, TaxRate, credit_rates, tax_rate_on, tax_rates};
pub use skill::{Skill, SkillCategory, skill, skill_categories, skills};
pub use store::{CreditRateId, TaxRateId, seed};
pub use template::{
    EventTemplate, ReEntry, TemplateList, TemplateTier, share_out, template_in, templates, templates_in,
};
pub use time_zone::{is_time_zone, time_zones};

/// The tables of this context. Lists are the same on every device that runs the same release and are not captured;
/// rates are changed by people and are.
pub const TABLES: &[workspace::Table] = &[
    workspace::Table::local("countries"),
    workspace::Table::local("currencies"),
    workspace::Table::local("timezones"),
    workspace::Table::local("languages"),
    workspace::Table::local("industries"),
    workspace::Table::local("event_categories"),
    workspace::Table::local("genres"),
    workspace::Table::local("skill_categories"),
    workspace::Table::local("skills"),
    workspace::Table::local("destinations"),
    workspace::Table::record("tax_rates"),
    workspace::Table::record("credit_rates"),
];
