import {
  addTier,
  removeLastLine,
  removeLine,
  ticketCount,
  totalOf,
  type Basket,
  type Shortage,
  type TillTier,
} from './basket'
import { isLargeSale, smartNotes, type Learned } from './notes'

/** What is being typed with the number keys: an amount after `.`, a quantity between `*`, or either on the numpad. */
export type Entry = { kind: 'money' | 'quantity' | 'number'; text: string }

/** How the guest pays. */
export type Payment = { method: 'cash'; tendered_minor: number } | { method: 'card'; reference: string }

export type Stage =
  | { at: 'selling' }
  /** The stand-alone terminal is busy with the guest's card. */
  | { at: 'card'; reference: string }

export type TillState = {
  basket: Basket
  entry: Entry | null
  stage: Stage
  /** The payment that a second press of the same key will confirm. */
  armed: Payment | null
  /** Baskets before the latest edits, oldest first. */
  past: readonly Basket[]
}

export const AT_REST: TillState = { basket: [], entry: null, stage: { at: 'selling' }, armed: null, past: [] }

export type TillContext = {
  tiers: readonly TillTier[]
  currency: string
  exponent: number
  learned: Learned
}

/** What the screen must do because of a key. */
export type TillEffect =
  | { do: 'sell'; basket: Basket; payment: Payment; total_minor: number }
  | { do: 'shortage'; tier: TillTier; shortage: Shortage }
  | { do: 'too-little'; missing_minor: number }
  | { do: 'confirm-large' }
  | { do: 'nothing-to-pay' }
  | { do: 'reprint' | 'search' | 'comp' | 'open-last' }

export type TillKey = { code: string; key: string; shift: boolean }
export type Pressed = { state: TillState; effects: TillEffect[] }

const PAST_MAX = 50
const ENTRY_LENGTH_MAX = 9
const NOTE_KEYS: Readonly<Record<string, number>> = { KeyQ: 0, KeyW: 1, KeyE: 2, KeyR: 3 }

const stay = (state: TillState): Pressed => ({ state, effects: [] })

/** One key at the till: the next state and what follows from it. Null when the key means nothing here. */
export function pressKey(state: TillState, key: TillKey, context: TillContext): Pressed | null {
  if (state.stage.at === 'card') return pressAtCard(state, key, state.stage.reference, context)
  const typed = typeEntry(state, key)
  if (typed) return typed
  const digit = /^Digit([1-9])$/.exec(key.code)?.[1]
  if (digit) return pressTier(state, Number(digit) - 1, key.shift ? -1 : 1, context)
  const note = NOTE_KEYS[key.code]
  if (note !== undefined && state.basket.length > 0) return payNote(state, note, context)
  switch (key.code) {
    case 'Enter':
    case 'NumpadEnter':
      return payCash(state, context)
    case 'KeyC':
      return startCard(state, context)
    case 'KeyV':
      return state.basket.length > 0 ? { state, effects: [{ do: 'comp' }] } : null
    case 'KeyZ':
      return undo(state)
    case 'KeyP':
      return { state, effects: [{ do: 'reprint' }] }
    case 'KeyR':
      return { state, effects: [{ do: 'open-last' }] }
    case 'KeyS':
      return { state, effects: [{ do: 'search' }] }
    case 'Backspace':
      return stay(edit(state, removeLastLine(state.basket)))
    case 'Escape':
      return escape(state)
    default:
      return null
  }
}

/** Adds or takes a tier, as a key, a tile or a tap asks; a number typed before multiplies it. */
export function pressTier(state: TillState, index: number, step: 1 | -1, context: TillContext): Pressed | null {
  const tier = context.tiers[index]
  if (!tier) return null
  const typed = state.entry && state.entry.kind !== 'money' ? Number.parseInt(state.entry.text, 10) : Number.NaN
  const quantity = Number.isNaN(typed) ? 1 : typed
  const { basket, shortage } = addTier(state.basket, tier, quantity * step)
  const next = edit({ ...state, entry: null }, basket)
  return { state: next, effects: shortage ? [{ do: 'shortage', tier, shortage }] : [] }
}

export function dropTier(state: TillState, tierId: string): TillState {
  return edit(state, removeLine(state.basket, tierId))
}

/** Digits, separators and stars; null when the key types nothing now. */
function typeEntry(state: TillState, key: TillKey): Pressed | null {
  const { entry } = state
  if (key.key === '*' || key.code === 'NumpadMultiply') return stay({ ...state, ...starred(entry) })
  const isSeparator = /^(Period|Comma|NumpadDecimal|NumpadComma)$/.test(key.code)
  if (isSeparator) return stay(disarm({ ...state, entry: separated(entry) }))
  const onNumpad = /^Numpad(\d)$/.exec(key.code)?.[1]
  const onRow = key.shift ? undefined : /^Digit(\d)$/.exec(key.code)?.[1]
  const isOpen = entry?.kind === 'money' || (entry?.kind === 'quantity' && !isClosed(entry))
  const digit = onNumpad ?? (isOpen ? onRow : undefined)
  if (digit !== undefined) return stay(disarm({ ...state, entry: appended(entry, digit) }))
  if (entry && key.code === 'Backspace') {
    const text = entry.text.slice(0, -1)
    return stay(disarm({ ...state, entry: text === '' && entry.kind === 'number' ? null : { ...entry, text } }))
  }
  return null
}

const isClosed = (entry: Entry): boolean => entry.text.endsWith('×')

