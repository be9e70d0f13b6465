import { addTier, removeLastLine, removeLine, ticketCount, type Basket } from './basket'
import { disarm, enteredMinor, typeEntry } from './entry'
import { isLargeSale, smartNotes } from './notes'
import { pressAtSplit } from './split'
import {
  AT_REST,
  type Armed,
  type Payment,
  type Pressed,
  type TillContext,
  type TillKey,
  type TillState,
} from './state'

const PAST_MAX = 50
const NOTE_KEYS: Readonly<Record<string, number>> = { KeyQ: 0, KeyW: 1, KeyE: 2, KeyR: 3 }

const stay = (state: TillState): Pressed => ({ state, effects: [] })
const only = (state: TillState, what: Pressed['effects'][number]): Pressed => ({ state, effects: [what] })

/** One key at the till: the next state and what follows from it. Null when the key means nothing here. */
export function pressKey(state: TillState, key: TillKey, context: TillContext): Pressed | null {
  if (state.stage.at === 'card') return pressAtCard(state, key, state.stage.reference, context)
  if (state.stage.at === 'split') return pressAtSplit(state, key, context)
  const typed = typeEntry(state, key)
  if (typed) return stay(typed)
  const digit = /^Digit([1-9])$/.exec(key.code)?.[1]
  if (digit) return pressTier(state, Number(digit) - 1, key.shift ? -1 : 1, context)
  const note = NOTE_KEYS[key.code]
  if (note !== undefined && state.basket.length > 0) return payNote(state, note, context)
  return pressLetter(state, key, context)
}

