//! The SQL of imports: bulk writes of what another system decided, beside the contexts' own stores whose rules
//! decide about what happens here.

pub(super) mod catalog;
pub(super) mod door;
pub(super) mod money;
pub(super) mod order;
pub(super) mod references;

kernel::id_type!(RecordId, "record", "Names a record that an import wrote, of any kind.");
