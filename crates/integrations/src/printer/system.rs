//! Printers of the system: CUPS queues, and printers that speak IPP themselves.
//!
//! A queue's job is followed to its end: completed, aborted and cancelled are told apart. A job that stays behind in
//! the queue is cancelled when it had not begun, so that it cannot print later, unasked.

use std::time::Duration;

use ipp::prelude::{
    DelimiterTag, IppAttribute, IppClient, IppError, IppOperationBuilder, IppPayload, IppRequestResponse,
    IppValue, JobState, Uri,
};

use super::{Print, PrintFailure, PrinterPort, Trouble};

/// Where CUPS listens unless told otherwise.
const LOCAL: &str = "localhost:631";
/// Between questions about a job.
const PAUSE: Duration = Duration::from_millis(150);

/// A queue of CUPS or an IPP printer.
pub struct SystemPort {
    client: IppClient,
    printer: Uri,
    queue: String,
    media: Option<String>,
    wait: Duration,
}

/// A queue of this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Its name, which is its address too.
    pub name: String,
    /// What people call it.
    pub description: String,
    /// Whether it takes jobs and is not stopped.
    pub is_ready: bool,
    /// Why not, in its own words.
    pub reason: String,
}

impl SystemPort {
    /// The queue `NAME` or `NAME@HOST:PORT`, or a printer's own address `ipp://HOST/ipp/print`. `media` is a paper by
    /// its IPP name, such as `iso_a4_210x297mm`.
    ///
    /// # Errors
    /// [`Trouble`] when the address is none.
    pub fn open(address: &str, media: Option<&str>, wait: Duration) -> Result<Self, Trouble> {
        let address = address.trim();
        let url = if address.contains("://") {
            address.to_owned()
        } else {
            let (queue, server) = address.rsplit_once('@').unwrap_or((address, LOCAL));
            format!("ipp://{server}/printers/{}", encoded(queue))
        };
        let printer: Uri = url.parse().map_err(|_| Trouble::Address { address: address.to_owned() })?;
        let client = IppClient::builder(printer.clone()).request_timeout(wait).build();
        Ok(Self { client, printer, queue: address.to_owned(), media: media.map(str::to_owned), wait })
    }

    fn ask(&self, request: impl Into<IppRequestResponse>) -> Result<IppRequestResponse, Trouble> {
        let answer = self.client.send(request).map_err(|error| self.unreachable(&error))?;
        let status = answer.header().status_code();
        if status.is_success() {
            return Ok(answer);
        }
        let words = text(&answer, DelimiterTag::OperationAttributes, "status-message");
        let reason = if words.is_empty() { status.to_string() } else { words };
        if status == ipp::model::StatusCode::ClientErrorNotFound {
            return Err(Trouble::UnknownQueue { queue: self.queue.clone() });
        }
        Err(Trouble::GivenUp { reason })
    }

    fn unreachable(&self, error: &IppError) -> Trouble {
        let queue = self.queue.clone();
        if matches!(error, IppError::RequestError(404)) {
            return Trouble::UnknownQueue { queue };
        }
        Trouble::Unreachable { address: queue, reason: error.to_string() }
    }

    /// A queue that is stopped would keep the job for later.
    fn require_ready(&self) -> Result<(), Trouble> {
        let question = IppOperationBuilder::get_printer_attributes(self.printer.clone())
            .attributes(["printer-state", "printer-state-reasons", "printer-is-accepting-jobs"])
            .build()
            .map_err(|error| Trouble::GivenUp { reason: error.to_string() })?;
        let answer = self.ask(question)?;
        let queue = state_of(answer.attributes().first_of(DelimiterTag::PrinterAttributes));
        if queue.is_ready { Ok(()) } else { Err(Trouble::NotReady { reason: queue.reason }) }
    }

    fn submit(&self, document: &Print<'_>) -> Result<i32, Trouble> {
        let refused = |error: ipp::parser::IppParseError| Trouble::GivenUp { reason: error.to_string() };
        let payload = IppPayload::new(std::io::Cursor::new(document.bytes.to_vec()));
        let mut job = IppOperationBuilder::print_job(self.printer.clone(), payload)
            .job_title(document.name)
            .document_format("application/pdf");
        if let Some(media) = &self.media {
            let value = IppValue::new_keyword(media.clone()).map_err(refused)?;
            job = job.attribute(IppAttribute::with_name("media", value).map_err(refused)?);
        }
        let answer = self.ask(job.build().map_err(refused)?)?;
        number(&answer, "job-id")
            .ok_or_else(|| Trouble::GivenUp { reason: "it gave the job no number".to_owned() })
    }

    fn job_state(&self, job: i32) -> Result<(Option<JobState>, String), Trouble> {
        let question = IppOperationBuilder::get_job_attributes(self.printer.clone(), job)
            .build()
            .map_err(|error| Trouble::GivenUp { reason: error.to_string() })?;
        let answer = self.ask(question)?;
        let words = ["job-printer-state-message", "job-state-reasons"]
            .map(|name| text(&answer, DelimiterTag::JobAttributes, name));
        let words = words.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
        Ok((number(&answer, "job-state").and_then(job_state), words))
    }

