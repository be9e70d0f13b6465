//! From a folder to checked text and typed answers, with the place of everything that is wrong.

pub(super) mod json_path;
pub(super) mod parse;
pub(super) mod source;
