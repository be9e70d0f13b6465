//! Text into typed answers. A field that is missing or wrong is named with its file, line and path.

use serde::de::DeserializeOwned;

use super::{json_path::JsonPath, source::SourceText};
use crate::import_pretix::refusal::{ImportRefused, Place};

/// A file together with what was read from it, so that later checks can still say where something stands.
#[derive(Debug)]
pub(in crate::import_pretix) struct Document<T> {
    /// What the file says.
    pub(in crate::import_pretix) value: T,
    source: SourceText,
}

impl<T> Document<T> {
    /// The place of `path` in this file.
    pub(in crate::import_pretix) fn place(&self, path: &JsonPath) -> Place {
        place_in(&self.source, path)
    }

    /// Something else that was made from this file.
    pub(in crate::import_pretix) fn with_value<U>(&self, value: U) -> Document<U> {
        Document { value, source: self.source.clone() }
    }

    /// A refusal of what stands at `path`.
    pub(in crate::import_pretix) fn malformed(
        &self,
        path: &JsonPath,
        problem: impl Into<String>,
    ) -> ImportRefused {
        ImportRefused::Malformed { place: self.place(path), problem: problem.into() }
    }

    /// A refusal of the reference at `path`.
    pub(in crate::import_pretix) fn broken(
        &self,
        path: &JsonPath,
        problem: impl Into<String>,
    ) -> ImportRefused {
        ImportRefused::BrokenReference { place: self.place(path), problem: problem.into() }
    }
}

/// Reads a whole file as one `T`.
pub(in crate::import_pretix) fn document<T: DeserializeOwned>(
    source: SourceText,
) -> Result<Document<T>, ImportRefused> {
    // Following the path costs a third of the reading time, so it is followed only when something is wrong.
    match serde_json::from_str(&source.text) {
        Ok(value) => Ok(Document { value, source }),
        Err(first) => Err(located::<T>(&source, &first)),
    }
}

fn located<T: DeserializeOwned>(source: &SourceText, first: &serde_json::Error) -> ImportRefused {
    let mut json = serde_json::Deserializer::from_str(&source.text);
    let found = serde_path_to_error::deserialize::<_, T>(&mut json).err();
    let (path, error) = match &found {
        Some(failure) => (JsonPath::from(failure.path()), failure.inner()),
        None => (JsonPath::root(), first),
    };
    let place = if error.is_data() {
        place_in(source, &path)
    } else {
        Place { file: source.file.clone(), line: error.line(), path: path.to_string() }
    };
    ImportRefused::Malformed { place, problem: without_position(error) }
}

fn place_in(source: &SourceText, path: &JsonPath) -> Place {
    Place { file: source.file.clone(), line: path.line_in(&source.text), path: path.to_string() }
}

/// The error's words without the position that serde_json appends, because the place says it better.
fn without_position(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    words.strip_suffix(&position).unwrap_or(&words).to_owned()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Line {
        price: u32,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Page {
        results: Vec<Line>,
    }

    fn refused(text: &str) -> String {
        let source = SourceText { file: "orders.json.gz".to_owned(), text: text.to_owned() };
        document::<Page>(source).unwrap_err().to_string()
    }

    #[test]
    fn a_wrong_value_is_named_with_line_and_path() {
        assert_eq!(
            refused("{\"results\": [\n {\"price\": 1},\n {\n  \"price\": \"x\"}]}"),
            "orders.json.gz line 4: results[1].price: invalid type: string \"x\", expected u32"
        );
    }

    #[test]
    fn a_missing_field_is_named_at_its_object() {
        assert_eq!(
            refused("{\"results\": [\n {\"price\": 1},\n {\n  \"other\": 2\n }\n]}"),
            "orders.json.gz line 3: results[1]: missing field `price`"
        );
    }

    #[test]
    fn a_file_cut_short_says_where_it_ends() {
        let words = refused("{\"results\": [\n {\"price\": 1},\n {\"pri");
        assert_eq!(words, "orders.json.gz line 3: results[1]: EOF while parsing a string");
        assert_eq!(refused("{\"results\": []}\n x"), "orders.json.gz line 2: trailing characters");
    }
}
