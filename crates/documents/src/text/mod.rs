//! Setting text: clean it, choose fonts, shape, wrap. Everything here is measured in ems; sizes come at drawing.

pub(crate) mod clean;
mod fallback;
mod fonts;
mod line;
mod shape;
mod wrap;

pub(crate) use fonts::{Faces, Font, Typeface};
pub(crate) use line::{Glyph, Line, Run};
pub(crate) use shape::Shaper;
pub(crate) use wrap::{Fit, Frame};
