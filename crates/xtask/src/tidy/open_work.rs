//! Work is finished or stands in the tracker, never in a comment that nobody reads again.

use super::{Finding, Source};

// Put together here, so that this file does not report itself.
const MARKS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];
const EXTENSIONS: &[&str] = &["rs", "ts", "tsx", "js", "mjs", "css", "sql", "toml", "sh", "yml", ""];

pub(super) fn check(source: &Source) -> Vec<Finding> {
    if !EXTENSIONS.contains(&source.extension()) {
        return Vec::new();
    }
    let has_mark = |line: &str| MARKS.iter().any(|mark| has_word(line, mark));
    (1..)
        .zip(source.text.lines())
        .filter(|(_, line)| has_mark(line))
        .map(|(number, _)| {
            Finding::at(source, number, "unfinished work; finish it or write it down elsewhere")
        })
        .collect()
}

fn has_word(line: &str, word: &str) -> bool {
    let is_word_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(is_word_part) && !line[at + word.len()..].starts_with(is_word_part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> Vec<usize> {
        let source = Source { path: "crates/a/src/lib.rs".to_owned(), text: text.to_owned() };
        check(&source).iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn both_marks_are_found_with_their_line() {
        let text = format!("fn a() {{}}\n// {}: later\n/* {}(me) */", MARKS[0], MARKS[1]);
        assert_eq!(findings(&text), [2, 3]);
    }

    #[test]
    fn longer_words_are_no_marks() {
        assert_eq!(findings(&format!("const {}S: u8 = 1; // my_{}", MARKS[0], MARKS[0])), [] as [usize; 0]);
    }
}
