//! A path into a JSON text, and the line at which it stands.
//!
//! Lines are not tracked while reading: the text is walked again only when something is wrong, so that a
//! whole export pays nothing for the exactness of its one error.

use std::fmt;

/// One step into a JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import_pretix) enum Step {
    /// Into an object's member.
    Key(String),
    /// Into an array's element, counted from 0.
    Index(usize),
}

/// Steps from the root, printed as `results[37].positions[2].price`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import_pretix) struct JsonPath(Vec<Step>);

impl JsonPath {
    /// The whole text.
    pub(in crate::import_pretix) fn root() -> Self {
        Self::default()
    }

    /// The member `key` of this object.
    pub(in crate::import_pretix) fn key(&self, key: &str) -> Self {
        self.step(Step::Key(key.to_owned()))
    }

    /// The element `index` of this array.
    pub(in crate::import_pretix) fn index(&self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// The element `index` of the list `key`: `positions[2]`.
    pub(in crate::import_pretix) fn element(&self, key: &str, index: usize) -> Self {
        self.key(key).index(index)
    }

    fn step(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The line of `text`, from 1, at which this path's value begins; the line of the deepest part that is
    /// there when the value itself is not.
    pub(in crate::import_pretix) fn line_in(&self, text: &str) -> usize {
        let mut walker = Walker { bytes: text.as_bytes(), at: 0 };
        walker.skip_space();
        let mut reached = walker.at;
        for step in &self.0 {
            let found = match step {
                Step::Key(key) => walker.enter_member(key),
                Step::Index(index) => walker.enter_element(*index),
            };
            if found.is_none() {
                break;
            }
            reached = walker.at;
        }
        1 + text.as_bytes().iter().take(reached).filter(|byte| **byte == b'\n').count()
    }
}

impl From<&serde_path_to_error::Path> for JsonPath {
    fn from(path: &serde_path_to_error::Path) -> Self {
        use serde_path_to_error::Segment;
        Self(
            path.iter()
                .filter_map(|segment| match segment {
                    Segment::Seq { index } => Some(Step::Index(*index)),
                    Segment::Map { key } => Some(Step::Key(key.clone())),
                    Segment::Enum { .. } | Segment::Unknown => None,
                })
                .collect(),
        )
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if position == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Moves over a JSON text without building values. `None` means: not there, or not JSON.
struct Walker<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Walker<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn eat(&mut self, expected: u8) -> Option<()> {
        self.skip_space();
        (self.peek()? == expected).then(|| self.at += 1)
    }

    fn enter_member(&mut self, wanted: &str) -> Option<()> {
        self.eat(b'{')?;
        loop {
            self.skip_space();
            let start = self.at;
            self.skip_string()?;
            let name = std::str::from_utf8(self.bytes.get(start..self.at)?).ok()?;
            let is_wanted = serde_json::from_str::<String>(name).ok()? == wanted;
            self.eat(b':')?;
            self.skip_space();
            if is_wanted {
                return Some(());
            }
            self.skip_value()?;
            self.eat(b',')?;
        }
    }

    fn enter_element(&mut self, wanted: usize) -> Option<()> {
        self.eat(b'[')?;
        for _ in 0..wanted {
            self.skip_value()?;
            self.eat(b',')?;
        }
        self.skip_space();
        (self.peek()? != b']').then_some(())
    }

    fn skip_string(&mut self) -> Option<()> {
        self.eat(b'"')?;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn skip_value(&mut self) -> Option<()> {
        self.skip_space();
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b'}' | b']' | b',' if depth == 0 => return Some(()),
                _ => self.at += 1,
            }
            if depth == 0 {
                self.skip_space();
                if self.peek().is_none_or(|byte| matches!(byte, b',' | b'}' | b']')) {
                    return Some(());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "{\n \"count\": 2,\n \"results\": [\n  {\"name\": \"a, ] \\\" }\"},\n  {\n   \"items\": [1,\n    2]\n  }\n ]\n}";

    #[test]
    fn a_path_prints_as_a_person_would_write_it() {
        let path = JsonPath::root().element("results", 37).element("positions", 2).key("price");
        assert_eq!(path.to_string(), "results[37].positions[2].price");
        assert_eq!(JsonPath::root().to_string(), "");
    }

    #[test]
    fn the_line_is_that_of_the_value() {
        let second = JsonPath::root().element("results", 1);
        assert_eq!(JsonPath::root().key("count").line_in(TEXT), 2);
        assert_eq!(JsonPath::root().element("results", 0).key("name").line_in(TEXT), 4);
        assert_eq!(second.line_in(TEXT), 5);
        assert_eq!(second.element("items", 1).line_in(TEXT), 7);
    }

    #[test]
    fn a_missing_member_stands_at_its_object() {
        let missing = JsonPath::root().element("results", 1).key("price");
        assert_eq!(missing.line_in(TEXT), 5);
        assert_eq!(JsonPath::root().element("results", 9).line_in(TEXT), 3);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_walk_fail(text in "[\\[\\]{},:\"\\\\a1 \\n]{0,60}") {
            let line = JsonPath::root().element("a", 1).key("1").line_in(&text);
            prop_assert!(line >= 1 && line <= 1 + text.matches('\n').count());
        }
    }
}
