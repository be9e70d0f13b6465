//! Writing PDF: what is drawn (canvas), with which glyphs (ink), into which file.

mod canvas;
mod file;
mod ink;

pub(crate) use canvas::{Anchor, Canvas, Composer, Pen, mm};
pub use file::Printed;
pub(crate) use file::{FormId, PdfFile};
pub(crate) use ink::Inks;
