//! From characters to glyphs: direction, ligatures, marks, kerning.

use std::{collections::HashMap, ops::Range};

use rustybuzz::{
    BufferFlags, Direction, Feature, GlyphBuffer, ShapePlan, UnicodeBuffer,
    ttf_parser::{GlyphId, Tag},
};
use unicode_bidi::{BidiInfo, Level};
use unicode_script::Script;

use super::{
    Faces, Font, Glyph, Line, Run, Typeface,
    clean::is_invisible,
    fallback::{Ink, Piece, pieces},
};

/// Size of `U+XXXX` in relation to the text around it.
const NUMBER_SCALE: f32 = 0.62;

/// What the rules of shaping depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct PlanKey {
    font: Font,
    script: Script,
    is_rtl: bool,
    is_tabular: bool,
}

/// Shapes text; remembers the rules it looked up, because looking them up costs more than a name.
pub(crate) struct Shaper<'f> {
    faces: &'f Faces,
    plans: HashMap<PlanKey, ShapePlan>,
    buffer: Option<UnicodeBuffer>,
}

/// A paragraph with its directions found out.
pub(crate) struct Paragraph<'t> {
    pub(crate) text: &'t str,
    bidi: Option<BidiInfo<'t>>,
}

impl<'t> Paragraph<'t> {
    /// `text` without line ends, in the direction of its first letter.
    pub(crate) fn new(text: &'t str) -> Self {
        Self::leading(text, None)
    }

    /// `text` without line ends, as a part of `whole`: it keeps the whole's direction.
    pub(crate) fn part(text: &'t str, whole: &Paragraph<'_>) -> Self {
        let level = whole.bidi.as_ref().and_then(|bidi| Some(bidi.paragraphs.first()?.level));
        Self::leading(text, level)
    }

    fn leading(text: &'t str, level: Option<Level>) -> Self {
        let bidi = text.chars().any(may_turn).then(|| BidiInfo::new(text, level));
        Self { text, bidi }
    }

    /// The parts of `range` in the order of the page, each with whether it runs from right to left.
    fn visual(&self, range: Range<usize>) -> Vec<(Range<usize>, bool)> {
        let Some(bidi) = &self.bidi else { return vec![(range, false)] };
        let mut parts = Vec::new();
        for paragraph in &bidi.paragraphs {
            let from = range.start.max(paragraph.range.start);
            let to = range.end.min(paragraph.range.end);
            if from >= to {
                continue;
            }
            let (levels, runs) = bidi.visual_runs(paragraph, from..to);
            parts.extend(runs.into_iter().map(|run| {
                let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
                (run, is_rtl)
            }));
        }
        parts
    }
}

