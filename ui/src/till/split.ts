import { disarm, enteredMinor, typeEntry } from './entry'
import { smartNotes } from './notes'
import { AT_REST, type Part, type Pressed, type TillContext, type TillKey, type TillState } from './state'

type SplitStage = Extract<TillState['stage'], { at: 'split' }>
const NOTE_KEYS: Readonly<Record<string, number>> = { KeyQ: 0, KeyW: 1, KeyE: 2, KeyR: 3 }
const REFERENCE_LENGTH_MAX = 20
const stay = (state: TillState): Pressed => ({ state, effects: [] })

/** What is still to be paid, in minor units. */
export function remainingMinor(parts: readonly Part[], total_minor: number): number {
  return total_minor - parts.reduce((sum, part) => sum + part.amount_minor, 0)
}

/** One key while several tenders pay together. Null when it means nothing here. */
export function pressAtSplit(state: TillState, key: TillKey, context: TillContext): Pressed | null {
  if (state.stage.at !== 'split') return null
  const { stage } = state
  if (stage.card) return pressAtCardPart(state, stage, key, context)
  const typed = typeEntry(state, key, 'digits')
  if (typed) return stay(typed)
  const note = NOTE_KEYS[key.code]
  if (note !== undefined) {
    const left = leftOf(state, context)
    const amount = smartNotes(left, context.currency, context.exponent)[note]
    return amount === undefined ? stay(state) : giveCash(state, amount, context)
  }
  switch (key.code) {
    case 'Enter':
    case 'NumpadEnter':
      return giveCash(state, enteredMinor(state.entry, context.exponent) ?? leftOf(state, context), context)
    case 'KeyC':
      return startCardPart(state, context)
    case 'Backspace':
    case 'Escape':
      return key.code === 'Escape' && state.entry ? stay({ ...state, entry: null }) : stepBack(state, stage)
    default:
      return null
  }
}

const leftOf = (state: TillState, context: TillContext): number =>
  state.stage.at === 'split' ? remainingMinor(state.stage.parts, context.priceOf(state).total_minor) : 0

/** Cash in hand: a part of the price, or the rest of it with change. */
export function giveCash(state: TillState, given_minor: number, context: TillContext): Pressed {
  if (state.stage.at !== 'split' || given_minor <= 0) return stay(state)
  const left = leftOf(state, context)
  const amount_minor = Math.min(given_minor, left)
  const before = state.stage.parts.find((part) => part.method === 'cash')
  const cash: Part = {
    method: 'cash',
    amount_minor: amount_minor + (before?.amount_minor ?? 0),
    tendered_minor: given_minor + (before?.method === 'cash' ? before.tendered_minor : 0),
  }
  return withParts(state, [...state.stage.parts.filter((part) => part.method !== 'cash'), cash], context)
}

/** The terminal takes the typed amount, or the rest. */
export function startCardPart(state: TillState, context: TillContext): Pressed {
  if (state.stage.at !== 'split') return stay(state)
  const left = leftOf(state, context)
  const amount_minor = Math.min(enteredMinor(state.entry, context.exponent) ?? left, left)
  if (amount_minor <= 0) return stay(state)
  return stay(disarm({ ...state, entry: null, stage: { ...state.stage, card: { amount_minor, reference: '' } } }))
}

/** The terminal said yes to its part. */
export function approveCardPart(state: TillState, context: TillContext): Pressed {
  if (state.stage.at !== 'split' || !state.stage.card) return stay(state)
  const { parts, card } = state.stage
  return withParts(state, [...parts, { method: 'card', ...card }], context)
}

export function leaveCardPart(state: TillState): TillState {
  return state.stage.at === 'split' ? { ...state, stage: { ...state.stage, card: null } } : state
}

function pressAtCardPart(state: TillState, stage: SplitStage, key: TillKey, context: TillContext): Pressed | null {
  const card = stage.card ?? { amount_minor: 0, reference: '' }
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(key.code)?.[1]
  const withReference = (reference: string): Pressed =>
    stay({ ...state, stage: { ...stage, card: { ...card, reference } } })
  if (digit !== undefined && !key.shift) return withReference((card.reference + digit).slice(-REFERENCE_LENGTH_MAX))
  switch (key.code) {
    case 'Backspace':
      return withReference(card.reference.slice(0, -1))
    case 'Enter':
    case 'NumpadEnter':
      return approveCardPart(state, context)
    case 'Escape':
      return stay(leaveCardPart(state))
    default:
      return null
  }
}

function withParts(state: TillState, parts: readonly Part[], context: TillContext): Pressed {
  const price = context.priceOf(state)
  if (remainingMinor(parts, price.total_minor) > 0) {
    return stay({ ...state, entry: null, stage: { at: 'split', parts, card: null } })
  }
  const { basket, voucher } = state
  return { state: AT_REST, effects: [{ do: 'sell', basket, voucher, payment: { method: 'split', parts }, price }] }
}

/** The last part goes; without parts the sale goes on undivided. What a terminal took must be given back there. */
function stepBack(state: TillState, stage: SplitStage): Pressed {
  const last = stage.parts.at(-1)
  if (!last) return stay({ ...state, entry: null, stage: { at: 'selling' } })
  const next = { ...state, stage: { ...stage, parts: stage.parts.slice(0, -1) } }
  return { state: next, effects: last.method === 'card' ? [{ do: 'card-part-gone' }] : [] }
}
