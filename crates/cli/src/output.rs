//! What is printed: for people, aligned text; for programs, one JSON object a line on standard output.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use kernel::{Failure, Money};
use serde_json::{Value, json};

/// A column of a table: its heading and the path to its value in each row.
pub(crate) type Column = (&'static str, &'static str);

/// Where answers go.
pub(crate) struct Output {
    is_json: bool,
    has_refused: bool,
}

impl Output {
    pub(crate) fn new(is_json: bool) -> Self {
        Self { is_json, has_refused: false }
    }

    pub(crate) fn is_json(&self) -> bool {
        self.is_json
    }

    /// 2 when any line of a longer run was refused, else 0.
    pub(crate) fn exit_code(&self) -> ExitCode {
        if self.has_refused { ExitCode::from(2) } else { ExitCode::SUCCESS }
    }

    /// One record: an object, or its fields one a line.
    pub(crate) fn record(&self, value: &Value, fields: &[Column]) {
        if self.is_json {
            return print_line(&value.to_string());
        }
        let width = fields.iter().map(|(heading, _)| heading.chars().count()).max().unwrap_or(0);
        for (heading, path) in fields {
            let text = shown(at(value, path));
            if !text.is_empty() {
                print_line(&format!("{heading:width$}  {text}"));
            }
        }
    }

    /// Several records: an object a line, or a table.
    pub(crate) fn table(&self, rows: &[Value], columns: &[Column]) {
        if self.is_json {
            return rows.iter().for_each(|row| print_line(&row.to_string()));
        }
        let cells: Vec<Vec<String>> =
            rows.iter().map(|row| columns.iter().map(|(_, path)| shown(at(row, path))).collect()).collect();
        let widths: Vec<usize> = columns
            .iter()
            .enumerate()
            .map(|(index, (heading, _))| {
                cells
                    .iter()
                    .map(|row| row[index].chars().count())
                    .chain([heading.chars().count()])
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        let headings = columns.iter().map(|(heading, _)| (*heading).to_owned()).collect();
        for row in std::iter::once(headings).chain(cells) {
            let aligned: Vec<String> =
                row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
            print_line(aligned.join("  ").trim_end());
        }
    }

    /// A line for people only.
    pub(crate) fn say(&self, text: &str) {
        if !self.is_json {
            print_line(text);
        }
    }

    /// A line for programs, with its wording for people.
    pub(crate) fn line(&self, value: &Value, text: &str) {
        print_line(&if self.is_json { value.to_string() } else { text.to_owned() });
    }

    /// A refusal inside a longer run, which goes on.
    pub(crate) fn refused_line(&mut self, failure: &Failure) {
        self.has_refused = true;
        self.failure(failure);
    }

    /// Why nothing happened, and the way out.
    pub(crate) fn failure(&self, failure: &Failure) {
        let refusal = failure.to_refusal();
        if self.is_json {
            return print_line(&json!({ "error": refusal }).to_string());
        }
        let field = refusal.field.map(|field| format!(" ({field})")).unwrap_or_default();
        complain(&format!("stagedoor: {}{field}\n  {}\n  [{}]", refusal.message, refusal.fix, refusal.code));
    }

    /// A verb or flag that does not exist, for programs.
    pub(crate) fn usage(&self, error: &clap::Error) {
        let message =
            error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        let fix = "Run `stagedoor --help`, or add --help to the verb.";
        print_line(&json!({ "error": { "code": "usage", "message": message, "fix": fix } }).to_string());
    }
}

/// A pipe that closed early is the reader's choice, not a failure.
fn print_line(text: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(value, |value, step| &value[step])
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.replace(['\n', '\r', '\t'], " "),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(_) => serde_json::from_value::<Money>(value.clone())
            .map_or_else(|_| value.to_string(), |money| money.to_string()),
    }
}
