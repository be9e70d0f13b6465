//! Printers that are sent their own language: ESC/POS rolls and ZPL labels.
//!
//! An answer is asked for after each document, in the stream itself, so that it comes only once everything before it
//! was dealt with (`GS r 1`), or is asked for until nothing waits any more (`~HS`). Printers that never answer are set
//! to [`Acknowledgement::Written`]: then a document counts as printed when the printer has taken all of it.

mod device;
mod link;
mod status;

use std::time::Duration;

use super::{Print, PrintFailure, PrinterPort, Trouble};
use link::{Link, Stopped};
use status::Reading;

pub use device::{connect_serial, open_device};
pub use link::connect_tcp;

/// What the printer speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Roll printers.
    EscPos,
    /// Label printers.
    Zpl,
}

/// When a document counts as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acknowledgement {
    /// When the printer says so.
    Answered,
    /// When the printer has taken every byte: for printers that cannot answer.
    Written,
}

/// How long things may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    /// Until somebody answers at the address.
    pub connect: Duration,
    /// Until the printer takes what it is sent.
    pub write: Duration,
    /// Until it says whether it is ready.
    pub ready: Duration,
    /// Until it says that it printed.
    pub printed: Duration,
}

impl Default for Waits {
    /// A ticket is out in two seconds; slow printers draw pictures in eight.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(2),
            write: Duration::from_secs(10),
            ready: Duration::from_millis(1_500),
            printed: Duration::from_secs(15),
        }
    }
}

/// A printer that is sent its own language.
pub struct RawPort {
    link: Box<dyn Link>,
    language: Language,
    acknowledgement: Acknowledgement,
    waits: Waits,
}

impl RawPort {
    fn new(link: Box<dyn Link>, language: Language, acknowledgement: Acknowledgement, waits: Waits) -> Self {
        Self { link, language, acknowledgement, waits }
    }

    fn ask(&mut self, question: &[u8], wait: Duration) -> Result<Vec<u8>, Trouble> {
        self.link.send(question).map_err(Stopped::into_trouble)?;
        self.read(wait)
    }

    fn read(&mut self, wait: Duration) -> Result<Vec<u8>, Trouble> {
        let mut answer = Vec::new();
        let mut left = wait;
        loop {
            let taken = self.link.receive(&mut answer, left).map_err(Stopped::into_trouble)?;
            if status::is_whole(self.language, &answer) {
                return Ok(answer);
            }
            left = left.saturating_sub(taken);
            if left.is_zero() {
                return Err(Trouble::NoAnswer { seconds: wait.as_secs().max(1) });
            }
        }
    }

    /// What the printer says of itself at once, whatever it is doing.
    fn reading(&mut self) -> Result<Reading, Trouble> {
        self.link.drain();
        match self.language {
            Language::EscPos => {
                let paper = self.ask(status::PAPER_NOW, self.waits.ready)?;
                let cause = self.ask(status::CAUSE_NOW, self.waits.ready)?;
                Ok(Reading::of_roll(&paper, &cause))
            }
            Language::Zpl => Ok(Reading::of_label(&self.ask(status::HOST_STATUS, self.waits.ready)?)),
        }
    }

    /// Waits for the answer that comes in turn. A printer that stopped on the way never gives it, so in between it is
    /// asked what it lacks, one question at a time: those answers come at once and look different.
    fn await_roll(&mut self) -> Result<(), Trouble> {
        let mut left = self.waits.printed;
        let mut questions = status::QUESTIONS.iter().cycle();
        let mut open = None;
        while !left.is_zero() {
            let mut answer = Vec::new();
            let slice = self.waits.ready.min(left);
            left = left.saturating_sub(self.link.receive(&mut answer, slice).map_err(Stopped::into_trouble)?);
            if let Some(in_turn) = status::in_turn(&answer) {
                return if status::is_paper_out(in_turn) { Err(Trouble::PaperOut) } else { Ok(()) };
            }
            match (open.take(), answer.last()) {
                (Some(question), Some(byte)) => {
                    if let Some(trouble) = Reading::of_answer(question, *byte).into_trouble() {
                        return Err(trouble);
                    }
                }
                (Some(question), None) => open = Some(question),
                (None, _) => {
                    open = questions.next().copied();
                    self.link.send(open.unwrap_or_default()).map_err(Stopped::into_trouble)?;
                }
            }
        }
        let seconds = self.waits.printed.as_secs().max(1);
        let known = self.reading().ok().and_then(Reading::into_trouble);
        Err(known.unwrap_or(Trouble::NoAnswer { seconds }))
    }

    /// Labels are printed when none waits any more.
    fn await_label(&mut self) -> Result<(), Trouble> {
        /// Between questions.
        const PAUSE: Duration = Duration::from_millis(100);
        let mut left = self.waits.printed;
        loop {
            let reading = self.reading()?;
            if !reading.is_busy() {
                return reading.into_trouble().map_or(Ok(()), Err);
            }
            if left.is_zero() {
                let seconds = self.waits.printed.as_secs().max(1);
                return Err(reading.into_trouble().unwrap_or(Trouble::NoAnswer { seconds }));
            }
            std::thread::sleep(PAUSE);
            left = left.saturating_sub(PAUSE);
        }
    }
}

impl PrinterPort for RawPort {
    fn print(&mut self, document: &Print<'_>) -> Result<(), PrintFailure> {
        if self.acknowledgement == Acknowledgement::Answered {
            let reading = self.reading().map_err(PrintFailure::NotPrinted)?;
            if let Some(trouble) = reading.into_trouble() {
                return Err(PrintFailure::NotPrinted(trouble));
            }
        }
        let question: &[u8] = match (self.acknowledgement, self.language) {
            (Acknowledgement::Answered, Language::EscPos) => status::PAPER_IN_TURN,
            (Acknowledgement::Answered, Language::Zpl) | (Acknowledgement::Written, _) => &[],
        };
        self.link.send(&[document.bytes, question].concat()).map_err(|stopped| match stopped.sent {
            0 => PrintFailure::NotPrinted(stopped.into_trouble()),
            _ => PrintFailure::Unknown(stopped.into_trouble()),
        })?;
        match (self.acknowledgement, self.language) {
            (Acknowledgement::Written, _) => Ok(()),
            (Acknowledgement::Answered, Language::EscPos) => self.await_roll(),
            (Acknowledgement::Answered, Language::Zpl) => self.await_label(),
        }
        .map_err(PrintFailure::Unknown)
    }

    fn command(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        self.link.send(bytes).map_err(Stopped::into_trouble)
    }
}
