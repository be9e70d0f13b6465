//! The fonts built into the program, parsed when first used. `assets/fonts/README.md` says where they are from.

use std::sync::{LazyLock, OnceLock};

use rustybuzz::Face;
use unicode_script::Script;

macro_rules! fonts {
    ($($variant:ident = $file:literal),* $(,)?) => {
        /// A font file of `assets/fonts`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum Font { $($variant),* }

        impl Font {
            /// Every font, in the order of the enum.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The file's name.
            pub(crate) const fn file(self) -> &'static str {
                match self { $(Self::$variant => $file),* }
            }

            /// The file's bytes.
            pub(crate) fn data(self) -> &'static [u8] {
                match self {
                    $(Self::$variant => include_bytes!(
                        concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/fonts/", $file)
                    )),*
                }
            }
        }
    };
}

fonts! {
    InterRegular = "Inter-Regular.ttf",
    InterSemiBold = "Inter-SemiBold.ttf",
    InterBold = "Inter-Bold.ttf",
    JetBrainsMono = "JetBrainsMono-SemiBold.ttf",
    NotoSans = "NotoSans-Regular.ttf",
    Arabic = "NotoSansArabic-Regular.ttf",
    ArabicBold = "NotoSansArabic-Bold.ttf",
    Armenian = "NotoSansArmenian-Regular.ttf",
    Bengali = "NotoSansBengali-Regular.ttf",
    BengaliBold = "NotoSansBengali-Bold.ttf",
    CanadianAboriginal = "NotoSansCanadianAboriginal-Regular.ttf",
    Cherokee = "NotoSansCherokee-Regular.ttf",
    Cjk = "NotoSansCJK-Regular.otf",
    Devanagari = "NotoSansDevanagari-Regular.ttf",
    DevanagariBold = "NotoSansDevanagari-Bold.ttf",
    Emoji = "NotoEmoji-Regular.ttf",
    Ethiopic = "NotoSansEthiopic-Regular.ttf",
    Georgian = "NotoSansGeorgian-Regular.ttf",
    Gujarati = "NotoSansGujarati-Regular.ttf",
    Gurmukhi = "NotoSansGurmukhi-Regular.ttf",
    Hebrew = "NotoSansHebrew-Regular.ttf",
    HebrewBold = "NotoSansHebrew-Bold.ttf",
    Javanese = "NotoSansJavanese-Regular.ttf",
    Kannada = "NotoSansKannada-Regular.ttf",
    Khmer = "NotoSansKhmer-Regular.ttf",
    Lao = "NotoSansLao-Regular.ttf",
    Malayalam = "NotoSansMalayalam-Regular.ttf",
    Math = "NotoSansMath-Regular.ttf",
    Mongolian = "NotoSansMongolian-Regular.ttf",
    Myanmar = "NotoSansMyanmar-Regular.ttf",
    Nko = "NotoSansNKo-Regular.ttf",
    OlChiki = "NotoSansOlChiki-Regular.ttf",
    Oriya = "NotoSansOriya-Regular.ttf",
    Sinhala = "NotoSansSinhala-Regular.ttf",
    Symbols = "NotoSansSymbols-Regular.ttf",
    Symbols2 = "NotoSansSymbols2-Regular.ttf",
    Syriac = "NotoSansSyriac-Regular.ttf",
    Tamil = "NotoSansTamil-Regular.ttf",
    TamilBold = "NotoSansTamil-Bold.ttf",
    Telugu = "NotoSansTelugu-Regular.ttf",
    TeluguBold = "NotoSansTelugu-Bold.ttf",
    Thaana = "NotoSansThaana-Regular.ttf",
    Thai = "NotoSansThai-Regular.ttf",
    ThaiBold = "NotoSansThai-Bold.ttf",
    Tibetan = "NotoSerifTibetan-Regular.ttf",
    Tifinagh = "NotoSansTifinagh-Regular.ttf",
}

/// The fonts of a script; a script without a bold one is made bolder by an outline.
pub(crate) struct Family {
    pub(crate) regular: Font,
    pub(crate) bold: Option<Font>,
}

const fn family(regular: Font) -> Family {
    Family { regular, bold: None }
}

const fn with_bold(regular: Font, bold: Font) -> Family {
    Family { regular, bold: Some(bold) }
}

