import type { SoundName } from '../design/sounds'
import type { ScanOutcome, Verdict } from '../gen/types'

/**
 * What the sheet says at a glance: `go` enters, `exit` leaves, `wait` is genuine and needs a person, `stop` is not
 * valid here, `same` was counted a moment ago, `check` looked without counting.
 */
export type Signal = 'go' | 'exit' | 'wait' | 'stop' | 'same'
export type Shape = 'circle' | 'arrow' | 'triangle' | 'octagon' | 'ring' | 'heads'

/** `canForce`: a supervisor may let the guest in against it; the core refuses a force everywhere else. */
type Rule = { signal: 'go' | 'wait' | 'stop'; canForce: boolean }

/** The three signals over every verdict of the core. `wait` is a genuine ticket about which a person decides. */
export const VERDICTS: Readonly<Record<Verdict, Rule>> = {
  admit: { signal: 'go', canForce: false },
  already_used: { signal: 'wait', canForce: true },
  not_yet_valid: { signal: 'wait', canForce: true },
  unpaid: { signal: 'wait', canForce: true },
  unapproved: { signal: 'wait', canForce: true },
  incomplete: { signal: 'wait', canForce: true },
  ambiguous: { signal: 'wait', canForce: false },
  rule_refused: { signal: 'wait', canForce: true },
  unknown: { signal: 'stop', canForce: false },
  bad_signature: { signal: 'stop', canForce: false },
  wrong_event: { signal: 'stop', canForce: false },
  wrong_tier: { signal: 'stop', canForce: true },
  wrong_gate: { signal: 'stop', canForce: true },
  refunded: { signal: 'stop', canForce: false },
  void: { signal: 'stop', canForce: false },
  cancelled: { signal: 'stop', canForce: true },
  transferred: { signal: 'stop', canForce: false },
  revoked: { signal: 'stop', canForce: true },
  expired: { signal: 'stop', canForce: true },
  blocked: { signal: 'stop', canForce: true },
}

export const SHAPES: Readonly<Record<Signal, Shape>> = {
  go: 'circle',
  exit: 'arrow',
  wait: 'triangle',
  stop: 'octagon',
  same: 'ring',
}

/** The same ticket again within this time on the same device was one gesture, not two. */
export const SAME_TICKET_MS = 5000
/** GO makes room after this time, so that a stale green is never read as the next guest's. */
export const GO_STAYS_MS = 4000

/** A message and its values, to be said in the language of the moment. */
export type Saying = { id: string; values?: Record<string, string | number> }

export type Sheet = {
  signal: Signal
  shape: Shape
  /** Names the colours, frames and stripes; equals the signal but for looks without counting. */
  sound: SoundName
  word: Saying
  /** Why, on one line: what belongs on it, in order. */
  why: readonly Saying[]
  todo: Saying
  /** Null: stays until the next scan or Esc. */
  stays_ms: number | null
  isCheckOnly: boolean
}

export type LastAdmitted = { ticketId: string; at_ms: number } | null

/** How the sheet's facts are written: by locale and zone, which rules do not know. */
export type Writing = {
  clock: (instant: string) => string
  moment: (instant: string) => string
  ago: (instant: string) => string
}

function isSameAgain(outcome: ScanOutcome, last: LastAdmitted, now_ms: number): boolean {
  return (
    outcome.verdict === 'already_used' &&
    last !== null &&
    outcome.ticket?.id === last.ticketId &&
    now_ms - last.at_ms <= SAME_TICKET_MS
  )
}

function signalOf(outcome: ScanOutcome): Signal {
  if (outcome.is_admitted) return outcome.direction === 'exit' ? 'exit' : 'go'
  return VERDICTS[outcome.verdict].signal
}

/** Everything the sheet shows for an outcome. */
export function sheetFor(
  outcome: ScanOutcome,
  context: { last: LastAdmitted; now_ms: number; isCheckOnly: boolean; writing: Writing },
): Sheet {
  const { last, now_ms, isCheckOnly, writing } = context
  if (last && isSameAgain(outcome, last, now_ms)) {
    return sameAgain(Math.max(0, Math.round((now_ms - last.at_ms) / 1000)))
  }
  const signal = signalOf(outcome)
  const name = signal === 'exit' ? 'exit' : outcome.verdict.replaceAll('_', '-')
  return {
    signal,
    shape: SHAPES[signal],
    sound: outcome.is_admitted && outcome.needs_attention ? 'attention' : signal,
    word: { id: outcome.is_forced ? 'verdict-forced' : `verdict-${name}` },
    why: whyOf(outcome, writing),
    todo: { id: todoOf(outcome, isCheckOnly, signal, name) },
    stays_ms: signal === 'go' || signal === 'exit' ? GO_STAYS_MS : null,
    isCheckOnly,
  }
}

