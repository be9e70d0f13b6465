import type { Language } from '../design/preferences'
import type { Money } from '../gen/types'

/** What guests can pay with here, in the order in which it is shown. */
export type AcceptedPayment = 'cash' | 'card' | 'voucher'

/** What is on sale, as on a poster. */
export type Poster = {
  title: string
  /** RFC 3339; shown in the event's own zone. */
  starts_at: string
  time_zone: string
  venue: string | null
  accepts: readonly AcceptedPayment[]
  is_training: boolean
}

export type DisplayLine = { name: string; quantity: number; total: Money }

/** What the till is at, as far as the guest may see it. */
export type DisplayStage =
  | { at: 'idle' }
  | { at: 'basket'; lines: readonly DisplayLine[]; total: Money }
  | { at: 'paid'; total: Money; given: Money | null; change: Money | null }

/** Everything that the customer display shows; it knows nothing else. */
export type DisplayState = { poster: Poster; stage: DisplayStage }

/** How it travels: with a version, for the window may be older or newer than the till, and the guest's language. */
type Envelope = { version: 1; language: Language; state: DisplayState }

export function sealed(language: Language, state: DisplayState): Envelope {
  return { version: 1, language, state }
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' &&
  value !== null &&
  Number.isSafeInteger((value as Money).minor) &&
  typeof (value as Money).currency === 'string'

const isMoneyOrNull = (value: unknown): boolean => value === null || isMoney(value)

function isLine(value: unknown): value is DisplayLine {
  const line = value as Partial<DisplayLine> | null
  return typeof line?.name === 'string' && Number.isSafeInteger(line.quantity) && isMoney(line.total)
}

function isStage(value: unknown): value is DisplayStage {
  const stage = value as Partial<Extract<DisplayStage, { at: 'basket' }>> | null
  const at: unknown = stage?.at
  if (at === 'idle') return true
  if (at === 'basket') return Array.isArray(stage?.lines) && stage.lines.every(isLine) && isMoney(stage.total)
  const paid = value as Partial<Extract<DisplayStage, { at: 'paid' }>> | null
  return at === 'paid' && isMoney(paid?.total) && isMoneyOrNull(paid.given) && isMoneyOrNull(paid.change)
}

function isPoster(value: unknown): value is Poster {
  const poster = value as Partial<Poster> | null
  return (
    typeof poster?.title === 'string' &&
    typeof poster.starts_at === 'string' &&
    typeof poster.time_zone === 'string' &&
    Array.isArray(poster.accepts)
  )
}

/** Reads what arrived; null for anything that is not a state of this version. */
export function opened(value: unknown): { language: Language; state: DisplayState } | null {
  const envelope = value as Partial<Envelope> | null
  if (envelope?.version !== 1) return null
  const { state, language = 'auto' } = envelope
  return isPoster(state?.poster) && isStage(state.stage) ? { language, state } : null
}
