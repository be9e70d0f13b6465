//! The cases that pretix's and libpretixsync's own tests assert, by their numbers in the peer list, groups A to E.
//! Cases about the scan log (A25's stored row, B14's upload) are repeated against the real workspace elsewhere.

#[cfg(test)]
mod combinations;
#[cfg(test)]
mod door;
#[cfg(test)]
mod repeats;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod signed;
#[cfg(test)]
mod state;
