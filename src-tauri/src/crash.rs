//! What is kept of a crash: where in the program it happened, never with what values. Guests' names reach panic
//! messages only through formatting, so formatted messages are left out and fixed ones kept.

use std::{
    backtrace::Backtrace,
    fs::{self, OpenOptions},
    io::Write,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
};

use kernel::Clock;

/// Past this size the file starts again, so that a crash loop cannot fill the disk.
const LOG_BYTES_MAX: u64 = 1 << 20;

/// Appends each panic to `path` beside the usual report on standard error.
pub(crate) fn log_to(path: PathBuf, clock: impl Clock + 'static) {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |crash| {
        usual(crash);
        let report = report(crash, &clock.now().to_rfc3339(), &Backtrace::force_capture().to_string());
        // The app is failing already: a log that cannot be written must not fail it twice.
        drop(append(&path, &report));
    }));
}

fn report(crash: &PanicHookInfo<'_>, at: &str, backtrace: &str) -> String {
    let message = crash.payload().downcast_ref::<&'static str>().copied();
    let place = crash.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let thread = std::thread::current();
    format!(
        "{at} Stagedoor {} stopped at {place}, thread {}: {}\n{backtrace}\n",
        env!("CARGO_PKG_VERSION"),
        thread.name().unwrap_or("unnamed"),
        message.unwrap_or("(message left out: it may hold data)"),
    )
}

fn append(path: &Path, report: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let is_full = fs::metadata(path).is_ok_and(|metadata| metadata.len() > LOG_BYTES_MAX);
    let mut file =
        OpenOptions::new().create(true).write(true).truncate(is_full).append(!is_full).open(path)?;
    file.write_all(report.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_log_starts_again_and_a_short_one_grows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("logs/crash.log");
        append(&path, "one\n").unwrap();
        append(&path, "two\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\ntwo\n");
        fs::write(&path, vec![b'x'; usize::try_from(LOG_BYTES_MAX).unwrap() + 1]).unwrap();
        append(&path, "three\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "three\n");
    }
}
