//! Names of the IANA time zones. `kernel::Zone` is the value that does the arithmetic.

/// Every name that the built-in time zone database knows, links such as `Asia/Calcutta` included, by name.
pub fn time_zones() -> impl Iterator<Item = &'static str> {
    chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())
}

/// Whether the text is the exact name of a zone.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    name.parse::<chrono_tz::Tz>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_zone_of_the_kernel() {
        for name in time_zones() {
            assert_eq!(name.parse::<kernel::Zone>().unwrap().name(), name);
        }
        assert!(time_zones().count() > 400, "the whole database is there");
    }

    #[test]
    fn other_names_are_refused() {
        for name in ["", "Europe/Atlantis", "Europe/Berlin ", "+02:00"] {
            assert!(!is_time_zone(name), "{name:?} is no zone");
        }
    }
}
