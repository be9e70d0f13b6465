//! Turns the JSON built into the program into typed lists, once, on first use.

use serde::de::DeserializeOwned;

/// The entries of an embedded JSON array. `name` is for the message of a broken build.
pub(crate) fn parse<T: DeserializeOwned>(name: &str, json: &str) -> T {
    match serde_json::from_str(json) {
        Ok(entries) => entries,
        Err(error) => unreachable!("the tests read every embedded list, yet {name} does not parse: {error}"),
    }
}
