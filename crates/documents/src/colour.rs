//! Colours of badges and accents.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A colour as red, green and blue of 0 to 255; written `#3346C8`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour(pub [u8; 3]);

/// Text that is no colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a colour such as #3346C8")]
pub struct NotAColour(pub String);

impl Colour {
    /// The product's accent (ux.md, section 6).
    pub const ACCENT: Self = Self([0x33, 0x46, 0xC8]);
    pub(crate) const BLACK: Self = Self([0, 0, 0]);
    pub(crate) const WHITE: Self = Self([255, 255, 255]);
    /// Text.
    pub(crate) const INK: Self = Self([0x12, 0x16, 0x1C]);
    /// Secondary text.
    pub(crate) const INK_SOFT: Self = Self([0x46, 0x50, 0x60]);
    /// Rules and frames.
    pub(crate) const LINE: Self = Self([0xC9, 0xCF, 0xD8]);
    /// The large word behind a ticket that is no ordinary ticket; light, so that text on it stays readable.
    pub(crate) const WATERMARK: Self = Self([0xE4, 0xE7, 0xEC]);

    /// Black or white, whichever reads better on this colour (relative luminance of WCAG 2.2).
    pub(crate) fn readable_on(self) -> Self {
        let [red, green, blue] = self.0.map(linear);
        let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        // White wins where (1.05 / (L + 0.05)) exceeds ((L + 0.05) / 0.05): below 0.179.
        if luminance < 0.179 { Self::WHITE } else { Self::BLACK }
    }

    pub(crate) fn parts(self) -> [f32; 3] {
        self.0.map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0)
    }
}

fn linear(part: u8) -> f32 {
    let share = f32::from(part) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

impl fmt::Debug for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || NotAColour(text.chars().take(20).collect());
        let digits = text.trim().strip_prefix('#').ok_or_else(refused)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(refused());
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_| refused())?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl TryFrom<String> for Colour {
    type Error = NotAColour;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_read_back_as_written() {
        for text in ["#3346C8", "#000000", "#FFC533"] {
            assert_eq!(text.parse::<Colour>().unwrap().to_string(), text);
        }
        for text in ["", "#", "3346C8", "#3346C", "#3346CG", "#+346C8", "red", "#３３４６Ｃ８"] {
            assert!(text.parse::<Colour>().is_err(), "{text} is no colour");
        }
    }

    #[test]
    fn text_on_a_badge_is_the_one_that_reads() {
        assert_eq!(Colour::ACCENT.readable_on(), Colour::WHITE);
        assert_eq!(Colour([0xFF, 0xC5, 0x33]).readable_on(), Colour::BLACK);
        assert_eq!(Colour::WHITE.readable_on(), Colour::BLACK);
    }
}
