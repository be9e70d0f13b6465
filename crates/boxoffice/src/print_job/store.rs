//! The SQL of the print queue.

mod read;
mod write;

pub(super) use read::{
    first_queued, is_printed_or_waiting, item, item_rows, job, job_row, job_rows, last_copy_of_receipt,
    last_copy_of_ticket, printing, retryable, sending,
};
pub(super) use write::{insert_item, insert_job, record_print, set_item, set_job};

#[cfg(test)]
pub(crate) const STATEMENTS: &[&[&str]] = &[read::STATEMENTS, write::STATEMENTS];

use super::{ItemStatus, JobStatus, PrintItemId, PrintJobId, PrintReason, Subject};

/// Whether a sheet that did not come out is sent again when its job goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Retry {
    /// It is.
    WithJob,
    /// It must not be printed at all.
    Never,
}

/// A job as its rules need it.
#[derive(Debug, Clone)]
pub(crate) struct StoredJob {
    pub(crate) id: PrintJobId,
    pub(crate) status: JobStatus,
    pub(crate) reason: PrintReason,
    pub(crate) printer_name: String,
    pub(crate) version: i64,
}

/// A sheet as its rules need it.
#[derive(Debug, Clone)]
pub(crate) struct StoredItem {
    pub(crate) id: PrintItemId,
    pub(crate) job: PrintJobId,
    pub(crate) position: i64,
    pub(crate) label: String,
    pub(crate) subject: Subject,
    pub(crate) status: ItemStatus,
    pub(crate) copy: i64,
    pub(crate) attempts: i64,
}
