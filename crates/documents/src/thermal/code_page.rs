//! The letters of a printer's own font: one byte each, in a table that the printer is told to use.

use serde::{Deserialize, Serialize};

/// Which table the printer's letters come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodePage {
    /// The first table of every printer: few accents, no euro sign.
    Cp437,
    /// Western Europe with the euro sign.
    Cp858,
    /// Windows' Western Europe.
    Wpc1252,
    /// None: everything is drawn, for printers that lose their tables.
    Drawn,
}

/// Bytes 0x80 to 0xff of each table; `\0` where the table has nothing.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
    áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const CP858: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
const WPC1252: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ\
    \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

impl CodePage {
    /// The number that `ESC t` knows the table by.
    pub(super) const fn number(self) -> u8 {
        match self {
            Self::Cp437 | Self::Drawn => 0,
            Self::Wpc1252 => 16,
            Self::Cp858 => 19,
        }
    }

    /// `text` in this table's bytes; `None` when a letter is missing, for a name is never respelled.
    #[must_use]
    pub fn encode(self, text: &str) -> Option<Vec<u8>> {
        let upper = match self {
            Self::Cp437 => CP437,
            Self::Cp858 => CP858,
            Self::Wpc1252 => WPC1252,
            Self::Drawn => return None,
        };
        let mut bytes = Vec::with_capacity(text.len());
        for letter in text.chars() {
            match byte(upper, letter) {
                Some(byte) => bytes.push(byte),
                None => {
                    for letter in stand_in(letter)?.chars() {
                        bytes.push(byte(upper, letter)?);
                    }
                }
            }
        }
        Some(bytes)
    }
}

fn byte(upper: &str, letter: char) -> Option<u8> {
    if matches!(letter, ' '..='~') {
        return u8::try_from(letter).ok();
    }
    if letter == '\0' {
        return None;
    }
    let place = upper.chars().position(|known| known == letter)?;
    u8::try_from(0x80 + place).ok()
}

/// What a mark may be written as where it is missing. Marks only: a letter of a name has no stand-in.
const fn stand_in(mark: char) -> Option<&'static str> {
    match mark {
        '…' => Some("..."),
        '–' | '—' | '−' | '‐' | '‑' | '‒' => Some("-"),
        '‘' | '’' | '‚' => Some("'"),
        '“' | '”' | '„' => Some("\""),
        '×' => Some("x"),
        '·' | '•' => Some("-"),
        '\u{a0}' => Some(" "),
        '€' => Some("EUR"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_a_place_for_each_of_its_bytes() {
        for table in [CP437, CP858, WPC1252] {
            assert_eq!(table.chars().count(), 128);
        }
    }

    #[test]
    fn letters_take_the_bytes_that_printers_know() {
        assert_eq!(CodePage::Cp437.encode("Zoë").as_deref(), Some(&[b'Z', b'o', 0x89][..]));
        assert_eq!(CodePage::Cp858.encode("€").as_deref(), Some(&[0xd5][..]));
        assert_eq!(CodePage::Wpc1252.encode("€ß").as_deref(), Some(&[0x80, 0xdf][..]));
        assert_eq!(CodePage::Cp437.encode("12,50 €").as_deref(), Some(&b"12,50 EUR"[..]));
    }

    #[test]
    fn a_name_is_never_respelled() {
        for (page, name) in [
            (CodePage::Cp437, "Ñandú Ãvila"),
            (CodePage::Cp858, "Łukasz"),
            (CodePage::Wpc1252, "अनुपमा"),
            (CodePage::Drawn, "Ida"),
        ] {
            assert_eq!(page.encode(name), None, "{name}");
        }
        assert_eq!(CodePage::Cp858.encode("2 × “A” – B…").as_deref(), Some(&b"2 \x9e \"A\" - B..."[..]));
    }

    #[test]
    fn control_bytes_never_reach_the_printer_as_text() {
        for page in [CodePage::Cp437, CodePage::Cp858, CodePage::Wpc1252] {
            for control in (0..0x20_u8).chain([0x7f]) {
                assert_eq!(page.encode(&char::from(control).to_string()), None);
            }
        }
    }
}