function todoOf(outcome: ScanOutcome, isCheckOnly: boolean, signal: Signal, name: string): string {
  if (isCheckOnly && signal === 'go') return 'verdict-todo-check-only'
  return outcome.is_forced ? 'verdict-todo-forced' : `verdict-todo-${name}`
}

function sameAgain(seconds: number): Sheet {
  return {
    ...{ signal: 'same', shape: SHAPES.same, sound: 'same', isCheckOnly: false },
    word: { id: 'verdict-same' },
    why: [{ id: 'verdict-why-same', values: { seconds } }],
    todo: { id: 'verdict-todo-same' },
    stays_ms: GO_STAYS_MS,
  }
}

/** The one line that says why, from the facts of the outcome. */
function whyOf(outcome: ScanOutcome, writing: Writing): readonly Saying[] {
  const { first_use, attempts } = outcome
  if (outcome.verdict === 'already_used' && !outcome.is_admitted) {
    return first_use ? firstUse(first_use, attempts, writing) : said(outcome.reason_text)
  }
  const saying = reasonOf(outcome, writing)
  return saying ? [saying] : []
}

/** The one fact behind every other verdict. */
function reasonOf(outcome: ScanOutcome, writing: Writing): Saying | null {
  const { ticket, valid_from, valid_until, reason_text } = outcome
  if (outcome.is_admitted) {
    if (!ticket) return null
    return { id: 'verdict-why-admit', values: { tier: ticket.tier_name } }
  }
  switch (outcome.verdict) {
    case 'not_yet_valid':
      return valid_from ? { id: 'verdict-why-not-yet-valid', values: timed(valid_from, writing) } : spoken(reason_text)
    case 'expired':
      return valid_until ? { id: 'verdict-why-expired', values: timed(valid_until, writing) } : spoken(reason_text)
    case 'wrong_event':
      return ticket && wrongEvent(ticket, writing)
    case 'wrong_tier':
    case 'wrong_gate':
      return ticket && { id: 'verdict-why-tier', values: { tier: ticket.tier_name } }
    case 'rule_refused':
      // The rule speaks for itself: only the core knows which one refused.
      return spoken(reason_text) ?? { id: 'verdict-why-rule-refused' }
    case 'admit':
    case 'already_used':
    case 'unpaid':
    case 'unapproved':
    case 'refunded':
    case 'void':
    case 'cancelled':
    case 'transferred':
    case 'revoked':
    case 'blocked':
    case 'unknown':
    case 'bad_signature':
    case 'ambiguous':
    case 'incomplete':
      return { id: `verdict-why-${outcome.verdict.replaceAll('_', '-')}` }
  }
}

function wrongEvent(ticket: NonNullable<ScanOutcome['ticket']>, writing: Writing): Saying {
  const when = writing.moment(ticket.event_starts_at)
  return { id: 'verdict-why-wrong-event', values: { event: ticket.event_title, when } }
}

/** The core's own sentence, passed through the catalogue so that every line on the sheet is a message. */
function spoken(text: string): Saying | null {
  return text ? { id: 'verdict-why-said', values: { text } } : null
}

function timed(instant: string, writing: Writing): Record<string, string> {
  return { clock: writing.moment(instant), ago: writing.ago(instant) }
}

const said = (text: string): Saying[] => [spoken(text)].filter((saying) => saying !== null)

function firstUse(use: NonNullable<ScanOutcome['first_use']>, attempts: number, writing: Writing): Saying[] {
  return [
    { id: 'verdict-why-already-used', values: { clock: writing.clock(use.at), ago: writing.ago(use.at) } },
    ...said(use.gate ?? ''),
    ...said(use.operator ?? use.device),
    ...(attempts > 1 ? [{ id: 'verdict-why-attempt', values: { count: attempts } }] : []),
  ]
}
