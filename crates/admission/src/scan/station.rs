//! The station that scans run through.

use std::{
    collections::HashMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use kernel::{Failure, Timestamp};
use workspace::{CommandContext, Tx, View, Workspace};

use super::{
    ScanOutcome, ScanRequest,
    log::{Circumstances, LogLine},
    resolve::{Judged, judge},
};
use crate::{
    code::{Reading, read},
    ids::TicketId,
    list::{ListAtDoor, find_list, stamp_of},
    question::{keep_answer, remove_answer},
    verdict::{AdmissionRequest, Effect},
};

/// How long a refusal may wait before it is written.
pub const REFUSAL_DELAY_MAX: Duration = Duration::from_millis(100);

/// Lists kept ready; a venue has a handful, a caller that makes names up must not fill the memory.
const LISTS_KEPT_MAX: usize = 64;

/// The command under which waiting refusals are written when no other commit carries them.
const FLUSH_COMMAND: &str = "scan.flush";

#[derive(Clone, PartialEq, Eq, Hash)]
struct ListReference {
    event: String,
    list: String,
}

#[derive(Default)]
struct Waiting {
    lines: Vec<LogLine>,
    is_closed: bool,
}

#[derive(Default)]
struct WaitingRoom {
    room: Mutex<Waiting>,
    changed: Condvar,
}

/// Knows when a station's refusals are due, and keeps neither station nor workspace alive.
pub struct RefusalsDue(Arc<WaitingRoom>);

impl RefusalsDue {
    /// Sleeps until refusals have waited [`REFUSAL_DELAY_MAX`]: then [`ScanStation::flush`] is due. False once the
    /// station is closed.
    #[must_use]
    pub fn wait(&self) -> bool {
        let is_idle = |waiting: &mut Waiting| waiting.lines.is_empty() && !waiting.is_closed;
        let waiting =
            self.0.changed.wait_while(locked(&self.0.room), is_idle).unwrap_or_else(PoisonError::into_inner);
        let is_early = |waiting: &mut Waiting| !waiting.is_closed;
        let waited = self.0.changed.wait_timeout_while(waiting, REFUSAL_DELAY_MAX, is_early);
        !waited.unwrap_or_else(PoisonError::into_inner).0.is_closed
    }
}

/// Judges and records the scans of one open workspace. Shared between threads; make one per open workspace and
/// [`ScanStation::close`] it before the workspace is let go.
#[derive(Default)]
pub struct ScanStation {
    lists: Mutex<HashMap<ListReference, KeptList>>,
    waiting: Arc<WaitingRoom>,
}

/// A list in memory, and the newest commit at which it was known to be as in the file.
struct KeptList {
    list: Arc<ListAtDoor>,
    generation: u64,
}

/// A scan on its way from request to answer.
struct InHand<'r> {
    list: Arc<ListAtDoor>,
    reading: Reading,
    request: AdmissionRequest,
    scan: &'r ScanRequest,
}

impl ScanStation {
    /// A station with nothing kept and nothing waiting.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Judges a scan and records it: an admission durably before this returns, a refusal within
    /// [`REFUSAL_DELAY_MAX`]. A simulated scan is only judged.
    ///
    /// # Errors
    /// A refusal when event, list or gate are unknown, the time cannot be read or a force has no reason; a fault of
    /// the file. A verdict against the guest is no error.
    pub fn scan(
        &self,
        workspace: &Workspace,
        context: &CommandContext,
        scan: &ScanRequest,
    ) -> Result<ScanOutcome, Failure> {
        let now = workspace.clock().now();
        let generation = workspace.generation();
        let (in_hand, judged) = workspace.read(|view| {
            let in_hand = self.take_in_hand(view, scan, now, Some(generation))?;
            let judged = judge(view, &in_hand.list, &in_hand.reading, &in_hand.request)?;
            Ok::<_, Failure>((in_hand, judged))
        })?;
        if scan.simulate || !must_commit(&judged) {
            let waiting = self.waiting_for(judged.ticket_id());
            if !scan.simulate && judged.decision.effect == Effect::Logged {
                self.put_aside(in_hand.line(&judged, context, now));
            }
            return Ok(judged.outcome(&in_hand.list, &in_hand.request, None, waiting));
        }
        let mut carried = Vec::new();
        let outcome = workspace.transact(context, |tx| {
            let judged = if workspace.generation() == generation {
                judged
            } else {
                // Another command committed between the look and the write: look again.
                judge(tx, &in_hand.list, &in_hand.reading, &in_hand.request)?
            };
            carried = self.take_waiting();
            for line in &carried {
                line.append(tx)?;
            }
            in_hand.write(tx, context, judged)
        });
        if outcome.is_err() {
            self.give_back(carried);
        }
        outcome
    }

    /// Judges a scan and records it within the caller's command, refusals too.
    ///
    /// # Errors
    /// As [`ScanStation::scan`].
    pub fn scan_within(&self, tx: &Tx<'_>, scan: &ScanRequest) -> Result<ScanOutcome, Failure> {
        let in_hand = self.take_in_hand(tx, scan, tx.now(), None)?;
        let judged = judge(tx, &in_hand.list, &in_hand.reading, &in_hand.request)?;
        if scan.simulate {
            return Ok(judged.outcome(&in_hand.list, &in_hand.request, None, 0));
        }
        let context = CommandContext { command: "scan", actor: tx.actor() };
        in_hand.write(tx, &context, judged)
    }

