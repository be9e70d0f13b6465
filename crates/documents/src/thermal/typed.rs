//! Slips in the printer's own letters, which all have one width.

use super::{Align, Column, ColumnWidth, draw::share};

/// Breaks `text` into lines of at most `letters`: between words, or inside one that is longer than a line.
pub(super) fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let letters = letters.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let taken = line.chars().count();
            if taken > 0 && taken + 1 + word.chars().count() > letters {
                lines.push(std::mem::take(&mut line));
            } else if taken > 0 {
                line.push(' ');
            }
            for letter in word.chars() {
                if line.chars().count() == letters {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(letter);
            }
        }
        lines.push(line);
    }
    lines
}

/// `text` in the middle, at the left or at the right of `letters` places.
fn placed(text: &str, align: Align, letters: usize) -> String {
    match align {
        Align::Left => format!("{text:<letters$}"),
        Align::Centre => format!("{text:^letters$}"),
        Align::Right => format!("{text:>letters$}"),
    }
}

/// Texts beside each other in `letters` places.
pub(super) fn row(columns: &[Column], letters: usize) -> Vec<String> {
    let widths = share(columns, letters, 1, |column| match column.width {
        ColumnWidth::Rest => None,
        ColumnWidth::Letters(width) => Some(usize::from(width)),
        ColumnWidth::Fit => Some(column.text.chars().count().min(letters * 2 / 3)),
    });
    let cells: Vec<Vec<String>> =
        columns.iter().zip(&widths).map(|(column, width)| wrapped(&column.text, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    let line = |number: usize| {
        let parts = columns.iter().zip(&widths).zip(&cells).map(|((column, width), cell)| {
            placed(cell.get(number).map_or("", String::as_str), column.align, *width)
        });
        parts.collect::<Vec<_>>().join(" ").trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_breaks_between_words() {
        assert_eq!(wrapped("Großer Saal im Lindenhof", 12), ["Großer Saal", "im Lindenhof"]);
        assert_eq!(wrapped("a\n\nb", 12), ["a", "", "b"]);
        assert_eq!(wrapped("Kulturhausverein e.V.", 8), ["Kulturha", "usverein", "e.V."]);
    }

    #[test]
    fn a_row_keeps_amounts_at_the_edge() {
        let pair = |label: &str, value: &str| {
            [
                Column { text: label.to_owned(), width: ColumnWidth::Rest, align: Align::Left },
                Column { text: value.to_owned(), width: ColumnWidth::Fit, align: Align::Right },
            ]
        };
        assert_eq!(row(&pair("Total", "85.00 EUR"), 20), ["Total      85.00 EUR"]);
        let long = row(&pair("Seat with a view of the river", "9.00"), 16);
        assert_eq!(long, ["Seat with a 9.00", "view of the", "river"]);
        for line in row(&pair(&"x".repeat(70), &"9".repeat(70)), 32) {
            assert!(line.chars().count() <= 32, "{line}");
        }
    }
}
