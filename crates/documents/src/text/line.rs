//! Shaped text, ready to be drawn.

use super::Font;

/// A glyph in its place; lengths in ems of its run's font size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// The glyph's number in its font.
    pub(crate) id: u16,
    /// How far the next glyph stands.
    pub(crate) advance: f32,
    /// How far the font itself would put the next glyph.
    pub(crate) natural: f32,
    /// Shift to the right.
    pub(crate) dx: f32,
    /// Shift upwards.
    pub(crate) dy: f32,
    /// The bytes of the run's text that this glyph stands for: from here …
    pub(crate) from: u32,
    /// … to here. Empty for the further glyphs of one cluster.
    pub(crate) to: u32,
}

/// Glyphs of one font, in the order of the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) font: Font,
    /// Whether the outline is drawn too, because the font has no bold.
    pub(crate) is_emboldened: bool,
    /// Size in relation to the line's.
    pub(crate) scale: f32,
    pub(crate) glyphs: Vec<Glyph>,
    /// Where in its paragraph the run begins, in bytes.
    pub(crate) at: usize,
    /// The characters that the glyphs stand for, in the order of speech.
    pub(crate) text: String,
    /// The characters to be copied out instead of `text`: for a character printed as its number.
    pub(crate) stands_for: Option<String>,
}

impl Run {
    /// Width in ems of the line.
    pub(crate) fn width(&self) -> f32 {
        self.scale * self.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>()
    }
}

/// One line of text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    /// Width in ems.
    pub(crate) width: f32,
}
