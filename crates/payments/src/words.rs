//! Closed lists of words that are the same in SQL, JSON, TypeScript and Rust.

/// Text that is none of the words of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is no {noun}; known are {known}")]
pub struct UnknownWord {
    /// What the list is a list of.
    pub noun: &'static str,
    /// The text, cut to 40 characters.
    pub text: String,
    /// The words of the list.
    pub known: String,
}

impl kernel::Refuse for UnknownWord {
    fn code(&self) -> &'static str {
        "unknown_word"
    }
    fn fix(&self) -> String {
        format!("Use one of: {}.", self.known)
    }
}

/// Defines an enum whose variants are words: `stored_words!(/// Doc. pub enum Status: "order status" { Open = "open" })`.
///
/// The word is spelled once and serves the stored column, the wire and the generated types.
#[macro_export]
macro_rules! stored_words {
    ($(#[$meta:meta])* pub enum $name:ident: $noun:literal { $($(#[$about:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ::serde::Serialize, ::serde::Deserialize, ::ts_rs::TS)]
        pub enum $name { $($(#[$about])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every word of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word, as stored and sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text).ok_or_else(|| $crate::UnknownWord {
                    noun: $noun,
                    text: text.chars().take(40).collect(),
                    known: [$($word),+].join(", "),
                })
            }
        }
    };
}