/// Whether a character can make text run from right to left; everything below Hebrew cannot.
fn may_turn(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

impl<'f> Shaper<'f> {
    pub(crate) fn new(faces: &'f Faces) -> Self {
        Self { faces, plans: HashMap::new(), buffer: None }
    }

    /// `text` on one line, however long.
    pub(crate) fn line(&mut self, typeface: Typeface, text: &str) -> Line {
        let paragraph = Paragraph::new(text);
        self.line_of(typeface, &paragraph, 0..text.len())
    }

    /// A part of a paragraph on one line.
    pub(crate) fn line_of(
        &mut self,
        typeface: Typeface,
        paragraph: &Paragraph<'_>,
        range: Range<usize>,
    ) -> Line {
        let mut runs = Vec::new();
        for (part, is_rtl) in paragraph.visual(range) {
            let mut found = pieces(self.faces, typeface, paragraph.text, part);
            if is_rtl {
                found.reverse();
            }
            runs.extend(
                found.into_iter().filter_map(|piece| self.run(typeface, paragraph.text, piece, is_rtl)),
            );
        }
        let width = runs.iter().map(Run::width).sum();
        Line { runs, width }
    }

    fn run(&mut self, typeface: Typeface, text: &str, piece: Piece, is_rtl: bool) -> Option<Run> {
        let at = piece.range.start;
        let letters = &text[piece.range];
        match piece.ink {
            Ink::Font { font, is_emboldened } => {
                let glyphs = self.glyphs(typeface, font, piece.script, letters, is_rtl);
                let text = letters.to_owned();
                let run = Run { font, is_emboldened, scale: 1.0, glyphs, at, text, stands_for: None };
                (!run.glyphs.is_empty()).then_some(run)
            }
            Ink::Number => self.number(letters, at),
        }
    }

    /// A character that no font has, as its number.
    fn number(&mut self, letters: &str, at: usize) -> Option<Run> {
        let letter = letters.chars().find(|letter| !is_invisible(*letter))?;
        let text = format!("U+{:04X}", u32::from(letter));
        let font = Font::JetBrainsMono;
        let glyphs = self.glyphs(Typeface::Mono, font, Script::Latin, &text, false);
        let stands_for = Some(letters.to_owned());
        Some(Run { font, is_emboldened: false, scale: NUMBER_SCALE, glyphs, at, text, stands_for })
    }

    fn glyphs(
        &mut self,
        typeface: Typeface,
        font: Font,
        script: Script,
        text: &str,
        is_rtl: bool,
    ) -> Vec<Glyph> {
        let Some(face) = self.faces.get(font) else { return Vec::new() };
        let direction = if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        let iso = rustybuzz::Script::from_iso15924_tag(Tag::from_bytes_lossy(script.short_name().as_bytes()));
        let key = PlanKey { font, script, is_rtl, is_tabular: typeface.is_tabular() };
        let plan = self.plans.entry(key).or_insert_with(|| {
            let tabular = [Feature::new(Tag::from_bytes(b"tnum"), 1, ..)];
            let features: &[Feature] = if key.is_tabular { &tabular } else { &[] };
            ShapePlan::new(face, direction, iso, None, features)
        });
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_direction(direction);
        if let Some(iso) = iso {
            buffer.set_script(iso);
        }
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        let shaped = rustybuzz::shape_with_plan(face, plan, buffer);
        let glyphs = collect(face, &shaped, text.len());
        self.buffer = Some(shaped.clear());
        glyphs
    }
}

fn collect(face: &rustybuzz::Face<'_>, shaped: &GlyphBuffer, bytes: usize) -> Vec<Glyph> {
    let em = face.units_per_em() as f32;
    let infos = shaped.glyph_infos();
    let mut starts: Vec<u32> = infos.iter().map(|info| info.cluster).collect();
    starts.sort_unstable();
    starts.dedup();
    let end = u32::try_from(bytes).unwrap_or(u32::MAX);
    let mut last_cluster = None;
    let placed = infos.iter().zip(shaped.glyph_positions()).map(|(info, place)| {
        let id = u16::try_from(info.glyph_id).unwrap_or_default();
        let natural = face.glyph_hor_advance(GlyphId(id)).unwrap_or_default();
        let after = starts.partition_point(|start| *start <= info.cluster);
        let to = starts.get(after).copied().unwrap_or(end);
        let is_further = last_cluster.replace(info.cluster) == Some(info.cluster);
        Glyph {
            id,
            advance: place.x_advance as f32 / em,
            natural: f32::from(natural) / em,
            dx: place.x_offset as f32 / em,
            dy: place.y_offset as f32 / em,
            from: info.cluster,
            to: if is_further { info.cluster } else { to },
        }
    });
    placed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Line {
        Shaper::new(Faces::shared()).line(Typeface::Text, text)
    }

    #[test]
    fn arabic_letters_join_and_run_from_right_to_left() {
        let line = shape("محمد");
        let isolated: Vec<u16> =
            "محمد".chars().map(|letter| shape(&letter.to_string()).runs[0].glyphs[0].id).collect();
        let joined: Vec<u16> = line.runs[0].glyphs.iter().rev().map(|glyph| glyph.id).collect();
        assert_ne!(joined[..3], isolated[..3], "letters in a word take their joined forms");
        assert!(line.runs[0].glyphs[0].from > 0, "the last letter stands at the left");
    }

    #[test]
    fn devanagari_vowels_are_reordered() {
        let line = shape("कि");
        let glyphs = &line.runs[0].glyphs;
        let ka = shape("क").runs[0].glyphs[0].id;
        assert_eq!(
            glyphs.last().map(|glyph| glyph.id),
            Some(ka),
            "the vowel sign i stands before its consonant"
        );
    }

    #[test]
    fn mixed_directions_keep_the_order_of_reading() {
        let line = shape("Eva (שלום) 12");
        let texts: Vec<&str> = line.runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts.first(), Some(&"Eva ("));
        assert!(texts.contains(&"שלום"));
    }

    #[test]
    fn a_character_without_a_font_becomes_small_figures() {
        let line = shape("a\u{e000}b");
        assert_eq!(line.runs[1].text, "U+E000");
        assert_eq!(line.runs[1].stands_for.as_deref(), Some("\u{e000}"));
        assert!(line.runs[1].scale < 1.0);
    }

    #[test]
    fn nothing_is_drawn_for_nothing() {
        for text in ["", "\u{200f}", "\u{2068}\u{2069}"] {
            assert_eq!(shape(text).width, 0.0, "{text:?}");
        }
    }
}
