//! Splits Rust source into code, comments and string literals: enough to ask "does a *string* say this?" without a
//! compiler. A rule that looked at raw lines would stumble over its own explanation.

/// What a piece of source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Anything that is neither comment nor string.
    Code,
    /// A line or block comment, documentation included.
    Comment,
    /// The inside of a string literal, escapes as written.
    Text,
}

/// A stretch of source of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'s> {
    /// What it is.
    pub(super) kind: Kind,
    /// The line on which it starts, counted from 1.
    pub(super) line: usize,
    /// The source itself, without quotes.
    pub(super) text: &'s str,
}

/// All pieces in order.
pub(super) fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut code_from = 0;
    while at < source.len() {
        let rest = &source[at..];
        let Some((kind, open, length, close)) = literal_at(source, at) else {
            at += char_literal_length(rest).unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8));
            continue;
        };
        push(&mut found, source, Kind::Code, code_from, at);
        push(&mut found, source, kind, at + open, at + open + length);
        at += open + length + close;
        code_from = at;
    }
    push(&mut found, source, Kind::Code, code_from, source.len());
    found
}

/// The part of the source before its tests; nothing of a file that is all tests.
pub(super) fn without_tests(source: &str) -> &str {
    if source.contains("#![cfg(test)]") {
        return "";
    }
    source.find("#[cfg(test)]").map_or(source, |tests| &source[..tests])
}

fn push<'s>(found: &mut Vec<Piece<'s>>, source: &'s str, kind: Kind, from: usize, to: usize) {
    if from < to {
        let line = source[..from].matches('\n').count() + 1;
        found.push(Piece { kind, line, text: &source[from..to] });
    }
}

/// A comment or string that starts at `at`: its kind, and the lengths of its opening, its inside and its closing.
fn literal_at(source: &str, at: usize) -> Option<(Kind, usize, usize, usize)> {
    let rest = &source[at..];
    if rest.starts_with("//") {
        let length = rest.find('\n').unwrap_or(rest.len());
        return Some((Kind::Comment, 0, length, 0));
    }
    if rest.starts_with("/*") {
        return Some((Kind::Comment, 0, block_comment_length(rest), 0));
    }
    let follows_word = source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if !follows_word && let Some(hashes) = raw_string_hashes(rest) {
        let open = rest.find('"')? + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = rest[open..].find(&end).unwrap_or(rest.len() - open);
        return Some((Kind::Text, open, length, end.len().min(rest.len() - open - length)));
    }
    let inside = rest.strip_prefix('"')?;
    let length = string_length(inside);
    Some((Kind::Text, 1, length, usize::from(length < inside.len())))
}

/// Block comments nest.
fn block_comment_length(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The number of hashes when a raw string starts here: `r"`, `r#"`, `br##"`.
fn raw_string_hashes(rest: &str) -> Option<usize> {
    let after = ["br", "cr", "r"].iter().find_map(|prefix| rest.strip_prefix(prefix))?;
    let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn string_length(inside: &str) -> usize {
    let mut is_escaped = false;
    for (at, character) in inside.char_indices() {
        match character {
            '"' if !is_escaped => return at,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    inside.len()
}

/// The length of a character literal such as `'"'`, which would otherwise open a string. Lifetimes are none.
fn char_literal_length(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let mut characters = inside.char_indices();
    let (_, first) = characters.next()?;
    if first == '\\' {
        characters.next();
        return inside[2..].find('\'').map(|quote| 1 + 2 + quote + 1);
    }
    let (next, quote) = characters.next()?;
    (quote == '\'').then_some(1 + next + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<&str> {
        pieces(source).into_iter().filter(|piece| piece.kind == Kind::Text).map(|piece| piece.text).collect()
    }

    #[test]
    fn strings_are_found_and_comments_are_not_strings() {
        let source = "let a = \"one\"; // \"two\"\n/* \"three\" /* nested */ \"four\" */ f(r#\"five \"quoted\"\"#, b\"six\")";
        assert_eq!(texts(source), ["one", "five \"quoted\"", "six"]);
    }

    #[test]
    fn escapes_and_quote_characters_do_not_open_strings() {
        let source = r#"let q = '"'; let e = '\''; let s = "a \" b \\"; fn f<'a>(x: &'a str) { g("c") }"#;
        assert_eq!(texts(source), [r#"a \" b \\"#, "c"]);
    }

    #[test]
    fn lines_are_counted_from_one() {
        let source = "fn f() {\n    g(\n        \"x\",\n    )\n}";
        let text = pieces(source).into_iter().find(|piece| piece.kind == Kind::Text).unwrap();
        assert_eq!(text.line, 3);
    }

    #[test]
    fn nothing_is_lost_and_broken_source_does_not_loop() {
        for source in ["", "\"open", "/* open", "r#\"open", "'", "b'\\'", "let é = \"ü\";", "for r in x {}"]
        {
            let total: usize = pieces(source).iter().map(|piece| piece.text.len()).sum();
            assert!(total <= source.len(), "{source}");
        }
    }

    #[test]
    fn tests_are_cut_off() {
        assert_eq!(without_tests("fn a() {}\n#[cfg(test)]\nmod tests {}"), "fn a() {}\n");
        assert_eq!(without_tests("//! Fixtures.\n#![cfg(test)]\nfn a() {}"), "");
    }
}