/// Which fonts write a script that the text font does not.
static FAMILIES: &[(Script, Family)] = &[
    (Script::Arabic, with_bold(Font::Arabic, Font::ArabicBold)),
    (Script::Armenian, family(Font::Armenian)),
    (Script::Bengali, with_bold(Font::Bengali, Font::BengaliBold)),
    (Script::Bopomofo, family(Font::Cjk)),
    (Script::Canadian_Aboriginal, family(Font::CanadianAboriginal)),
    (Script::Cherokee, family(Font::Cherokee)),
    (Script::Devanagari, with_bold(Font::Devanagari, Font::DevanagariBold)),
    (Script::Ethiopic, family(Font::Ethiopic)),
    (Script::Georgian, family(Font::Georgian)),
    (Script::Gujarati, family(Font::Gujarati)),
    (Script::Gurmukhi, family(Font::Gurmukhi)),
    (Script::Han, family(Font::Cjk)),
    (Script::Hangul, family(Font::Cjk)),
    (Script::Hebrew, with_bold(Font::Hebrew, Font::HebrewBold)),
    (Script::Hiragana, family(Font::Cjk)),
    (Script::Javanese, family(Font::Javanese)),
    (Script::Kannada, family(Font::Kannada)),
    (Script::Katakana, family(Font::Cjk)),
    (Script::Khmer, family(Font::Khmer)),
    (Script::Lao, family(Font::Lao)),
    (Script::Malayalam, family(Font::Malayalam)),
    (Script::Mongolian, family(Font::Mongolian)),
    (Script::Myanmar, family(Font::Myanmar)),
    (Script::Nko, family(Font::Nko)),
    (Script::Ol_Chiki, family(Font::OlChiki)),
    (Script::Oriya, family(Font::Oriya)),
    (Script::Sinhala, family(Font::Sinhala)),
    (Script::Syriac, family(Font::Syriac)),
    (Script::Tamil, with_bold(Font::Tamil, Font::TamilBold)),
    (Script::Telugu, with_bold(Font::Telugu, Font::TeluguBold)),
    (Script::Thaana, family(Font::Thaana)),
    (Script::Thai, with_bold(Font::Thai, Font::ThaiBold)),
    (Script::Tibetan, family(Font::Tibetan)),
    (Script::Tifinagh, family(Font::Tifinagh)),
];

/// The fonts that write `script`, if it has fonts of its own.
pub(crate) fn family_of(script: Script) -> Option<&'static Family> {
    FAMILIES.iter().find_map(|(known, family)| (*known == script).then_some(family))
}

/// What a piece of text is set in; other scripts join it in a fitting weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Typeface {
    /// Running text.
    Text,
    /// Running text whose figures all have one width, for columns of amounts.
    Figures,
    /// What should be found first.
    Strong,
    /// Strong text whose figures all have one width.
    StrongFigures,
    /// Titles.
    Heavy,
    /// Codes that are read letter by letter.
    Mono,
}

impl Typeface {
    pub(crate) const fn font(self) -> Font {
        match self {
            Self::Text | Self::Figures => Font::InterRegular,
            Self::Strong | Self::StrongFigures => Font::InterSemiBold,
            Self::Heavy => Font::InterBold,
            Self::Mono => Font::JetBrainsMono,
        }
    }

    pub(crate) const fn is_bold(self) -> bool {
        match self {
            Self::Text | Self::Figures => false,
            Self::Strong | Self::StrongFigures | Self::Heavy | Self::Mono => true,
        }
    }

    pub(crate) const fn is_tabular(self) -> bool {
        match self {
            Self::Figures | Self::StrongFigures => true,
            Self::Text | Self::Strong | Self::Heavy | Self::Mono => false,
        }
    }
}

/// Fonts parsed so far. Parsing reads the tables' places, not the outlines; it costs some microseconds a font.
pub(crate) struct Faces {
    parsed: Vec<OnceLock<Option<Face<'static>>>>,
}

static SHARED: LazyLock<Faces> =
    LazyLock::new(|| Faces { parsed: Font::ALL.iter().map(|_| OnceLock::new()).collect() });

impl Faces {
    /// The process's fonts.
    pub(crate) fn shared() -> &'static Self {
        &SHARED
    }

    /// The font, ready for use; `None` when this build's copy is damaged.
    pub(crate) fn get(&self, font: Font) -> Option<&Face<'static>> {
        self.parsed[font as usize].get_or_init(|| Face::from_slice(font.data(), 0)).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_can_be_read_and_stands_in_its_place() {
        for (index, font) in Font::ALL.iter().enumerate() {
            assert_eq!(*font as usize, index);
            assert!(Faces::shared().get(*font).is_some(), "{} is damaged", font.file());
        }
    }

    #[test]
    fn the_fonts_of_a_script_cover_its_letters() {
        for (script, letter) in [
            (Script::Arabic, 'م'),
            (Script::Devanagari, 'प'),
            (Script::Han, '楽'),
            (Script::Hangul, '김'),
            (Script::Hebrew, 'ש'),
            (Script::Hiragana, 'き'),
            (Script::Katakana, 'ラ'),
            (Script::Thai, 'ส'),
            (Script::Tamil, 'க'),
            (Script::Georgian, 'გ'),
            (Script::Ethiopic, 'ሰ'),
            (Script::Tibetan, 'བ'),
        ] {
            let family = family_of(script).unwrap();
            for font in [Some(family.regular), family.bold].into_iter().flatten() {
                assert!(Faces::shared().get(font).unwrap().glyph_index(letter).is_some(), "{letter}");
            }
        }
    }
}
