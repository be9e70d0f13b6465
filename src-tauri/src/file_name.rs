//! Names of files that the page proposes, made safe for every file system the app runs on.

/// The kinds of document the app writes. Anything else would let a page put a program on disk.
const EXTENSIONS: [&str; 6] = ["pdf", "csv", "json", "txt", "png", "ics"];

/// Names that Windows keeps for devices, with any extension.
const RESERVED: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
    "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// Longest stem in bytes; file systems stop at 255 for the whole name, and a number may be added.
const STEM_BYTES_MAX: usize = 120;

/// `proposed` without folders, control and direction marks, characters that a file system refuses, leading dots and
/// reserved words. `None` when the extension is not one of a document of ours.
#[must_use]
pub(crate) fn sanitise(proposed: &str) -> Option<String> {
    let (stem, extension) = proposed.rsplit_once('.')?;
    let extension = extension.to_ascii_lowercase();
    if !EXTENSIONS.contains(&extension.as_str()) {
        return None;
    }
    let mut clean = String::new();
    for character in stem.chars() {
        let kept = if is_plain(character) { character } else { '-' };
        // A run of refused characters becomes one dash.
        if !(kept == '-' && clean.ends_with('-')) {
            clean.push(kept);
        }
    }
    let mut stem = clean.trim_matches(|c: char| c == '.' || c == '-' || c.is_whitespace()).to_owned();
    while stem.len() > STEM_BYTES_MAX {
        stem.pop();
    }
    let stem = stem.trim_end();
    let word = stem.split('.').next().unwrap_or_default().trim_end();
    let stem = match stem {
        "" => "document".to_owned(),
        _ if RESERVED.iter().any(|reserved| word.eq_ignore_ascii_case(reserved)) => format!("_{stem}"),
        _ => stem.to_owned(),
    };
    Some(format!("{stem}.{extension}"))
}

/// The name to try as the `attempt`-th when the ones before are taken: `tickets.pdf`, `tickets (2).pdf`, …
#[must_use]
pub(crate) fn numbered(name: &str, attempt: u32) -> String {
    match (attempt, name.rsplit_once('.')) {
        (0 | 1, _) => name.to_owned(),
        (_, Some((stem, extension))) => format!("{stem} ({attempt}).{extension}"),
        (_, None) => format!("{name} ({attempt})"),
    }
}

/// Letters and digits of any script with their marks, and punctuation that every file system takes.
fn is_plain(character: char) -> bool {
    let is_direction_mark =
        matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_refused = matches!(character, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%');
    !is_direction_mark && !is_refused && !character.is_control() && character != '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder() {
        for (proposed, expected) in [
            ("Tickets A-000123.pdf", "Tickets A-000123.pdf"),
            ("../../etc/cron.d/x.pdf", "etc-cron.d-x.pdf"),
            ("C:\\Windows\\a.PDF", "C-Windows-a.pdf"),
            ("/a/b.csv", "a-b.csv"),
            ("..pdf", "document.pdf"),
            (".hidden.txt", "hidden.txt"),
            ("ऋतु रात.pdf", "ऋतु रात.pdf"),
        ] {
            assert_eq!(sanitise(proposed).as_deref(), Some(expected), "proposed {proposed:?}");
        }
    }

    #[test]
    fn a_name_cannot_lie_about_its_end_or_name_a_device() {
        assert_eq!(sanitise("in\u{202e}fdp.txt").as_deref(), Some("in-fdp.txt"));
        assert_eq!(sanitise("line\nbreak\0.pdf").as_deref(), Some("line-break.pdf"));
        assert_eq!(sanitise("con.pdf").as_deref(), Some("_con.pdf"));
        assert_eq!(sanitise("Aux.2026.pdf").as_deref(), Some("_Aux.2026.pdf"));
    }

    #[test]
    fn only_documents_are_written() {
        for refused in ["run.sh", "app.desktop", "a.pdf.exe", "tickets", "x.html", ""] {
            assert_eq!(sanitise(refused), None, "{refused:?} is not a document of the app");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let name = sanitise(&format!("{}.pdf", "夜".repeat(500))).unwrap();
        assert!(name.len() <= STEM_BYTES_MAX + 4, "{} bytes", name.len());
        assert!(name.starts_with('夜') && name.ends_with(".pdf"));
    }

    #[test]
    fn a_taken_name_gets_a_number_before_its_extension() {
        assert_eq!(numbered("a.b.pdf", 1), "a.b.pdf");
        assert_eq!(numbered("a.b.pdf", 2), "a.b (2).pdf");
    }
}
