//! The export's files as text: plain or gzip, bounded, UTF-8.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use flate2::read::MultiGzDecoder;

use crate::import_pretix::refusal::ImportRefused;

/// No file of one event comes near this; a gzip of a few kilobytes can unpack to more.
const UNPACKED_BYTES_MAX: u64 = 1 << 30;

/// A folder that holds the answers of the REST API as files.
#[derive(Debug)]
pub(in crate::import_pretix) struct ExportFolder {
    folder: PathBuf,
    unpacked_bytes_max: u64,
}

/// One file of the export, unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import_pretix) struct SourceText {
    /// The file's name as a person sees it in the folder.
    pub(in crate::import_pretix) file: String,
    /// Its whole text.
    pub(in crate::import_pretix) text: String,
}

impl ExportFolder {
    /// The folder at `path`, or the folder around it when `path` names one of the files.
    pub(in crate::import_pretix) fn at(path: &Path) -> Result<Self, ImportRefused> {
        let missing = || ImportRefused::PathMissing { path: path.display().to_string() };
        let folder = if path.is_dir() {
            path.to_path_buf()
        } else if path.is_file() {
            path.parent().ok_or_else(missing)?.to_path_buf()
        } else {
            return Err(missing());
        };
        Ok(Self { folder, unpacked_bytes_max: UNPACKED_BYTES_MAX })
    }

    /// `stem.json` or `stem.json.gz`; `None` when the folder has neither.
    pub(in crate::import_pretix) fn read(&self, stem: &str) -> Result<Option<SourceText>, ImportRefused> {
        for (file, is_packed) in [(format!("{stem}.json"), false), (format!("{stem}.json.gz"), true)] {
            let path = self.folder.join(&file);
            match File::open(&path) {
                Ok(opened) => return self.unpack(file, opened, is_packed).map(Some),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(ImportRefused::Unreadable { file, problem: error.to_string() }),
            }
        }
        Ok(None)
    }

    /// As [`Self::read`], for a file that every export has.
    pub(in crate::import_pretix) fn read_required(&self, stem: &str) -> Result<SourceText, ImportRefused> {
        self.read(stem)?.ok_or_else(|| ImportRefused::FileMissing { file: format!("{stem}.json") })
    }

    fn unpack(&self, file: String, opened: File, is_packed: bool) -> Result<SourceText, ImportRefused> {
        let mut bytes = Vec::new();
        // One byte beyond the limit tells "exactly full" from "more to come" without unpacking the rest.
        let allowed = self.unpacked_bytes_max + 1;
        let outcome = if is_packed {
            MultiGzDecoder::new(io::BufReader::new(opened)).take(allowed).read_to_end(&mut bytes)
        } else {
            opened.take(allowed).read_to_end(&mut bytes)
        };
        if let Err(error) = outcome {
            return Err(ImportRefused::Unreadable { file, problem: error.to_string() });
        }
        if bytes.len() as u64 > self.unpacked_bytes_max {
            return Err(ImportRefused::TooLarge { file, bytes_max: self.unpacked_bytes_max });
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(SourceText { file, text }),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let line = 1 + error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
                Err(ImportRefused::Unreadable { file, problem: format!("line {line} is not UTF-8 text") })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, io::Write};

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn plain_and_packed_files_read_alike() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("event.json"), "{}").unwrap();
        fs::write(folder.path().join("orders.json.gz"), packed(b"{}")).unwrap();
        let export = ExportFolder::at(folder.path()).unwrap();
        assert_eq!(export.read("event").unwrap().unwrap().text, "{}");
        assert_eq!(export.read("orders").unwrap().unwrap().file, "orders.json.gz");
        assert_eq!(export.read("gates").unwrap(), None);
    }

    #[test]
    fn a_file_inside_the_folder_names_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("event.json"), "{}").unwrap();
        let export = ExportFolder::at(&folder.path().join("event.json")).unwrap();
        assert!(export.read("event").unwrap().is_some());
        assert!(matches!(
            ExportFolder::at(&folder.path().join("nothing")),
            Err(ImportRefused::PathMissing { .. })
        ));
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_flood_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("orders.json.gz"), packed(&vec![b' '; 4 << 20])).unwrap();
        let export = ExportFolder { folder: folder.path().to_path_buf(), unpacked_bytes_max: 1 << 20 };
        assert!(
            matches!(export.read("orders"), Err(ImportRefused::TooLarge { bytes_max, .. }) if bytes_max == 1 << 20)
        );
    }

    #[test]
    fn a_packed_file_cut_short_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let whole = packed(b"{\"count\": 0, \"results\": []}");
        fs::write(folder.path().join("orders.json.gz"), &whole[..whole.len() - 6]).unwrap();
        let export = ExportFolder::at(folder.path()).unwrap();
        assert!(matches!(export.read("orders"), Err(ImportRefused::Unreadable { .. })));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_their_line() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("event.json"), b"{\n\"slug\": \"\xff\"}").unwrap();
        let refused = ExportFolder::at(folder.path()).unwrap().read("event").unwrap_err();
        assert_eq!(refused.to_string(), "event.json cannot be read: line 2 is not UTF-8 text");
    }
}
