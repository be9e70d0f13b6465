import type { CallFailure } from '../host/host'

/** Longest PIN that the keypad takes. */
export const PIN_DIGITS_MAX = 12

export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'back'

/** The PIN after a key of the keypad. */
export function pressPad(pin: string, key: PadKey): string {
  if (key === 'back') return pin.slice(0, -1)
  return pin.length < PIN_DIGITS_MAX ? pin + key : pin
}

/** What was typed or pasted, without the blanks and dashes that people write into numbers. */
export function pinFrom(text: string): string {
  return text.replace(/[\s-]/g, '').slice(0, PIN_DIGITS_MAX)
}

/** What stands in the way of signing in, in the terms of the screen. */
export type PinTrouble =
  | { why: 'wrong'; triesLeft: number | null }
  | { why: 'wait'; seconds: number }
  | { why: 'no-pin' }
  | { why: 'no-badge' }
  | { why: 'nobody' }
  | { why: 'other'; failure: CallFailure }

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null
}

/** Reads a refused proof. */
export function troubleOf(failure: CallFailure): PinTrouble {
  switch (failure.code) {
    case 'pin_wrong':
      return { why: 'wrong', triesLeft: wholeNumber(failure.params?.['attempts_left']) }
    case 'pin_locked': {
      const seconds = wholeNumber(failure.params?.['wait_seconds'])
      return seconds === null ? { why: 'other', failure } : { why: 'wait', seconds }
    }
    case 'pin_not_set':
      return { why: 'no-pin' }
    case 'badge_unknown':
      return { why: 'no-badge' }
    case 'nobody_chosen':
      return { why: 'nobody' }
    default:
      return { why: 'other', failure }
  }
}

/** Whole seconds until a moment, never below zero. */
export function secondsUntil(until_ms: number, now_ms: number): number {
  return Math.max(0, Math.ceil((until_ms - now_ms) / 1000))
}

/** The one or two letters that stand for a person: of the first and the last word of the name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}

/** Whom an arrow key chooses next; the list is a ring. */
export function neighbour(staff: readonly { id: string }[], chosen: string | null, step: 1 | -1): string | null {
  if (staff.length === 0) return null
  const at = staff.findIndex((member) => member.id === chosen)
  const next = at < 0 ? (step === 1 ? 0 : staff.length - 1) : (at + step + staff.length) % staff.length
  return staff[next]?.id ?? null
}
