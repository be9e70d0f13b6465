//! What is served: commands by name, and word of what they made stale.

use std::sync::Arc;

use app::{Answer, Stagedoor};
use kernel::Failure;
use serde_json::Value;

/// Commands by name. The product is one; tests bring a smaller one.
pub trait Registry: Send + Sync + 'static {
    /// Runs one command. May block: the server calls it off its own threads.
    ///
    /// # Errors
    /// Why the command did not happen; a refusal with the code `unknown_command` when there is none of this name.
    fn dispatch(&self, command: &str, input: Value) -> Result<Answer, Failure>;

    /// Calls `listener` with the queries that each command made stale, for as long as the registry lives.
    fn on_stale(&self, listener: StaleListener);
}

/// Hears which queries are stale.
pub type StaleListener = Box<dyn Fn(&[&'static str]) + Send + Sync>;

impl Registry for Stagedoor {
    fn dispatch(&self, command: &str, input: Value) -> Result<Answer, Failure> {
        self.answer(command, input)
    }

    fn on_stale(&self, listener: StaleListener) {
        Self::on_stale(self, listener);
    }
}

/// A registry that the handlers share.
pub(crate) type SharedRegistry = Arc<dyn Registry>;
