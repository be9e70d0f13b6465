//! What is plugged in: device files of USB printers and serial lines.

use std::path::Path;

/// Addresses of printers at a cable, in a stable order: `/dev/usb/lp0`, `/dev/ttyUSB0`.
#[must_use]
pub fn devices() -> Vec<String> {
    let mut found: Vec<String> = ["/dev/usb", "/dev"]
        .iter()
        .filter_map(|folder| Path::new(folder).read_dir().ok())
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().to_str()?.to_owned()))
        .filter(|path| is_usb_printer(path))
        .collect();
    // A computer without serial lines answers with an error on some systems; that is no news.
    let lines = serialport::available_ports().unwrap_or_default();
    found.extend(lines.into_iter().map(|line| line.port_name).filter(|name| is_adapter(name)));
    found.sort();
    found.dedup();
    found
}

/// `lp0` and its kin under `/dev/usb`; parallel ports of the same name are long gone.
fn is_usb_printer(path: &str) -> bool {
    path.strip_prefix("/dev/usb/lp").is_some_and(|number| number.parse::<u8>().is_ok())
}

/// Serial lines that a printer can hang on; the built-in ones of a Linux machine are mostly not wired.
fn is_adapter(name: &str) -> bool {
    !name.starts_with("/dev/ttyS")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printers_are_told_from_other_devices() {
        assert!(is_usb_printer("/dev/usb/lp0") && is_usb_printer("/dev/usb/lp12"));
        assert!(!is_usb_printer("/dev/usb/hiddev0") && !is_usb_printer("/dev/lp0"));
        assert!(is_adapter("/dev/ttyUSB0") && is_adapter("COM3") && !is_adapter("/dev/ttyS1"));
    }
}
