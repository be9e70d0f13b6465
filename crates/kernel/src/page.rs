//! Paging by key: a page is asked for by the cursor of the row before it, never by an offset.

use serde::{Deserialize, Serialize};

/// Most rows one page may carry across the bridge.
pub const PAGE_ROWS_MAX: u32 = 500;

/// Which page is wanted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct PageRequest {
    /// The cursor of the previous page's last row; absent for the first page.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<String>,
    /// Rows wanted, at most [`PAGE_ROWS_MAX`]; 100 when absent.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<u32>,
}

impl PageRequest {
    /// Rows to fetch, within bounds.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.first.unwrap_or(100).clamp(1, PAGE_ROWS_MAX)
    }
}

/// One page of rows and where the next begins.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct Page<T> {
    /// The rows, in the query's order.
    pub rows: Vec<T>,
    /// How many rows the whole query has.
    #[ts(type = "number")]
    pub total: i64,
    /// Cursor for the next page; absent on the last.
    #[ts(optional)]
    pub next: Option<String>,
}
