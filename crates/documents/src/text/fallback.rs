//! Which font writes which letters: the text font where it can, else the script's, else any that has the character.

use std::ops::Range;

use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    clean::is_invisible,
    fonts::{Faces, Font, Typeface, family_of},
};

/// Letters of one font and script, next to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The bytes of the text.
    pub(crate) range: Range<usize>,
    /// The script that decides on the rules of shaping.
    pub(crate) script: Script,
    pub(crate) ink: Ink,
}

/// How letters get on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// By glyphs of this font.
    Font {
        /// The font.
        font: Font,
        /// Whether its outline is drawn too, because it has no bold.
        is_emboldened: bool,
    },
    /// As `U+XXXX`: no font has this character.
    Number,
}

/// Fonts asked, in this order, for a character that neither the text font nor its script's font has.
const REMAINDER: [Font; 6] =
    [Font::InterRegular, Font::NotoSans, Font::Symbols, Font::Symbols2, Font::Math, Font::Cjk];

/// Cuts `range` of `text` into pieces that one font writes.
pub(crate) fn pieces(faces: &Faces, typeface: Typeface, text: &str, range: Range<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (offset, cluster) in text[range.clone()].grapheme_indices(true) {
        let start = range.start + offset;
        let script = script_of(cluster);
        if let Some(last) = pieces.last_mut()
            && joins(faces, last, script, cluster)
        {
            last.range.end = start + cluster.len();
            continue;
        }
        if let Some(ink) = ink_for(faces, typeface, script, cluster) {
            extend(&mut pieces, start..start + cluster.len(), script, ink);
            continue;
        }
        // No font has the whole cluster: each character finds its own, or is printed as its number.
        for (at, letter) in cluster.char_indices() {
            let mut buffer = [0; 4];
            let letter = letter.encode_utf8(&mut buffer);
            let ink = ink_for(faces, typeface, script, letter).unwrap_or(Ink::Number);
            extend(&mut pieces, start + at..start + at + letter.len(), script, ink);
        }
    }
    pieces
}

/// Whether `cluster` simply continues the piece before it: blanks and punctuation stay in the script they stand in.
fn joins(faces: &Faces, last: &Piece, script: Script, cluster: &str) -> bool {
    let Ink::Font { font, .. } = last.ink else { return false };
    let is_neutral = script == Script::Common || script == Script::Inherited;
    let has_figures = cluster.bytes().any(|byte| byte.is_ascii_digit());
    is_neutral
        && !has_figures
        && !is_emoji(cluster)
        && font != Font::Emoji
        && last.script != Script::Common
        && covers(faces, font, cluster)
}

fn extend(pieces: &mut Vec<Piece>, range: Range<usize>, script: Script, ink: Ink) {
    match pieces.last_mut() {
        Some(last) if last.script == script && last.ink == ink && ink != Ink::Number => {
            last.range.end = range.end
        }
        Some(_) | None => pieces.push(Piece { range, script, ink }),
    }
}

fn ink_for(faces: &Faces, typeface: Typeface, script: Script, cluster: &str) -> Option<Ink> {
    let primary = typeface.font();
    let plain = |font| Ink::Font { font, is_emboldened: false };
    if is_emoji(cluster) && covers(faces, Font::Emoji, cluster) {
        return Some(plain(Font::Emoji));
    }
    if covers(faces, primary, cluster) {
        return Some(plain(primary));
    }
    if let Some(family) = family_of(script) {
        if let Some(bold) = family.bold.filter(|bold| typeface.is_bold() && covers(faces, *bold, cluster)) {
            return Some(plain(bold));
        }
        if covers(faces, family.regular, cluster) {
            return Some(Ink::Font { font: family.regular, is_emboldened: typeface.is_bold() });
        }
    }
    let found =
        REMAINDER.iter().chain([&Font::Emoji]).chain(Font::ALL).find(|font| covers(faces, **font, cluster));
    found.map(|font| Ink::Font { font: *font, is_emboldened: typeface.is_bold() && *font != Font::Emoji })
}

/// Whether `font` has a glyph for everything in `cluster` that is meant to be seen.
fn covers(faces: &Faces, font: Font, cluster: &str) -> bool {
    let Some(face) = faces.get(font) else { return false };
    let has = |letter| face.glyph_index(letter).is_some() && !is_private(letter);
    cluster.chars().all(|letter| is_invisible(letter) || has(letter))
}

/// Characters whose meaning is private to a font: what ours draw there is not what the writer meant.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Pictures come from the emoji font even where the text font has a small version: when asked for by U+FE0F or a
/// keycap, and everything on the emoji planes.
fn is_emoji(cluster: &str) -> bool {
    cluster.chars().any(|letter| matches!(letter, '\u{fe0f}' | '\u{20e3}' | '\u{1f000}'..='\u{1faff}'))
}

/// The script of the first letter that has one.
fn script_of(cluster: &str) -> Script {
    let mut scripts = cluster.chars().map(|letter| letter.script());
    let first = scripts.clone().next().unwrap_or(Script::Common);
    scripts.find(|script| *script != Script::Common && *script != Script::Inherited).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inks(text: &str) -> Vec<(&str, Ink)> {
        let pieces = pieces(Faces::shared(), Typeface::Text, text, 0..text.len());
        pieces.into_iter().map(|piece| (&text[piece.range.clone()], piece.ink)).collect()
    }

    const fn font(font: Font) -> Ink {
        Ink::Font { font, is_emboldened: false }
    }

    #[test]
    fn each_script_is_written_by_its_own_font() {
        assert_eq!(
            inks("Ana 田中 محمد علي 😀"),
            [
                ("Ana ", font(Font::InterRegular)),
                ("田中 ", font(Font::Cjk)),
                ("محمد علي ", font(Font::Arabic)),
                ("😀", font(Font::Emoji)),
            ]
        );
    }

    #[test]
    fn a_character_without_a_font_is_printed_as_its_number() {
        assert_eq!(inks("a\u{e000}\u{e001}").last(), Some(&("\u{e001}", Ink::Number)));
        assert_eq!(inks("\u{e000}\u{e001}").len(), 2, "each has its own number");
    }

    #[test]
    fn bold_text_stays_bold_in_other_scripts() {
        let bold = |text: &str| pieces(Faces::shared(), Typeface::Strong, text, 0..text.len())[0].ink;
        assert_eq!(bold("अनुपमा"), font(Font::DevanagariBold));
        assert_eq!(bold("田中"), Ink::Font { font: Font::Cjk, is_emboldened: true });
    }

    #[test]
    fn pictures_made_of_several_characters_stay_together() {
        for picture in ["👩‍🎤", "🇩🇪", "1️⃣", "❤️"] {
            assert_eq!(inks(picture), [(picture, font(Font::Emoji))]);
        }
    }
}