    /// Writes the refusals that wait; says how many.
    ///
    /// # Errors
    /// A fault of the file; the refusals keep waiting then.
    pub fn flush(&self, workspace: &Workspace) -> Result<usize, Failure> {
        let lines = self.take_waiting();
        if lines.is_empty() {
            return Ok(0);
        }
        let written = workspace.transact(&CommandContext { command: FLUSH_COMMAND, actor: None }, |tx| {
            for line in &lines {
                line.append(tx)?;
            }
            Ok(lines.len())
        });
        if written.is_err() {
            self.give_back(lines);
        }
        written
    }

    /// Says when refusals are due to be written. For a thread of its own that must not keep the workspace open.
    #[must_use]
    pub fn refusals_due(&self) -> RefusalsDue {
        RefusalsDue(Arc::clone(&self.waiting))
    }

    /// Writes what waits and ends every [`RefusalsDue`].
    ///
    /// # Errors
    /// A fault of the file; the refusals keep waiting then.
    pub fn close(&self, workspace: &Workspace) -> Result<(), Failure> {
        locked(&self.waiting.room).is_closed = true;
        self.waiting.changed.notify_all();
        self.flush(workspace).map(|_| ())
    }

    fn take_in_hand<'r>(
        &self,
        view: &View<'_>,
        scan: &'r ScanRequest,
        now: Timestamp,
        generation: Option<u64>,
    ) -> Result<InHand<'r>, Failure> {
        let list = self.list(view, &scan.event, &scan.list, generation)?;
        let request = scan.for_judging(&list, now)?;
        let reading = read(&scan.code, &list.keys);
        Ok(InHand { list, reading, request, scan })
    }

    /// The list, from memory when it and all that it depends on are unchanged. `generation` is the newest commit that
    /// had ended before `view` was opened; a command in progress has none, because it may have changed the list.
    fn list(
        &self,
        view: &View<'_>,
        event: &str,
        list: &str,
        generation: Option<u64>,
    ) -> Result<Arc<ListAtDoor>, Failure> {
        let reference = ListReference { event: event.to_owned(), list: list.to_owned() };
        let kept = locked(&self.lists).get(&reference).map(|kept| (Arc::clone(&kept.list), kept.generation));
        let list = match kept {
            Some((kept, known)) if Some(known) == generation => return Ok(kept),
            Some((kept, _)) if stamp_of(view, kept.facts.list)? == Some(kept.stamp) => kept,
            Some(_) | None => Arc::new(find_list(view, event, list)?),
        };
        if let Some(generation) = generation {
            let mut lists = locked(&self.lists);
            if lists.len() >= LISTS_KEPT_MAX && !lists.contains_key(&reference) {
                lists.clear();
            }
            lists.insert(reference, KeptList { list: Arc::clone(&list), generation });
        }
        Ok(list)
    }

    fn put_aside(&self, line: LogLine) {
        locked(&self.waiting.room).lines.push(line);
        self.waiting.changed.notify_all();
    }

    fn take_waiting(&self) -> Vec<LogLine> {
        std::mem::take(&mut locked(&self.waiting.room).lines)
    }

    fn give_back(&self, mut lines: Vec<LogLine>) {
        let mut waiting = locked(&self.waiting.room);
        lines.append(&mut waiting.lines);
        waiting.lines = lines;
    }

    fn waiting_for(&self, ticket: Option<TicketId>) -> i64 {
        let Some(ticket) = ticket else { return 0 };
        let count =
            locked(&self.waiting.room).lines.iter().filter(|line| line.ticket == Some(ticket)).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    }
}

impl InHand<'_> {
    fn line(&self, judged: &Judged, context: &CommandContext, now: Timestamp) -> LogLine {
        let circumstances = Circumstances {
            event: self.list.facts.event,
            list: self.list.facts.list,
            operator: context.actor,
            recorded_at: now,
        };
        let (scan, request) = (self.scan, &self.request);
        LogLine::of(&circumstances, scan, request, &self.reading.logged, judged.ticket_id(), &judged.decision)
    }

    /// Writes a decision: the line of the log and the answers that were given.
    fn write(&self, tx: &Tx<'_>, context: &CommandContext, judged: Judged) -> Result<ScanOutcome, Failure> {
        if let Some(ticket) = judged.ticket_id() {
            for (question, answer) in &judged.decision.answers {
                match answer {
                    Some(text) => keep_answer(tx, *question, ticket, text)?,
                    None => remove_answer(tx, *question, ticket)?,
                }
            }
        }
        let recorded = match judged.decision.effect {
            Effect::Logged => Some(self.line(&judged, context, tx.now()).append(tx)?),
            Effect::Repeated(_) | Effect::Postponed => None,
        };
        let recorded = recorded.filter(|_| judged.decision.is_admitted());
        Ok(judged.outcome(&self.list, &self.request, recorded, 0))
    }
}

/// An admission and an answer change what later scans are told, so they are durable before anybody hears of them.
fn must_commit(judged: &Judged) -> bool {
    let decision = &judged.decision;
    !decision.answers.is_empty() || (decision.is_admitted() && decision.effect == Effect::Logged)
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is left half done under these locks: each holds one map or one list that is changed in one step.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
