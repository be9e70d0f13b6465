//! The glyphs a file uses, and the fonts cut down to them.

use std::{collections::BTreeMap, ops::Range};

use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::{
    Chunk, Filter, Finish, Name, Ref, Str,
    types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap},
};
use rustybuzz::ttf_parser::{self, GlyphId, PlatformId};
use subsetter::GlyphRemapper;

use crate::{
    DocumentError,
    text::{Faces, Font},
};

const IDENTITY: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

#[derive(Default)]
struct Used {
    glyphs: GlyphRemapper,
    /// What each glyph, by its new number, is copied out as.
    meanings: BTreeMap<u16, String>,
}

/// The fonts and glyphs of one file.
#[derive(Default)]
pub(crate) struct Inks {
    used: BTreeMap<Font, Used>,
}

impl Inks {
    /// Takes note of a glyph; gives its number in the file's font, and whether a reader that copies it gets `text`.
    pub(crate) fn note(&mut self, font: Font, glyph: u16, text: &str) -> (u16, bool) {
        let used = self.used.entry(font).or_default();
        let id = used.glyphs.remap(glyph);
        match used.meanings.get(&id) {
            Some(meaning) => (id, meaning == text),
            None if text.is_empty() => (id, false),
            None => {
                used.meanings.insert(id, text.to_owned());
                (id, true)
            }
        }
    }

    /// The fonts in use.
    pub(crate) fn fonts(&self) -> impl Iterator<Item = Font> {
        self.used.keys().copied()
    }

    /// Writes every font in use, each under the reference that `place` gives it.
    ///
    /// # Errors
    /// When a built-in font is damaged.
    pub(crate) fn write(
        &self,
        chunk: &mut Chunk,
        faces: &Faces,
        mut next: impl FnMut() -> Ref,
        place: impl Fn(Font) -> Ref,
    ) -> Result<(), DocumentError> {
        for (font, used) in &self.used {
            let refs = [place(*font), next(), next(), next(), next()];
            write_font(chunk, faces, *font, used, refs)?;
        }
        Ok(())
    }
}

/// The name of the font's resource on every page.
pub(crate) fn resource_name(font: Font) -> String {
    format!("F{}", font as usize)
}

fn write_font(
    chunk: &mut Chunk,
    faces: &Faces,
    font: Font,
    used: &Used,
    [type0, cid, descriptor, file, to_unicode]: [Ref; 5],
) -> Result<(), DocumentError> {
    let unusable = |reason: String| DocumentError::Font { font: font.file().to_owned(), reason };
    let face: &ttf_parser::Face<'_> =
        faces.get(font).ok_or_else(|| unusable("it cannot be read".to_owned()))?;
    let cut = subsetter::subset(font.data(), 0, &used.glyphs).map_err(|error| unusable(error.to_string()))?;
    let outlines = cff_table(&cut);
    let name = subset_name(face, font, used);
    let base_font = Name(name.as_bytes());

    let mut written = chunk.type0_font(type0);
    written.base_font(base_font).encoding_predefined(Name(b"Identity-H")).descendant_font(cid);
    written.to_unicode(to_unicode);
    written.finish();

    let em = 1000.0 / f32::from(face.units_per_em());
    let mut written = chunk.cid_font(cid);
    written.subtype(if outlines.is_some() { CidFontType::Type0 } else { CidFontType::Type2 });
    written.base_font(base_font).system_info(IDENTITY).font_descriptor(descriptor).default_width(0.0);
    if outlines.is_none() {
        written.cid_to_gid_map_predefined(Name(b"Identity"));
    }
    let advance = |glyph: u16| face.glyph_hor_advance(GlyphId(glyph)).unwrap_or_default();
    let widths =
        used.glyphs.remapped_gids().map(|glyph| (f32::from(advance(glyph)) * em * 10.0).round() / 10.0);
    written.widths().consecutive(0, widths);
    written.finish();

    let bounds = face.global_bounding_box();
    let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| f32::from(edge) * em);
    let mut written = chunk.font_descriptor(descriptor);
    written.name(base_font).flags(FontFlags::SYMBOLIC).italic_angle(0.0).stem_v(80.0);
    written.bbox(pdf_writer::Rect::new(bounds[0], bounds[1], bounds[2], bounds[3]));
    written.ascent(f32::from(face.ascender()) * em).descent(f32::from(face.descender()) * em);
    written.cap_height(f32::from(face.capital_height().unwrap_or(face.ascender())) * em);
    if outlines.is_some() {
        written.font_file3(file)
    } else {
        written.font_file2(file)
    };
    written.finish();

    let packed = deflate(outlines.map_or(&cut[..], |range| &cut[range]));
    let mut stream = chunk.stream(file, &packed);
    stream.filter(Filter::FlateDecode);
    match outlines_kind(&cut) {
        Some(kind) => stream.pair(Name(b"Subtype"), Name(kind)),
        None => stream.pair(Name(b"Length1"), i32::try_from(cut.len()).unwrap_or(i32::MAX)),
    };
    stream.finish();

    let mut map = UnicodeCmap::<u16>::new(Name(b"Spoken"), IDENTITY);
    for (glyph, meaning) in &used.meanings {
        map.pair_with_multiple(*glyph, meaning.chars());
    }
    let packed = deflate(&map.finish());
    chunk.stream(to_unicode, &packed).filter(Filter::FlateDecode);
    Ok(())
}

/// The bytes of the `CFF ` table, which PDF wants alone, in a font that has one.
fn cff_table(font: &[u8]) -> Option<Range<usize>> {
    let face = ttf_parser::RawFace::parse(font, 0).ok()?;
    let table = face.table(ttf_parser::Tag::from_bytes(b"CFF "))?;
    let start = table.as_ptr() as usize - font.as_ptr() as usize;
    Some(start..start + table.len())
}

fn outlines_kind(font: &[u8]) -> Option<&'static [u8]> {
    cff_table(font).map(|_| b"CIDFontType0C".as_slice())
}

/// PDF wants six letters before the name of a font that is not whole; they tell subsets of one font apart.
fn subset_name(face: &ttf_parser::Face<'_>, font: Font, used: &Used) -> String {
    let named = face.names().into_iter().find(|name| {
        name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME && name.platform_id == PlatformId::Windows
    });
    let name = named.and_then(|name| name.to_string()).unwrap_or_else(|| font.file().replace('.', "-"));
    let mut mixed: u64 = 0xcbf2_9ce4_8422_2325;
    for glyph in used.glyphs.remapped_gids() {
        mixed = (mixed ^ u64::from(glyph)).wrapping_mul(0x100_0000_01b3);
    }
    let mut tag = String::with_capacity(name.len() + 7);
    for _ in 0..6 {
        let letter = u8::try_from(mixed % 26).unwrap_or_default();
        tag.push(char::from(b'A' + letter));
        mixed /= 26;
    }
    format!("{tag}+{name}")
}

/// Fonts are packed once per file, so they may be packed well.
fn deflate(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(6));
    // Writing into memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