function starred(entry: Entry | null): { entry: Entry | null } {
  if (entry?.kind === 'quantity' && !isClosed(entry)) {
    return { entry: entry.text === '' ? null : { ...entry, text: `${entry.text}×` } }
  }
  if (entry?.kind === 'number' && /^\d+$/.test(entry.text))
    return { entry: { kind: 'quantity', text: `${entry.text}×` } }
  return { entry: { kind: 'quantity', text: '' } }
}

function separated(entry: Entry | null): Entry {
  if (!entry || entry.kind === 'quantity') return { kind: 'money', text: '' }
  if (entry.text.includes('.')) return entry
  if (entry.kind === 'money' && entry.text === '') return entry
  return { kind: 'money', text: `${entry.text}.` }
}

function appended(entry: Entry | null, digit: string): Entry {
  if (!entry || isClosed(entry)) return { kind: 'number', text: digit }
  return entry.text.length >= ENTRY_LENGTH_MAX ? entry : { ...entry, text: entry.text + digit }
}

/** The typed amount in minor units; null when nothing payable is typed. Digits beyond the currency's are cut. */
export function enteredMinor(entry: Entry | null, exponent: number): number | null {
  if (!entry || entry.kind === 'quantity' || entry.text === '') return null
  const [whole = '', fraction = ''] = entry.text.split('.')
  const digits = `${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`
  return Number(digits === '' ? '0' : digits)
}

function edit(state: TillState, basket: Basket): TillState {
  if (basket === state.basket || (basket.length === 0 && state.basket.length === 0)) return disarm(state)
  const past = [...state.past, state.basket].slice(-PAST_MAX)
  return { ...state, basket, past, armed: null }
}

const disarm = (state: TillState): TillState => (state.armed ? { ...state, armed: null } : state)

function undo(state: TillState): Pressed {
  const before = state.past.at(-1)
  if (!before) return stay(state)
  return stay({ ...state, basket: before, past: state.past.slice(0, -1), armed: null })
}

/** Esc takes back the smallest thing first: a warning, a typed number, then the basket, which Z brings back. */
function escape(state: TillState): Pressed {
  if (state.armed) return stay(disarm(state))
  if (state.entry) return stay({ ...state, entry: null })
  return stay(edit(state, []))
}

function payNote(state: TillState, note: number, context: TillContext): Pressed {
  const total = totalOf(state.basket, context.tiers)
  const amount = smartNotes(total, context.currency, context.exponent, context.learned)[note]
  if (amount === undefined) return total === 0 && note === 0 ? payCash(state, context) : stay(state)
  return pay(state, { method: 'cash', tendered_minor: amount }, context)
}

/** Pays with the typed amount, or exactly. */
export function payCash(state: TillState, context: TillContext): Pressed {
  const total_minor = totalOf(state.basket, context.tiers)
  const tendered_minor = enteredMinor(state.entry, context.exponent) ?? total_minor
  return pay(state, { method: 'cash', tendered_minor }, context)
}

/** Pays a cash amount that a note button named. */
export function payTendered(state: TillState, tendered_minor: number, context: TillContext): Pressed {
  return pay(state, { method: 'cash', tendered_minor }, context)
}

export function startCard(state: TillState, context: TillContext): Pressed {
  if (state.basket.length === 0) return { state, effects: [{ do: 'nothing-to-pay' }] }
  // Nothing to charge: a terminal would refuse an amount of zero.
  if (totalOf(state.basket, context.tiers) === 0) return payCash(state, context)
  return stay({ ...state, entry: null, armed: null, stage: { at: 'card', reference: '' } })
}

/** The terminal said yes. */
export function approveCard(state: TillState, reference: string, context: TillContext): Pressed {
  return pay(state, { method: 'card', reference }, context)
}

export const leaveCard = (state: TillState): TillState => ({ ...state, armed: null, stage: { at: 'selling' } })

function pressAtCard(state: TillState, key: TillKey, reference: string, context: TillContext): Pressed | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(key.code)?.[1]
  if (digit !== undefined && !key.shift) {
    return stay({ ...state, armed: null, stage: { at: 'card', reference: (reference + digit).slice(-20) } })
  }
  switch (key.code) {
    case 'Backspace':
      return stay({ ...state, armed: null, stage: { at: 'card', reference: reference.slice(0, -1) } })
    case 'Enter':
    case 'NumpadEnter':
      return approveCard(state, reference, context)
    case 'Escape':
      return stay(leaveCard(state))
    default:
      return null
  }
}

function isSamePayment(a: Payment | null, b: Payment): boolean {
  return a !== null && JSON.stringify(a) === JSON.stringify(b)
}

function pay(state: TillState, payment: Payment, context: TillContext): Pressed {
  if (state.basket.length === 0) return { state, effects: [{ do: 'nothing-to-pay' }] }
  const total_minor = totalOf(state.basket, context.tiers)
  if (payment.method === 'cash' && payment.tendered_minor < total_minor) {
    return { state, effects: [{ do: 'too-little', missing_minor: total_minor - payment.tendered_minor }] }
  }
  const isLarge = isLargeSale(total_minor, ticketCount(state.basket), context.currency, context.exponent)
  if (isLarge && !isSamePayment(state.armed, payment)) {
    return { state: { ...state, armed: payment }, effects: [{ do: 'confirm-large' }] }
  }
  return { state: AT_REST, effects: [{ do: 'sell', basket: state.basket, payment, total_minor }] }
}
