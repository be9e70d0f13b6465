//! Bytes to a printer and back, with an end to every wait.

use std::{
    io::{self, ErrorKind, Read, Write},
    net::{TcpStream, ToSocketAddrs},
    time::{Duration, Instant},
};

use super::{Acknowledgement, Language, RawPort, Waits};
use crate::printer::Trouble;

/// The port of network printers' raw channel.
const RAW_PORT: u16 = 9100;

/// A line to a printer.
pub(super) trait Link: Send {
    /// Sends everything.
    fn send(&mut self, bytes: &[u8]) -> Result<(), Stopped>;

    /// Waits for bytes, at most `wait`, and adds them to `answer`; says how long that took, at least a millisecond.
    fn receive(&mut self, answer: &mut Vec<u8>, wait: Duration) -> Result<Duration, Stopped>;

    /// Throws away what came unasked.
    fn drain(&mut self);
}

/// Sending or receiving ended early.
#[derive(Debug)]
pub(super) struct Stopped {
    /// Bytes that went out before.
    pub(super) sent: usize,
    pub(super) total: usize,
    pub(super) reason: String,
}

impl Stopped {
    pub(super) fn into_trouble(self) -> Trouble {
        Trouble::Broken { sent: self.sent, total: self.total, reason: self.reason }
    }
}

/// Connects to a network printer at `HOST` or `HOST:PORT`.
///
/// # Errors
/// [`Trouble`] when the address is none or nobody answers in time.
pub fn connect_tcp(
    address: &str,
    language: Language,
    acknowledgement: Acknowledgement,
    waits: Waits,
) -> Result<RawPort, Trouble> {
    let named = address.trim();
    let is_without_port = !named.contains(':') || named.ends_with(']');
    let full = if is_without_port { format!("{named}:{RAW_PORT}") } else { named.to_owned() };
    let unreachable =
        |error: &io::Error| Trouble::Unreachable { address: full.clone(), reason: error.to_string() };
    let resolved = full.to_socket_addrs().map_err(|error| {
        if error.kind() == ErrorKind::InvalidInput {
            return Trouble::Address { address: named.to_owned() };
        }
        unreachable(&error)
    })?;
    let mut trouble = Trouble::Address { address: named.to_owned() };
    for place in resolved {
        match TcpStream::connect_timeout(&place, waits.connect) {
            Ok(stream) => {
                // A pulse that opens the drawer is five bytes: it must not wait for more.
                let prepared =
                    stream.set_nodelay(true).and_then(|()| stream.set_write_timeout(Some(waits.write)));
                prepared.map_err(|error| unreachable(&error))?;
                return Ok(RawPort::new(Box::new(TcpLink { stream }), language, acknowledgement, waits));
            }
            Err(error) => trouble = unreachable(&error),
        }
    }
    Err(trouble)
}

struct TcpLink {
    stream: TcpStream,
}

impl Link for TcpLink {
    fn send(&mut self, bytes: &[u8]) -> Result<(), Stopped> {
        send_all(&mut self.stream, bytes)
    }

    fn receive(&mut self, answer: &mut Vec<u8>, wait: Duration) -> Result<Duration, Stopped> {
        let stopped = |error: io::Error| Stopped { sent: 0, total: 0, reason: error.to_string() };
        let wait = wait.max(Duration::from_millis(1));
        self.stream.set_read_timeout(Some(wait)).map_err(stopped)?;
        receive_some(&mut self.stream, answer, wait)
    }

    fn drain(&mut self) {
        let mut unasked = [0; 256];
        if self.stream.set_nonblocking(true).is_ok() {
            while self.stream.read(&mut unasked).is_ok_and(|count| count > 0) {}
            // Should this fail, the next send fails too and is reported there.
            let _ = self.stream.set_nonblocking(false);
        }
    }
}

/// Writes everything, counting what went out.
pub(super) fn send_all(line: &mut impl Write, bytes: &[u8]) -> Result<(), Stopped> {
    let mut sent = 0;
    let total = bytes.len();
    while sent < total {
        match line.write(&bytes[sent..]) {
            Ok(0) => {
                return Err(Stopped { sent, total, reason: "the printer takes nothing more".to_owned() });
            }
            Ok(count) => sent += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(Stopped { sent, total, reason: error.to_string() }),
        }
    }
    line.flush().map_err(|error| Stopped { sent, total, reason: error.to_string() })
}

/// Reads what is there, waiting as long as `line` itself waits.
pub(super) fn receive_some(
    line: &mut impl Read,
    answer: &mut Vec<u8>,
    wait: Duration,
) -> Result<Duration, Stopped> {
    let stopped = |reason: String| Stopped { sent: 0, total: 0, reason };
    let began = Instant::now();
    let mut buffer = [0; 256];
    match line.read(&mut buffer) {
        Ok(0) => Err(stopped("the printer hung up".to_owned())),
        Ok(count) => {
            answer.extend_from_slice(&buffer[..count]);
            Ok(began.elapsed().max(Duration::from_millis(1)))
        }
        Err(error) if is_pause(error.kind()) => Ok(began.elapsed().max(Duration::from_millis(1)).min(wait)),
        Err(error) => Err(stopped(error.to_string())),
    }
}

/// Nothing came, and nothing is wrong.
fn is_pause(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}
