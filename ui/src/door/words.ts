import { failureWords } from '../design/text/failure'
import type { Speech } from '../design/text/useText'
import type { ScanOutcome } from '../gen/types'
import type { CallFailure } from '../host'
import type { Saying, Sheet, Writing } from './verdicts'
import type { SheetWords } from './VerdictLayer'

/** How times are written at this door. */
export function writingOf(speech: Speech, timeZone: string, now_ms: number): Writing {
  return {
    clock: (instant) => speech.instant(instant, timeZone, 'seconds'),
    moment: (instant) => speech.instant(instant, timeZone, 'medium'),
    ago: (instant) => speech.relative(instant, now_ms),
  }
}

/** The why line as text. */
export function whyText(speech: Speech, sheet: Sheet): string {
  return sheet.why.map((saying) => say(speech, saying)).join(' · ')
}

export const say = (speech: Speech, saying: Saying): string => speech.t(saying.id, saying.values)

/** A name when names may be seen; nobody reads a guest's name over a shoulder otherwise. */
export function shownName(name: string | null, hidesNames: boolean): string | null {
  return hidesNames ? null : name
}

/** Everything written on the sheet. */
export function wordsFor(speech: Speech, sheet: Sheet, outcome: ScanOutcome, hidesNames: boolean): SheetWords {
  const { ticket } = outcome
  const name = shownName(ticket?.holder_name || null, hidesNames)
  const isGroup = ticket !== null && ticket.order_size > 1
  return {
    word: say(speech, sheet.word),
    why: whyText(speech, sheet),
    todo: say(speech, sheet.todo),
    attention: outcome.is_admitted && outcome.needs_attention ? outcome.door_note || speech.t('verdict-attention') : '',
    details: [
      name,
      ticket && !outcome.is_admitted ? ticket.tier_name : null,
      ticket ? speech.t('door-order', { code: ticket.order_code }) : null,
      isGroup ? speech.t('door-group', { size: ticket.order_size, inside: ticket.order_inside }) : null,
      ...outcome.questions.map(({ question }) => question),
    ].filter((text) => text !== null),
  }
}

/** A scan that came to no verdict: the machine failed, and nobody may pass for one or the other reason. */
export const FAILURE_SHEET: Sheet = {
  ...{ signal: 'stop', shape: 'octagon', sound: 'stop', why: [], stays_ms: null, isCheckOnly: false },
  ...{ word: { id: 'verdict-failed' }, todo: { id: 'verdict-failed' } },
}

export function failureOnSheet(speech: Speech, failure: CallFailure): SheetWords {
  const { message, fix } = failureWords(speech, failure)
  const details = [speech.t('door-code', { code: failure.code })]
  return { word: speech.t('verdict-failed'), why: message, todo: fix, attention: '', details }
}
