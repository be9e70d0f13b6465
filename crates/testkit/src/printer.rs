//! A roll printer on a loopback port, for tests: it takes ESC/POS as printers do, answers questions about itself, keeps
//! what it printed, and can be upset.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// Longest that a test waits for a pulse: a command that asks for no answer may be on its way still.
const PULSE_WAIT_MAX: Duration = Duration::from_secs(10);

/// What goes wrong with the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upset {
    /// The roll ends inside the document: no answer but to questions that are answered at once.
    PaperOut,
    /// The printer takes everything, prints it and says nothing.
    Silent,
    /// The connection breaks inside the document.
    HangUp,
}

#[derive(Debug, Default)]
struct State {
    papers: Vec<Vec<u8>>,
    pulses: usize,
    upset: Option<(usize, Upset)>,
    is_paper_out: bool,
}

/// A roll printer that exists as long as this value.
pub struct LoopbackPrinter {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    pulsed: Arc<Condvar>,
}

impl LoopbackPrinter {
    /// A printer in good order.
    ///
    /// # Panics
    /// When the computer has no free port.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test without its printer has nothing to say")]
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::new(Mutex::new(State::default()));
        let pulsed = Arc::new(Condvar::new());
        let shared = (Arc::clone(&state), Arc::clone(&pulsed));
        // The thread ends with the test's process.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (state, pulsed) = shared.clone();
                std::thread::spawn(move || serve(stream, &state, &pulsed));
            }
        });
        Self { address, state, pulsed }
    }

    /// Where it listens, as `HOST:PORT`.
    #[must_use]
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// Every document that came out whole, in order.
    #[must_use]
    pub fn papers(&self) -> Vec<Vec<u8>> {
        self.lock().papers.clone()
    }

    /// How often the drawer was kicked, once that is at least `expected` times or has not come about in ten seconds.
    #[must_use]
    pub fn pulses(&self, expected: usize) -> usize {
        let is_early = |state: &mut State| state.pulses < expected;
        let waited = self.pulsed.wait_timeout_while(self.lock(), PULSE_WAIT_MAX, is_early);
        waited.unwrap_or_else(PoisonError::into_inner).0.pulses
    }

    /// After `papers` more documents, `upset` happens to the next, once.
    pub fn upset_after(&self, papers: usize, upset: Upset) {
        let mut state = self.lock();
        state.upset = Some((state.papers.len() + papers, upset));
    }

    /// Somebody puts in a new roll.
    pub fn refill(&self) {
        self.lock().is_paper_out = false;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One piece of a stream.
enum Piece {
    /// `DLE EOT n`.
    Now(u8),
    /// `GS r n`: the document ends here.
    InTurn,
    /// `ESC p`.
    Pulse,
    /// Anything that prints or sets something up.
    Paper,
}

/// Takes the next whole piece off the front of `bytes`: what it is and how long.
fn piece(bytes: &[u8]) -> Option<(Piece, usize)> {
    let count = |at: usize| Some(usize::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])));
    let (kind, length) = match (*bytes.first()?, bytes.get(1)) {
        (0x10, _) => (Piece::Now(*bytes.get(2)?), 3),
        (0x1b, Some(b'@' | b'2')) => (Piece::Paper, 2),
        (0x1b, Some(b'p')) => (Piece::Pulse, 5),
        (0x1b, Some(_)) => (Piece::Paper, 3),
        (0x1d, Some(b'r')) => (Piece::InTurn, 3),
        (0x1d, Some(b'V')) => (Piece::Paper, 4),
        (0x1d, Some(b'v')) => (Piece::Paper, 8 + count(4)? * count(6)?),
        (0x1d, Some(b'(')) => (Piece::Paper, 5 + count(3)?),
        (0x1d, Some(_)) => (Piece::Paper, 3),
        (0x1b | 0x1d, None) => return None,
        _ => (Piece::Paper, 1),
    };
    (bytes.len() >= length).then_some((kind, length))
}

fn serve(mut stream: TcpStream, state: &Mutex<State>, pulsed: &Condvar) {
    let mut received = Vec::new();
    let mut paper = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(count) = stream.read(&mut buffer) {
        if count == 0 {
            return;
        }
        received.extend_from_slice(&buffer[..count]);
        while let Some((kind, length)) = piece(&received) {
            let bytes: Vec<u8> = received.drain(..length).collect();
            let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
            let due = state.upset.filter(|(after, _)| state.papers.len() >= *after).map(|(_, upset)| upset);
            let answer: &[u8] = match kind {
                Piece::Now(question) => match (state.is_paper_out, question) {
                    (false, _) => &[0x12],
                    (true, 4) => &[0x72],
                    (true, _) => &[0x32],
                },
                Piece::Pulse => {
                    state.pulses += 1;
                    pulsed.notify_all();
                    &[]
                }
                Piece::Paper => {
                    paper.extend(bytes);
                    if due == Some(Upset::HangUp) && paper.len() > 20 {
                        state.upset = None;
                        return;
                    }
                    &[]
                }
                Piece::InTurn => match due {
                    Some(Upset::PaperOut) => {
                        (state.is_paper_out, state.upset) = (true, None);
                        paper.clear();
                        &[]
                    }
                    Some(Upset::Silent) => {
                        state.upset = None;
                        let whole = std::mem::take(&mut paper);
                        state.papers.push(whole);
                        &[]
                    }
                    Some(Upset::HangUp) | None => {
                        let whole = std::mem::take(&mut paper);
                        state.papers.push(whole);
                        &[0x00]
                    }
                },
            };
            if stream.write_all(answer).is_err() {
                return;
            }
        }
    }
}
