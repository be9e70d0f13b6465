//! The engine against a plain model of it.

#[cfg(test)]
mod model;
