//! Makes any text fit for print: no control characters, no reordering of the text around it, no towers of marks.

/// Marks that may pile up on one letter; Vietnamese needs two, polytonic Greek three.
const MARKS_MAX: usize = 4;

/// `text` on one line, at most `chars_max` characters; what is cut off is shown by an ellipsis.
pub(crate) fn one_line(text: &str, chars_max: usize) -> String {
    let clean = paragraphs(text, chars_max);
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` with its line ends (as `\n`), at most `chars_max` characters; what is cut off is shown by an ellipsis.
pub(crate) fn paragraphs(text: &str, chars_max: usize) -> String {
    let mut clean = String::with_capacity(text.len().min(4 * chars_max));
    let mut kept = 0;
    let mut marks = 0;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '\r' && letters.peek() == Some(&'\n') {
            continue;
        }
        let Some(letter) = printable(letter) else { continue };
        marks = if is_stacking_mark(letter) { marks + 1 } else { 0 };
        if marks > MARKS_MAX {
            continue;
        }
        if kept == chars_max {
            clean.push('…');
            break;
        }
        clean.push(letter);
        kept += 1;
    }
    clean
}

/// What a character is printed as: itself, a blank, a line end, or nothing.
fn printable(letter: char) -> Option<char> {
    match letter {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        // Blanks of every width become one: a font need not have them, and a name needs no em quads.
        '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(' ')
        }
        '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}'..='\u{2064}' => None,
        // Overrides and embeddings could reorder a whole line; marks (LRM, RLM, ALM) only nudge and may stay.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => None,
        control if control.is_control() => None,
        other => Some(other),
    }
}

/// Marks of no script of their own, the ones that “zalgo” towers are built of.
fn is_stacking_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Characters that direct others and show nothing themselves (Unicode's default ignorables and isolates).
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{ad}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_blanks_of_all_kinds_are_tamed() {
        assert_eq!(one_line(" Mia\u{0}\u{7}\tLinden\u{a0}\nhof \u{1b}[31m", 100), "Mia Linden hof [31m");
        assert_eq!(paragraphs("one\r\ntwo\rthree\u{2028}four", 100), "one\ntwo\nthree\nfour");
    }

    #[test]
    fn a_name_cannot_turn_the_line_round() {
        assert_eq!(one_line("\u{202e}gnp.exe\u{2066}", 100), "gnp.exe");
        assert_eq!(
            one_line("שלום\u{200f}!", 100),
            "שלום\u{200f}!",
            "marks are kept: they are part of spelling"
        );
    }

    #[test]
    fn long_text_ends_in_an_ellipsis() {
        assert_eq!(one_line(&"x".repeat(10_000), 10), format!("{}…", "x".repeat(10)));
        assert_eq!(one_line("exactly 10", 10), "exactly 10");
    }

    #[test]
    fn towers_of_marks_are_cut_down() {
        let tower = format!("Z{}", "\u{30d}".repeat(50));
        assert_eq!(one_line(&tower, 100).chars().count(), 1 + MARKS_MAX);
        assert_eq!(one_line("Nguyễn", 100), "Nguyễn");
    }
}
