//! Printers at the end of a cable: USB device files and serial lines.

use std::{
    fs::{File, OpenOptions},
    io::Read,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    time::{Duration, Instant},
};

use serialport::SerialPort;

use super::{
    Acknowledgement, Language, RawPort, Waits,
    link::{Link, Stopped, receive_some, send_all},
};
use crate::printer::Trouble;

/// The speed of serial printers as they leave the factory.
const BAUD: u32 = 9_600;

/// Opens a printer's device file, such as `/dev/usb/lp0`.
///
/// # Errors
/// [`Trouble`] when the file is not there or may not be opened.
pub fn open_device(
    path: &str,
    language: Language,
    acknowledgement: Acknowledgement,
    waits: Waits,
) -> Result<RawPort, Trouble> {
    let unreachable =
        |error: std::io::Error| Trouble::Unreachable { address: path.to_owned(), reason: error.to_string() };
    let answers = match acknowledgement {
        Acknowledgement::Answered => {
            Some(listen(OpenOptions::new().read(true).open(path).map_err(unreachable)?))
        }
        Acknowledgement::Written => None,
    };
    // Never creates: a printer that is unplugged must not turn into a file of its name.
    let file = OpenOptions::new().write(true).open(path).map_err(unreachable)?;
    let link = DeviceLink { writer: Some(file), answers, wait: waits.write };
    Ok(RawPort::new(Box::new(link), language, acknowledgement, waits))
}

/// Opens a printer on a serial line: `PATH` or `PATH@BAUD`.
///
/// # Errors
/// [`Trouble`] when the address is none or the line cannot be opened.
pub fn connect_serial(
    address: &str,
    language: Language,
    acknowledgement: Acknowledgement,
    waits: Waits,
) -> Result<RawPort, Trouble> {
    let (path, baud) = match address.rsplit_once('@') {
        Some((path, baud)) => {
            (path, baud.parse().map_err(|_| Trouble::Address { address: address.to_owned() })?)
        }
        None => (address, BAUD),
    };
    let line = serialport::new(path, baud)
        .timeout(waits.write)
        .open()
        .map_err(|error| Trouble::Unreachable { address: path.to_owned(), reason: error.to_string() })?;
    Ok(RawPort::new(Box::new(SerialLink { line }), language, acknowledgement, waits))
}

/// A device file has no timeouts: a printer without paper blocks its writer for good. So each write has a thread of
/// its own, which is left behind when the time is up; the file closes when the device lets go of it.
struct DeviceLink {
    writer: Option<File>,
    answers: Option<Receiver<Vec<u8>>>,
    wait: Duration,
}

impl Link for DeviceLink {
    fn send(&mut self, bytes: &[u8]) -> Result<(), Stopped> {
        let total = bytes.len();
        let stopped = |sent, reason: &str| Stopped { sent, total, reason: reason.to_owned() };
        let mut file = self
            .writer
            .take()
            .ok_or_else(|| stopped(0, "the printer still holds what it was sent before"))?;
        let (done, outcome) = channel();
        let document = bytes.to_vec();
        std::thread::spawn(move || {
            let sent = send_all(&mut file, &document);
            // Nobody listens any more when the time was up.
            let _ = done.send((sent, file));
        });
        match outcome.recv_timeout(self.wait) {
            Ok((sent, file)) => {
                self.writer = Some(file);
                sent
            }
            // How much the device took is not known; at least one byte must be assumed.
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                Err(stopped(1, "the printer takes nothing more"))
            }
        }
    }

    fn receive(&mut self, answer: &mut Vec<u8>, wait: Duration) -> Result<Duration, Stopped> {
        let began = Instant::now();
        let Some(answers) = &self.answers else { return Ok(wait) };
        match answers.recv_timeout(wait) {
            Ok(bytes) => answer.extend(bytes),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Stopped { sent: 0, total: 0, reason: "the printer hung up".to_owned() });
            }
        }
        Ok(began.elapsed().max(Duration::from_millis(1)))
    }

    fn drain(&mut self) {
        if let Some(answers) = &self.answers {
            while answers.try_recv().is_ok() {}
        }
    }
}

/// Reads a device on a thread of its own until it ends or nobody wants to know.
fn listen(mut file: File) -> Receiver<Vec<u8>> {
    let (heard, answers): (Sender<Vec<u8>>, _) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 256];
        while let Ok(count) = file.read(&mut buffer) {
            if count == 0 || heard.send(buffer[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    answers
}

struct SerialLink {
    line: Box<dyn SerialPort>,
}

impl Link for SerialLink {
    fn send(&mut self, bytes: &[u8]) -> Result<(), Stopped> {
        send_all(&mut self.line, bytes)
    }

    fn receive(&mut self, answer: &mut Vec<u8>, wait: Duration) -> Result<Duration, Stopped> {
        let wait = wait.max(Duration::from_millis(1));
        let writing = self.line.timeout();
        let stopped = |error: serialport::Error| Stopped { sent: 0, total: 0, reason: error.to_string() };
        self.line.set_timeout(wait).map_err(stopped)?;
        let taken = receive_some(&mut self.line, answer, wait);
        self.line.set_timeout(writing).map_err(stopped)?;
        taken
    }

    fn drain(&mut self) {
        // An input buffer that cannot be cleared shows as a strange answer, which counts as unknown.
        let _ = self.line.clear(serialport::ClearBuffer::Input);
    }
}
