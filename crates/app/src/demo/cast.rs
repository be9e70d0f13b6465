//! The invented people of the demo, in the scripts that real guest lists have.

/// A guest: name, and the part of the address before `@example.org`.
pub(super) struct Guest {
    pub(super) name: &'static str,
    pub(super) mailbox: &'static str,
}

const fn guest(name: &'static str, mailbox: &'static str) -> Guest {
    Guest { name, mailbox }
}

pub(super) const GUESTS: &[Guest] = &[
    guest("Mira Okonkwo", "mira.okonkwo"),
    guest("Jörg Weißenfels", "joerg.w"),
    guest("Amélie Dufresne-Lacroix", "amelie"),
    guest("आरती देशपांडे", "aarti"),
    guest("ليلى الحداد", "layla"),
    guest("田中 さくら", "sakura"),
    guest("김하늘", "haneul"),
    guest("Søren Ægidius", "soren"),
    guest("Łucja Żółkiewska", "lucja"),
    guest("נועה בר-לב", "noa"),
    guest("Tom D’Accorsi", "tom.daccorsi"),
    guest("สมชาย ใจดี", "somchai"),
    guest("Ngozi Adeyemi", "ngozi"),
    guest("Zoë 🎷 Lindqvist", "zoe"),
    guest("Pádraig Ó Súilleabháin", "padraig"),
    guest("王小明", "xiaoming"),
];
