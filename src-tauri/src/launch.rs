//! What the command line asks for: which workspace to open first.

use std::{ffi::OsString, path::PathBuf};

/// The variable that names a workspace when the command line does not.
pub(crate) const WORKSPACE_VARIABLE: &str = "STAGEDOOR_WORKSPACE";

/// The help text of `stagedoor-desktop --help`.
pub(crate) const HELP: &str = "\
Stagedoor, the desktop app.

Usage: stagedoor-desktop [--workspace FILE | --demo]

  --workspace FILE   open this workspace (also: STAGEDOOR_WORKSPACE)
  --demo             open the demo venue, an invented house with one event tonight
  --version          print the version
  --help             print this

Without either, the workspace used last is opened; on the very first start the app asks.
A second start shows the window that is already open. For the terminal there is `stagedoor`.
";

/// The workspace to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Start {
    /// This file.
    Workspace(PathBuf),
    /// The demo venue, created when it is not there yet.
    Demo,
    /// The file that was open last; none on the first start.
    LastUsed,
}

/// What the program was asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Request {
    /// Open the window.
    Open(Start),
    /// Print [`HELP`].
    Help,
    /// Print the version.
    Version,
}

/// A command line that cannot be followed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum UsageError {
    /// `--workspace` came last, without a file.
    #[error("--workspace wants the path of a file after it")]
    NoFile,
    /// `--workspace` and `--demo` together.
    #[error("choose either --workspace or --demo")]
    BothStarts,
    /// A word this program does not know.
    #[error("`{0}` is not an option of stagedoor-desktop; see --help")]
    Unknown(String),
}

/// Reads the arguments (without the program's own name) and the value of [`WORKSPACE_VARIABLE`].
///
/// A path given as the only plain word counts as `--workspace`, so that a file manager can open a file with the app.
///
/// # Errors
/// [`UsageError`] says what to write instead.
pub(crate) fn parse(
    arguments: impl IntoIterator<Item = OsString>,
    variable: Option<OsString>,
) -> Result<Request, UsageError> {
    let mut arguments = arguments.into_iter();
    let mut file: Option<PathBuf> = None;
    let mut wants_demo = false;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Request::Help),
            Some("--version" | "-V") => return Ok(Request::Version),
            Some("--demo") => wants_demo = true,
            Some("--workspace") => file = Some(arguments.next().ok_or(UsageError::NoFile)?.into()),
            Some(option) if option.starts_with("--workspace=") => {
                file = Some(PathBuf::from(&option["--workspace=".len()..]));
            }
            Some(word) if !word.starts_with('-') && !word.is_empty() && file.is_none() => {
                file = Some(PathBuf::from(word));
            }
            // A path that is not Unicode can only be a path.
            None if file.is_none() => file = Some(PathBuf::from(argument)),
            Some(_) | None => return Err(UsageError::Unknown(argument.to_string_lossy().into_owned())),
        }
    }
    match (file, wants_demo) {
        (Some(_), true) => Err(UsageError::BothStarts),
        (Some(file), false) => Ok(Request::Open(Start::Workspace(file))),
        (None, true) => Ok(Request::Open(Start::Demo)),
        (None, false) => Ok(Request::Open(match variable {
            Some(file) if !file.is_empty() => Start::Workspace(file.into()),
            Some(_) | None => Start::LastUsed,
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str], variable: Option<&str>) -> Result<Request, UsageError> {
        parse(arguments.iter().map(OsString::from), variable.map(OsString::from))
    }

    #[test]
    fn a_named_file_wins_over_the_variable_and_the_variable_over_the_last_used() {
        let file = |path: &str| Ok(Request::Open(Start::Workspace(path.into())));
        assert_eq!(parsed(&["--workspace", "a.stagedoor"], Some("b.stagedoor")), file("a.stagedoor"));
        assert_eq!(parsed(&["--workspace=a b.stagedoor"], None), file("a b.stagedoor"));
        assert_eq!(parsed(&["a.stagedoor"], None), file("a.stagedoor"));
        assert_eq!(parsed(&[], Some("b.stagedoor")), file("b.stagedoor"));
        assert_eq!(parsed(&[], Some("")), Ok(Request::Open(Start::LastUsed)));
        assert_eq!(parsed(&[], None), Ok(Request::Open(Start::LastUsed)));
    }

    #[test]
    fn the_demo_never_opens_the_file_of_the_variable() {
        assert_eq!(parsed(&["--demo"], Some("real.stagedoor")), Ok(Request::Open(Start::Demo)));
    }

    #[test]
    fn a_line_that_cannot_be_followed_is_named() {
        assert_eq!(parsed(&["--workspace"], None), Err(UsageError::NoFile));
        assert_eq!(parsed(&["--demo", "--workspace", "a"], None), Err(UsageError::BothStarts));
        assert_eq!(parsed(&["--fast"], None), Err(UsageError::Unknown("--fast".into())));
        assert_eq!(parsed(&["a", "b"], None), Err(UsageError::Unknown("b".into())));
    }

    #[test]
    fn help_and_version_win_over_the_rest() {
        assert_eq!(parsed(&["--demo", "--help"], None), Ok(Request::Help));
        assert_eq!(parsed(&["-V"], None), Ok(Request::Version));
    }
}