    fn cancel(&self, job: i32) -> Result<(), Trouble> {
        let request = IppOperationBuilder::cancel_job(self.printer.clone(), job)
            .build()
            .map_err(|error| Trouble::GivenUp { reason: error.to_string() })?;
        self.ask(request).map(|_| ())
    }

    /// Follows a job to its end.
    fn follow(&self, job: i32) -> Result<(), PrintFailure> {
        let mut left = self.wait;
        loop {
            let (state, words) = self.job_state(job).map_err(PrintFailure::Unknown)?;
            match state {
                Some(JobState::Completed) => return Ok(()),
                Some(JobState::Canceled | JobState::Aborted) | None => {
                    return Err(PrintFailure::Unknown(Trouble::GivenUp { reason: words }));
                }
                Some(JobState::Pending | JobState::PendingHeld) if left.is_zero() => {
                    let trouble = Trouble::NotReady { reason: words };
                    return Err(match self.cancel(job) {
                        Ok(()) => PrintFailure::NotPrinted(trouble),
                        Err(_) => PrintFailure::Unknown(trouble),
                    });
                }
                Some(JobState::Processing | JobState::ProcessingStopped) if left.is_zero() => {
                    return Err(PrintFailure::Unknown(Trouble::NoAnswer { seconds: self.wait.as_secs() }));
                }
                Some(
                    JobState::Pending
                    | JobState::PendingHeld
                    | JobState::Processing
                    | JobState::ProcessingStopped,
                ) => {}
            }
            std::thread::sleep(PAUSE);
            left = left.saturating_sub(PAUSE);
        }
    }
}

impl PrinterPort for SystemPort {
    fn print(&mut self, document: &Print<'_>) -> Result<(), PrintFailure> {
        self.require_ready().map_err(PrintFailure::NotPrinted)?;
        let job = self.submit(document).map_err(|trouble| {
            // The queue said no before it took anything; a connection that broke may have left the job behind.
            if matches!(trouble, Trouble::GivenUp { .. } | Trouble::UnknownQueue { .. }) {
                PrintFailure::NotPrinted(trouble)
            } else {
                PrintFailure::Unknown(trouble)
            }
        })?;
        self.follow(job)
    }

    fn command(&mut self, _: &[u8]) -> Result<(), Trouble> {
        Err(Trouble::NoDrawer)
    }
}

/// The queues of a CUPS server: this computer's when `server` is absent.
///
/// # Errors
/// [`Trouble`] when none answers.
pub fn queues(server: Option<&str>, wait: Duration) -> Result<Vec<Queue>, Trouble> {
    let server = server.unwrap_or(LOCAL);
    let unreachable = |reason: String| Trouble::Unreachable { address: server.to_owned(), reason };
    let uri: Uri =
        format!("ipp://{server}/").parse().map_err(|_| Trouble::Address { address: server.to_owned() })?;
    let client = IppClient::builder(uri).request_timeout(wait).build();
    let answer = client
        .send(IppOperationBuilder::cups().get_printers())
        .map_err(|error| unreachable(error.to_string()))?;
    let found = answer.attributes().groups_of(DelimiterTag::PrinterAttributes);
    Ok(found.map(|group| state_of(Some(group))).filter(|queue| !queue.name.is_empty()).collect())
}

fn state_of(group: Option<&ipp::attribute::IppAttributeGroup>) -> Queue {
    /// `printer-state` of a queue that was stopped.
    const STOPPED: i32 = 5;
    let value = |name: &str| group.and_then(|group| group.get(name)).map(IppAttribute::value);
    let words = |name: &str| value(name).map(ToString::to_string).unwrap_or_default();
    let is_stopped = matches!(value("printer-state"), Some(IppValue::Enum(STOPPED)));
    let is_accepting = !matches!(value("printer-is-accepting-jobs"), Some(IppValue::Boolean(false)));
    let reason = match (is_stopped, is_accepting) {
        (true, _) => format!("the queue is stopped ({})", words("printer-state-reasons")),
        (false, false) => "the queue takes no jobs".to_owned(),
        (false, true) => String::new(),
    };
    let (name, info) = (words("printer-name"), words("printer-info"));
    Queue {
        description: if info.is_empty() { name.clone() } else { info },
        name,
        is_ready: !is_stopped && is_accepting,
        reason,
    }
}

fn number(answer: &IppRequestResponse, name: &str) -> Option<i32> {
    let group = answer.attributes().first_of(DelimiterTag::JobAttributes)?;
    if let IppValue::Integer(number) | IppValue::Enum(number) = group.get(name)?.value() {
        return Some(*number);
    }
    None
}

fn text(answer: &IppRequestResponse, group: DelimiterTag, name: &str) -> String {
    let found = answer.attributes().first_of(group).and_then(|group| group.get(name));
    found.map(|attribute| attribute.value().to_string()).unwrap_or_default()
}

fn job_state(number: i32) -> Option<JobState> {
    [
        JobState::Pending,
        JobState::PendingHeld,
        JobState::Processing,
        JobState::ProcessingStopped,
        JobState::Canceled,
        JobState::Aborted,
        JobState::Completed,
    ]
    .into_iter()
    .find(|state| *state as i32 == number)
}

/// A queue's name inside an address.
fn encoded(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            safe.push(char::from(byte));
        } else {
            safe.push_str(&format!("%{byte:02X}"));
        }
    }
    safe
}
