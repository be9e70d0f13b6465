//! The registry of tables: what a write to each of them means.

/// How a table behaves under change capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// A business record: inserts, updates and deletes are captured.
    Record,
    /// A link between two records: captured, its key is the joined key columns.
    Junction,
    /// An append-only log: inserts are captured as facts, updates and deletes are refused by the database.
    Fact,
    /// Bookkeeping of this device, or data that every device has from the app: not captured.
    Local,
}

/// One table of the workspace file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// The SQL name.
    pub name: &'static str,
    /// What a write to it means.
    pub kind: TableKind,
}

impl Table {
    /// A business record.
    #[must_use]
    pub const fn record(name: &'static str) -> Self {
        Self { name, kind: TableKind::Record }
    }
    /// A link between two records.
    #[must_use]
    pub const fn junction(name: &'static str) -> Self {
        Self { name, kind: TableKind::Junction }
    }
    /// An append-only log.
    #[must_use]
    pub const fn fact(name: &'static str) -> Self {
        Self { name, kind: TableKind::Fact }
    }
    /// Bookkeeping of this device.
    #[must_use]
    pub const fn local(name: &'static str) -> Self {
        Self { name, kind: TableKind::Local }
    }
}

/// The tables of this crate's own migration.
pub(crate) const OWN_TABLES: &[Table] = &[
    Table::local("workspace_facts"),
    Table::local("schema_migrations"),
    Table::local("idempotency_keys"),
    Table::local("entity_audit_log"),
    Table::local("number_series"),
];
