//! One row of a result, read into the model's types. A stored value that the model does not know is a fault that
//! names the column, never a silent default.

use std::str::FromStr;

use kernel::{Currency, Fault, FaultKind, Money, Timestamp, clock::from_micros, id::Id};
use rusqlite::types::FromSql;
use serde::de::DeserializeOwned;

/// One row of a result. Columns are asked for by name.
pub struct Row<'r> {
    inner: &'r rusqlite::Row<'r>,
}

impl<'r> Row<'r> {
    pub(crate) fn new(inner: &'r rusqlite::Row<'r>) -> Self {
        Self { inner }
    }

    fn get<T: FromSql>(&self, column: &str) -> Result<T, Fault> {
        self.inner.get(column).map_err(|error| {
            Fault::new(FaultKind::Inconsistent, format!("column “{column}” cannot be read: {error}"))
                .caused_by(error)
        })
    }

    fn unknown(&self, column: &str, value: &str) -> Fault {
        let table = self.inner.get::<_, String>("_table").unwrap_or_else(|_| "result".to_owned());
        Fault::inconsistent(&table, column, format!("with “{}”", value.chars().take(60).collect::<String>()))
    }

    /// An identifier.
    ///
    /// # Errors
    /// When the column is missing or is not sixteen bytes.
    pub fn id<I: Id>(&self, column: &str) -> Result<I, Fault> {
        self.get::<[u8; 16]>(column).map(I::from_bytes)
    }

    /// An identifier, or none.
    ///
    /// # Errors
    /// When the column is missing or is not sixteen bytes.
    pub fn id_opt<I: Id>(&self, column: &str) -> Result<Option<I>, Fault> {
        Ok(self.get::<Option<[u8; 16]>>(column)?.map(I::from_bytes))
    }

    /// A moment.
    ///
    /// # Errors
    /// When the column is missing or beyond the years that can be said.
    pub fn at(&self, column: &str) -> Result<Timestamp, Fault> {
        let micros = self.get::<i64>(column)?;
        from_micros(micros).ok_or_else(|| self.unknown(column, &micros.to_string()))
    }

    /// A moment, or none.
    ///
    /// # Errors
    /// As [`Row::at`].
    pub fn at_opt(&self, column: &str) -> Result<Option<Timestamp>, Fault> {
        match self.get::<Option<i64>>(column)? {
            None => Ok(None),
            Some(micros) => {
                from_micros(micros).map(Some).ok_or_else(|| self.unknown(column, &micros.to_string()))
            }
        }
    }

    /// An amount from its two columns.
    ///
    /// # Errors
    /// When a column is missing or the currency unknown.
    pub fn money(&self, minor_column: &str, currency_column: &str) -> Result<Money, Fault> {
        Ok(Money::new(self.int(minor_column)?, self.parsed::<Currency>(currency_column)?))
    }

    /// Text.
    ///
    /// # Errors
    /// When the column is missing or null.
    pub fn text(&self, column: &str) -> Result<String, Fault> {
        self.get(column)
    }

    /// Text, or none.
    ///
    /// # Errors
    /// When the column is missing.
    pub fn text_opt(&self, column: &str) -> Result<Option<String>, Fault> {
        self.get(column)
    }

    /// A whole number.
    ///
    /// # Errors
    /// When the column is missing or null.
    pub fn int(&self, column: &str) -> Result<i64, Fault> {
        self.get(column)
    }

    /// A whole number, or none.
    ///
    /// # Errors
    /// When the column is missing.
    pub fn int_opt(&self, column: &str) -> Result<Option<i64>, Fault> {
        self.get(column)
    }

    /// A yes or no.
    ///
    /// # Errors
    /// When the column is missing or null.
    pub fn flag(&self, column: &str) -> Result<bool, Fault> {
        self.get(column)
    }

    /// Bytes.
    ///
    /// # Errors
    /// When the column is missing or null.
    pub fn bytes(&self, column: &str) -> Result<Vec<u8>, Fault> {
        self.get(column)
    }

    /// A JSON column, read into `T`.
    ///
    /// # Errors
    /// When the column is missing or its text does not fit `T`.
    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, Fault> {
        let text = self.text(column)?;
        serde_json::from_str(&text).map_err(|error| self.unknown(column, &text).caused_by(error))
    }

    /// Text that spells a `T`, such as a status.
    ///
    /// # Errors
    /// When the column is missing or spells no `T`.
    pub fn parsed<T: FromStr>(&self, column: &str) -> Result<T, Fault> {
        let text = self.text(column)?;
        text.parse().map_err(|_| self.unknown(column, &text))
    }

    /// Text that spells a `T`, or none.
    ///
    /// # Errors
    /// As [`Row::parsed`].
    pub fn parsed_opt<T: FromStr>(&self, column: &str) -> Result<Option<T>, Fault> {
        match self.text_opt(column)? {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| self.unknown(column, &text)),
        }
    }
}