function pressLetter(state: TillState, key: TillKey, context: TillContext): Pressed | null {
  const isResting = state.basket.length === 0
  switch (key.code) {
    case 'Enter':
    case 'NumpadEnter':
      return context.drawer === 'closed' ? openDrawer(state, context) : payCash(state, context)
    case 'KeyC':
      return startCard(state, context)
    case 'KeyX':
      return startSplit(state, context)
    case 'KeyV':
      return only(state, isResting ? { do: 'nothing-to-pay' } : { do: 'voucher' })
    case 'KeyZ':
      return undo(state, context)
    case 'KeyH':
      return key.shift || isResting ? only(state, { do: 'parked' }) : park(state)
    case 'KeyP':
      return only(state, { do: 'reprint' })
    case 'KeyR':
      return only(state, { do: 'open-last' })
    case 'KeyS':
      return only(state, { do: 'search' })
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
  if (!tier || state.stage.at !== 'selling') return null
  const typed = state.entry && state.entry.kind !== 'money' ? Number.parseInt(state.entry.text, 10) : Number.NaN
  const quantity = Number.isNaN(typed) ? 1 : typed
  const { basket, shortage } = addTier(state.basket, tier, quantity * step)
  const next = edit({ ...state, entry: null }, basket)
  return { state: next, effects: shortage ? [{ do: 'shortage', tier, shortage }] : [] }
}

export function dropTier(state: TillState, tierId: string): TillState {
  return edit(state, removeLine(state.basket, tierId))
}

function edit(state: TillState, basket: Basket): TillState {
  if (basket === state.basket || (basket.length === 0 && state.basket.length === 0)) return disarm(state)
  const past = [...state.past, state.basket].slice(-PAST_MAX)
  return { ...state, basket, past, armed: null, voucher: basket.length === 0 ? null : state.voucher }
}

/** The basket before; with nothing left to undo, the sale before, as long as no paper is out. */
function undo(state: TillState, context: TillContext): Pressed {
  const before = state.past.at(-1)
  if (before) return stay({ ...state, basket: before, past: state.past.slice(0, -1), armed: null })
  return state.basket.length > 0 ? stay(state) : askTakeBack(state, context)
}

/** Takes the sale before back, the second time it is asked. */
export function askTakeBack(state: TillState, context: TillContext): Pressed {
  if (context.lastSale === 'none') return only(state, { do: 'nothing-sold' })
  if (context.lastSale === 'paper-is-out') return only(state, { do: 'paper-is-out' })
  return state.armed?.method === 'take-back'
    ? only({ ...state, armed: null }, { do: 'take-back' })
    : only({ ...state, armed: { method: 'take-back' } }, { do: 'confirm-take-back' })
}

function park(state: TillState): Pressed {
  const { basket, voucher } = state
  return only(AT_REST, { do: 'park', basket, voucher })
}

/** Esc takes back the smallest thing first: a warning, a typed number, a code, then the basket, which Z brings back. */
function escape(state: TillState): Pressed {
  if (state.armed) return stay(disarm(state))
  if (state.entry) return stay({ ...state, entry: null })
  return stay(edit(state, []))
}

/** The typed amount becomes the float. */
function openDrawer(state: TillState, context: TillContext): Pressed {
  const float_minor = enteredMinor(state.entry, context.exponent)
  return only({ ...state, entry: null }, { do: 'open-drawer', float_minor })
}

function payNote(state: TillState, note: number, context: TillContext): Pressed {
  const { cash_minor } = context.priceOf(state)
  const amount = smartNotes(cash_minor, context.currency, context.exponent, context.learned)[note]
  if (amount === undefined) return cash_minor === 0 && note === 0 ? payCash(state, context) : stay(state)
  return pay(state, { method: 'cash', tendered_minor: amount }, context)
}

/** Pays with the typed amount, or exactly. */
export function payCash(state: TillState, context: TillContext): Pressed {
  const { cash_minor } = context.priceOf(state)
  const tendered_minor = enteredMinor(state.entry, context.exponent) ?? cash_minor
  return pay(state, { method: 'cash', tendered_minor }, context)
}

/** Pays a cash amount that a note button named. */
export function payTendered(state: TillState, tendered_minor: number, context: TillContext): Pressed {
  return pay(state, { method: 'cash', tendered_minor }, context)
}

/** Why nothing can be paid now; null when it can. */
function hindrance(state: TillState, context: TillContext): Pressed | null {
  if (context.drawer === 'closed') return only(state, { do: 'drawer-closed' })
  if (context.drawer === 'counting') return only(state, { do: 'drawer-counting' })
  if (state.basket.length === 0) return only(state, { do: 'nothing-to-pay' })
  return null
}

export function startCard(state: TillState, context: TillContext): Pressed {
  const hindered = hindrance(state, context)
  if (hindered) return hindered
  // Nothing to charge: a terminal would refuse an amount of zero.
  if (context.priceOf(state).total_minor === 0) return payCash(state, context)
  return stay({ ...state, entry: null, armed: null, stage: { at: 'card', reference: '' } })
}

function startSplit(state: TillState, context: TillContext): Pressed {
  const hindered = hindrance(state, context)
  if (hindered) return hindered
  if (context.priceOf(state).total_minor === 0) return payCash(state, context)
  return stay({ ...state, entry: null, armed: null, stage: { at: 'split', parts: [], card: null } })
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

function isSamePayment(a: Armed | null, b: Payment): boolean {
  return a !== null && JSON.stringify(a) === JSON.stringify(b)
}

function pay(state: TillState, payment: Payment, context: TillContext): Pressed {
  const hindered = hindrance(state, context)
  if (hindered) return hindered
  const price = context.priceOf(state)
  if (payment.method === 'cash' && payment.tendered_minor < price.cash_minor) {
    return only(state, { do: 'too-little', missing_minor: price.cash_minor - payment.tendered_minor })
  }
  const isLarge = isLargeSale(price.total_minor, ticketCount(state.basket), context.currency, context.exponent)
  if (isLarge && !isSamePayment(state.armed, payment)) {
    return only({ ...state, armed: payment }, { do: 'confirm-large' })
  }
  const { basket, voucher } = state
  return only(AT_REST, { do: 'sell', basket, voucher, payment, price })
}
