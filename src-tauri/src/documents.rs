//! Documents on disk: the bytes a command made (tickets, receipts, lists) are put where the person finds them, and
//! opened in the system's viewer. The page names bytes and a wish; which path is written is decided here.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use kernel::Refuse;

use crate::file_name;

/// Why a document was not written or opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DocumentError {
    /// The extension is none of a document of the app.
    #[error("“{name}” is not a document that Stagedoor writes")]
    NotADocument {
        /// The name proposed.
        name: String,
    },
    /// The bytes did not arrive whole.
    #[error("the document “{name}” arrived damaged")]
    Damaged {
        /// The name proposed.
        name: String,
    },
    /// The folder or the disk said no.
    #[error("“{}” could not be written: {source}", path.display())]
    NotWritten {
        /// The file that was to be written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system has no program for it.
    #[error("no program on this computer opened “{}”", path.display())]
    NoViewer {
        /// The file that stays unopened.
        path: PathBuf,
    },
}

impl Refuse for DocumentError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotADocument { .. } => "document_kind_unknown",
            Self::Damaged { .. } => "document_damaged",
            Self::NotWritten { .. } => "document_not_written",
            Self::NoViewer { .. } => "document_no_viewer",
        }
    }

    fn fix(&self) -> String {
        match self {
            Self::NotADocument { .. } => "Save it as PDF, CSV, JSON, text, PNG or calendar file.".into(),
            Self::Damaged { .. } => "Print it again; the sale itself is safe.".into(),
            Self::NotWritten { .. } => {
                "Free some space or choose another folder, then print again; the sale itself is safe.".into()
            }
            Self::NoViewer { path } => format!("The file is saved: open {} yourself.", path.display()),
        }
    }
}

/// The folder that documents go to when nobody is asked.
#[derive(Debug)]
pub(crate) struct Documents {
    folder: PathBuf,
}

impl Documents {
    /// Documents that go to `folder` unless the person chooses another place. It is created with the first of them.
    #[must_use]
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Writes `bytes` to the usual folder under `name` and never over something else: an equal file is kept as it is
    /// (a reprint), a different one leads to a number behind the name.
    ///
    /// # Errors
    /// [`DocumentError::NotWritten`].
    pub(crate) fn save(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, DocumentError> {
        let not_written = |path: &Path| {
            let path = path.to_owned();
            move |source| DocumentError::NotWritten { path, source }
        };
        fs::create_dir_all(&self.folder).map_err(not_written(&self.folder))?;
        let mut attempt = 1;
        loop {
            let path = self.folder.join(file_name::numbered(name, attempt));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    write_whole(file, &path, bytes).map_err(not_written(&path))?;
                    return Ok(path);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if holds(&path, bytes) {
                        return Ok(path);
                    }
                    attempt += 1;
                }
                Err(error) => return Err(not_written(&path)(error)),
            }
        }
    }
}

/// Writes `bytes` to the very path the person chose in a save dialog, over what was there: the dialog has asked.
///
/// # Errors
/// [`DocumentError::NotWritten`]; the file that was there is whole.
pub(crate) fn save_at(path: &Path, bytes: &[u8]) -> Result<(), DocumentError> {
    let mut part = path.to_owned().into_os_string();
    part.push(".part");
    let part = PathBuf::from(part);
    fs::File::create(&part)
        .and_then(|file| write_whole(file, &part, bytes))
        .and_then(|()| fs::rename(&part, path))
        .map_err(|source| DocumentError::NotWritten { path: path.to_owned(), source })
}

/// Shows a document in the system's viewer, without waiting for it.
///
/// # Errors
/// [`DocumentError::NoViewer`]; the document stays where it is.
pub(crate) fn show(path: &Path) -> Result<(), DocumentError> {
    open::that_detached(path).map_err(|_| DocumentError::NoViewer { path: path.to_owned() })
}

/// All of `bytes` on the disk, or no file.
fn write_whole(mut file: fs::File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Best effort: the error that matters is the one of the write.
        drop(fs::remove_file(path));
    }
    written
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    let has_length = fs::metadata(path).is_ok_and(|metadata| metadata.len() == bytes.len() as u64);
    has_length && fs::read(path).is_ok_and(|stored| stored == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reprint_is_the_same_file_and_another_document_gets_a_number() {
        let home = tempfile::tempdir().unwrap();
        let documents = Documents::new(home.path().join("Stagedoor"));
        let first = documents.save("tickets.pdf", b"one").unwrap();
        assert_eq!(documents.save("tickets.pdf", b"one").unwrap(), first);
        let second = documents.save("tickets.pdf", b"two").unwrap();
        assert!(second.ends_with("tickets (2).pdf"), "{second:?}");
        assert_eq!(fs::read(first).unwrap(), b"one", "the first document is untouched");
    }

    #[test]
    fn a_chosen_path_is_replaced_as_a_whole() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("list.csv");
        fs::write(&path, b"old").unwrap();
        save_at(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "no part file stays behind");
    }

    #[test]
    fn a_folder_that_is_a_file_gives_a_named_error() {
        let home = tempfile::tempdir().unwrap();
        let taken = home.path().join("Stagedoor");
        fs::write(&taken, b"").unwrap();
        let error = Documents::new(taken).save("tickets.pdf", b"one").unwrap_err();
        assert_eq!(error.code(), "document_not_written");
    }
}
