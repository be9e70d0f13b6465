import { isSignedBeginning, isWholeSignedCode, unwrapCode } from './codes'
import { AZERTY, QWERTZ, readStroke, US, type Stroke } from './layouts'

/** Keys closer together than this come from a machine: people stay above 60 ms. */
export const GAP_MS_MAX = 35
/** Once a burst is certain, a busy computer or radio may hold a key up this long. */
export const BURST_GAP_MS_MAX = 60
/** A signed ticket says by its name how long it is: for its rest we wait longer than for codes of unknown length. */
export const SIGNED_GAP_MS_MAX = 300
/** Keys in a row before a burst counts as a scan. */
export const BURST_KEYS_MIN = 4
/** A terminator this soon after a code that was already whole belongs to it. */
export const TRAILING_MS_MAX = 60

export type WedgeKey = Stroke & {
  at_ms: number
  /** Held with Ctrl, Alt or Meta, or repeating because it is held down: never a part of a code. */
  isCommand: boolean
  /** Whether the key lands in a text field. */
  isInText: boolean
}

/** How the letters of a scan were read. */
export type Reading = 'physical' | 'layout' | 'qwertz' | 'azerty'
export type Scan = { text: string; reading: Reading; isReadingNew: boolean }

export type WedgeEffect =
  /** The key belongs to people: let it through as it is. */
  | { do: 'pass' }
  /** Keep the key back; `expire` decides about it later. */
  | { do: 'hold' }
  /** The key is part of a scan: nobody else may see it. */
  | { do: 'swallow' }
  /** Held keys that turned out to be typed by a person: deliver them now, before the key at hand. */
  | { do: 'release'; keys: WedgeKey[] }
  /** A text field took the first keys of a scan: put back what it held before. */
  | { do: 'restore' }
  /** Remember what the text field holds, before this key reaches it. */
  | { do: 'snapshot' }
  | { do: 'scan'; scan: Scan }

const isTerminator = (code: string): boolean => code === 'Enter' || code === 'NumpadEnter' || code === 'Tab'

function isPrintable(key: WedgeKey): boolean {
  return !key.isCommand && readStroke(US, key) !== null
}

/**
 * Tells a scanner that types from a person who types, key by key, without a clock or a document of its own.
 *
 * Invariants: every key is passed, held and later released, or swallowed, exactly once; a scan's terminator
 * never reaches the focused button; a person's keys are never lost, at most 35 ms late.
 */
export class Wedge {
  private keys: WedgeKey[] = []
  private swallowTerminatorUntil_ms = Number.NEGATIVE_INFINITY
  private known: Reading = 'physical'

  /** Takes the next key and says what becomes of it and of the keys before it. */
  feed(key: WedgeKey): WedgeEffect[] {
    const settled = this.expire(key.at_ms)
    if (isTerminator(key.code) && !key.isCommand) return [...settled, ...this.terminate(key)]
    if (isModifier(key.code)) return [...settled, { do: 'pass' }]
    if (!isPrintable(key)) return [...settled, ...this.giveUp(), { do: 'pass' }]
    return [...settled, ...this.append(key)]
  }

  /** Settles what the silence before `now` has decided: a burst without a terminator, or a person's keys. */
  expire(now_ms: number): WedgeEffect[] {
    const last = this.keys.at(-1)
    if (!last || now_ms - last.at_ms <= this.gapMax_ms) return []
    return this.isBurst() ? this.finish(last.at_ms) : this.giveUp()
  }

  /** How long a silence decides about the keys that wait now. */
  get gapMax_ms(): number {
    if (!this.isBurst()) return GAP_MS_MAX
    return isSignedBeginning(this.read(this.known)) ? SIGNED_GAP_MS_MAX : BURST_GAP_MS_MAX
  }

  /** Whether keys wait for the silence to decide; the caller then calls `expire` soon. */
  get isWaiting(): boolean {
    return this.keys.length > 0
  }

  private isBurst(): boolean {
    return this.keys.length >= BURST_KEYS_MIN
  }

  private append(key: WedgeKey): WedgeEffect[] {
    this.keys.push(key)
    const count = this.keys.length
    if (isWholeSignedCode(this.read(this.known))) return [{ do: 'swallow' }, ...this.finish(key.at_ms)]
    if (!key.isInText) return count > BURST_KEYS_MIN ? [{ do: 'swallow' }] : [{ do: 'hold' }]
    if (count === 1) return [{ do: 'snapshot' }, { do: 'pass' }]
    if (count < BURST_KEYS_MIN) return [{ do: 'pass' }]
    return count === BURST_KEYS_MIN ? [{ do: 'restore' }, { do: 'swallow' }] : [{ do: 'swallow' }]
  }

  private terminate(key: WedgeKey): WedgeEffect[] {
    if (this.isBurst()) {
      return [{ do: 'swallow' }, ...this.finish(Number.NEGATIVE_INFINITY)]
    }
    const belongsToScan = key.at_ms <= this.swallowTerminatorUntil_ms
    this.swallowTerminatorUntil_ms = Number.NEGATIVE_INFINITY
    if (belongsToScan) return [{ do: 'swallow' }]
    return [...this.giveUp(), { do: 'pass' }]
  }

  private finish(lastKeyAt_ms: number): WedgeEffect[] {
    this.swallowTerminatorUntil_ms = lastKeyAt_ms + TRAILING_MS_MAX
    const scan = this.decode()
    this.keys = []
    return [{ do: 'scan', scan }]
  }

  private giveUp(): WedgeEffect[] {
    const held = this.keys.filter((key) => !key.isInText)
    this.keys = []
    return held.length > 0 ? [{ do: 'release', keys: held }] : []
  }

  /**
   * Reads the burst the known way, or the way in which it is a signed ticket in full. A short code is no proof:
   * one in 31 passes its check by chance, and a foreign ticket must not be turned into another one.
   */
  private decode(): Scan {
    const readings: Reading[] = [this.known, 'physical', 'layout', 'qwertz', 'azerty']
    const fitting = readings.find((reading) => isWholeSignedCode(unwrapCode(this.read(reading))))
    const reading = fitting ?? this.known
    const isReadingNew = reading !== this.known
    this.known = reading
    return { text: unwrapCode(this.read(reading)), reading, isReadingNew }
  }

  private read(reading: Reading): string {
    return this.keys.map((key) => readAs(reading, key)).join('')
  }
}

function readAs(reading: Reading, key: WedgeKey): string {
  switch (reading) {
    case 'physical':
      return readStroke(US, key) ?? ''
    case 'layout':
      return key.key.length === 1 ? key.key : ''
    case 'qwertz':
      return readStroke(QWERTZ, key) ?? ''
    case 'azerty':
      return readStroke(AZERTY, key) ?? ''
  }
}

function isModifier(code: string): boolean {
  return /^(Shift|Control|Alt|Meta|OS|CapsLock)/.test(code)
}
