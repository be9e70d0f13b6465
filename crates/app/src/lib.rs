//! The product without a face: the command registry, sessions, keys, documents, import and demo, composed from the
//! contexts. Hosts (desktop, terminal, loopback HTTP) share one [`Stagedoor`] and send it commands by name.

mod commands;
mod credentials;
pub mod demo;
mod desk;
mod due;
mod export;
mod history;
mod import_guests;
pub mod import_pretix;
pub mod print;
mod reconcile;
pub mod registry;
mod schema;
mod stagedoor;
mod standing;
pub mod system;
mod templates;
pub mod vault;

pub use registry::{Answer, RequestRefused};
pub use stagedoor::{Options, SignIn, Stagedoor};
