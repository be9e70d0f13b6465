//! Identifiers: one type per noun over a UUIDv7 made on the device (sync.md, 1.1).

use uuid::{Builder, Uuid};

use crate::Timestamp;

/// What all identifiers share: sixteen bytes, ordered by the time they were made.
pub trait Id: Copy + Eq + Sized {
    /// The noun, as it appears in errors: `order`, `ticket`.
    const NOUN: &'static str;
    /// Wraps stored bytes.
    fn from_bytes(bytes: [u8; 16]) -> Self;
    /// The stored form.
    fn bytes(&self) -> [u8; 16];
}

/// A UUIDv7 from a moment and ten unpredictable bytes.
#[must_use]
pub fn uuid_v7(at: Timestamp, random: [u8; 10]) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// Defines an identifier type: `id_type!(OrderId, "order", "Names one order.")`.
#[macro_export]
macro_rules! id_type {
    ($name:ident, $noun:literal, $doc:literal) => {
        #[doc = $doc]
        #[derive(
            Clone,
            Copy,
            Debug,
            PartialEq,
            Eq,
            PartialOrd,
            Ord,
            Hash,
            $crate::id::private::Serialize,
            $crate::id::private::Deserialize,
            $crate::id::private::TS,
        )]
        #[serde(crate = "::kernel::id::private::serde", transparent)]
        #[ts(crate = "::kernel::id::private::ts_rs", type = "string")]
        pub struct $name($crate::id::private::Uuid);

        impl $crate::id::Id for $name {
            const NOUN: &'static str = $noun;
            fn from_bytes(bytes: [u8; 16]) -> Self {
                Self($crate::id::private::Uuid::from_bytes(bytes))
            }
            fn bytes(&self) -> [u8; 16] {
                *self.0.as_bytes()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::id::MalformedId;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::id::private::Uuid::parse_str(text.trim()).map($name).map_err(|_| {
                    $crate::id::MalformedId { noun: $noun, text: text.chars().take(60).collect() }
                })
            }
        }
    };
}

/// Text that should name a record but is no identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not the id of any {noun}")]
pub struct MalformedId {
    /// What was looked for.
    pub noun: &'static str,
    /// The text, cut to 60 characters.
    pub text: String,
}

impl crate::Refuse for MalformedId {
    fn code(&self) -> &'static str {
        "malformed_id"
    }
    fn fix(&self) -> String {
        format!("Copy the {}'s id from its list.", self.noun)
    }
}

#[doc(hidden)]
pub mod private {
    pub use serde::{self, Deserialize, Serialize};
    pub use ts_rs::{self, TS};
    pub use uuid::Uuid;
}
