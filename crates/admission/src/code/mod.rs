//! What a scanner delivers, and what it can mean.

pub mod pretix_sig1;
