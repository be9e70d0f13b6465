//! Keys in a file beside the workspace that only its owner can read (mode 0600).

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use events::EventId;
use kernel::{Fault, FaultKind};
use ticketing::signing::KeyVault;

/// The key file of one workspace.
pub(super) struct KeyFile {
    path: PathBuf,
    writing: Mutex<()>,
}

impl KeyFile {
    pub(super) fn beside(workspace: &Path) -> Self {
        let mut name = workspace.as_os_str().to_owned();
        name.push("-keys");
        Self { path: name.into(), writing: Mutex::default() }
    }

    fn read(&self) -> Result<BTreeMap<String, String>, Fault> {
        match fs::read_to_string(&self.path) {
            Ok(text) => serde_json::from_str(&text).map_err(|error| {
                Fault::new(FaultKind::Corrupt, format!("{} is not a key file", self.path.display()))
                    .caused_by(error)
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(BTreeMap::new()),
            Err(error) => Err(self.io(error)),
        }
    }

    /// Writes beside and renames, so that a crash leaves the old file or the new one, never half of either.
    fn write(&self, keys: &BTreeMap<String, String>) -> Result<(), Fault> {
        let text = serde_json::to_string_pretty(keys).map_err(|error| {
            Fault::new(FaultKind::Bug, "keys could not be written as JSON").caused_by(error)
        })?;
        let mut partial = self.path.as_os_str().to_owned();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        let mut file = private_file(&partial).map_err(|error| self.io(error))?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| self.io(error))?;
        fs::rename(&partial, &self.path).map_err(|error| self.io(error))
    }

    fn io(&self, error: std::io::Error) -> Fault {
        Fault::new(FaultKind::Io, format!("{}: {error}", self.path.display())).caused_by(error)
    }
}

fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        options.mode(0o600);
        let file = options.open(path)?;
        // A file left over with a wider mode keeps it through `open`.
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}

impl KeyVault for KeyFile {
    fn store(&self, event: EventId, key: &[u8; 32]) -> Result<(), Fault> {
        let _turn = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut keys = self.read()?;
        keys.insert(event.to_string(), hex::encode(key));
        self.write(&keys)
    }

    fn load(&self, event: EventId) -> Result<Option<[u8; 32]>, Fault> {
        let Some(text) = self.read()?.remove(&event.to_string()) else { return Ok(None) };
        let mut key = [0_u8; 32];
        hex::decode_to_slice(&text, &mut key).map_err(|error| {
            Fault::new(FaultKind::Corrupt, format!("{} holds a damaged key", self.path.display()))
                .caused_by(error)
        })?;
        Ok(Some(key))
    }
}

#[cfg(test)]
mod tests {
    use kernel::id::Id;

    use super::*;

    #[test]
    fn keys_come_back_and_only_their_owner_can_read_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let vault = KeyFile::beside(&folder.path().join("night.stagedoor"));
        let (one, two) = (EventId::from_bytes([1; 16]), EventId::from_bytes([2; 16]));
        assert_eq!(vault.load(one).unwrap(), None);
        vault.store(one, &[7; 32]).unwrap();
        vault.store(two, &[8; 32]).unwrap();
        assert_eq!(vault.load(one).unwrap(), Some([7; 32]));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.path().join("night.stagedoor-keys")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_damaged_key_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x-keys"), "not json").unwrap();
        let vault = KeyFile::beside(&folder.path().join("x"));
        assert_eq!(vault.load(EventId::from_bytes([1; 16])).unwrap_err().kind, FaultKind::Corrupt);
    }
}
