//! Documents as files of a folder.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use super::{Print, PrintFailure, PrinterPort, Trouble};

/// Writes each document to a file of its own, whole or not at all.
#[derive(Debug)]
pub struct FolderPort {
    folder: PathBuf,
}

impl FolderPort {
    /// Files go to `folder`, which must exist.
    ///
    /// # Errors
    /// [`Trouble`] when it does not.
    pub fn open(folder: &str) -> Result<Self, Trouble> {
        let path = PathBuf::from(folder);
        if path.is_dir() {
            return Ok(Self { folder: path });
        }
        Err(Trouble::Folder { path: folder.to_owned(), reason: "there is no such folder".to_owned() })
    }
}

impl PrinterPort for FolderPort {
    fn print(&mut self, document: &Print<'_>) -> Result<(), PrintFailure> {
        let path = self.folder.join(format!("{}.pdf", document.name));
        write_once(&path, document.bytes).map_err(|error| {
            let path = path.display().to_string();
            PrintFailure::NotPrinted(Trouble::Folder { path, reason: error.to_string() })
        })
    }

    fn command(&mut self, _: &[u8]) -> Result<(), Trouble> {
        Err(Trouble::NoDrawer)
    }
}

/// A file that is there stays as it is; the same bytes again are the same file.
fn write_once(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::read(path) {
        Ok(there) if there == bytes => return Ok(()),
        Ok(_) => return Err(io::Error::new(ErrorKind::AlreadyExists, "a file of this name is there")),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let part = path.with_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_becomes_one_file_and_never_replaces_another() {
        let folder = tempfile::tempdir().unwrap();
        let mut port = FolderPort::open(folder.path().to_str().unwrap()).unwrap();
        let ticket = Print { name: "ticket-1", bytes: b"%PDF one" };
        port.print(&ticket).unwrap();
        port.print(&ticket).unwrap();
        let other = port.print(&Print { bytes: b"%PDF two", ..ticket });
        assert!(matches!(other, Err(PrintFailure::NotPrinted(Trouble::Folder { .. }))));
        assert_eq!(fs::read(folder.path().join("ticket-1.pdf")).unwrap(), b"%PDF one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half is left");
        assert!(FolderPort::open("/no/such/folder").is_err());
    }
}
