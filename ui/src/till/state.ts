import type { Basket, Shortage, TillTier } from './basket'
import type { Learned } from './notes'

/** What is being typed with the number keys: an amount after `.`, a quantity between `*`, or either on the numpad. */
export type Entry = { kind: 'money' | 'quantity' | 'number'; text: string }

/** One of several tenders that pay together. Only one of them is cash. */
export type Part =
  | { method: 'cash'; amount_minor: number; tendered_minor: number }
  | { method: 'card'; amount_minor: number; reference: string }
  | { method: 'voucher'; amount_minor: number; voucher: string }

/** A code that lowers the price of some tickets of the basket. */
export type Voucher = {
  code: string
  /** The tiers it is for; all when null. */
  tiers: readonly string[] | null
  /** How many tickets it still serves. */
  left: number
}

/** How the guest pays. */
export type Payment =
  | { method: 'cash'; tendered_minor: number }
  | { method: 'card'; reference: string }
  | { method: 'split'; parts: readonly Part[] }

export type Stage =
  | { at: 'selling' }
  /** The stand-alone terminal is busy with the guest's card. */
  | { at: 'card'; reference: string }
  /** Several tenders; `card` is the part that the terminal is busy with. */
  | { at: 'split'; parts: readonly Part[]; card: { amount_minor: number; reference: string } | null }

/** What a second press of the same key will do. */
export type Armed = Payment | { method: 'take-back' }

export type TillState = {
  basket: Basket
  voucher: Voucher | null
  entry: Entry | null
  stage: Stage
  armed: Armed | null
  /** Baskets before the latest edits, oldest first. */
  past: readonly Basket[]
}

export const AT_REST: TillState = {
  ...{ basket: [], voucher: null, entry: null, stage: { at: 'selling' }, armed: null, past: [] },
}

/** What a basket costs, in minor units. */
export type Price = {
  total_minor: number
  /** As coins can pay it: rounded where the currency has no coins for its smallest units. */
  cash_minor: number
}

export type DrawerStatus = 'closed' | 'open' | 'counting'

export type TillContext = {
  tiers: readonly TillTier[]
  currency: string
  exponent: number
  learned: Learned
  drawer: DrawerStatus
  /** Whether the sale before can be taken back as if it had not been. */
  lastSale: 'none' | 'can-be-taken-back' | 'paper-is-out'
  priceOf: (state: TillState) => Price
}

/** What the screen must do because of a key. */
export type TillEffect =
  | { do: 'sell'; basket: Basket; voucher: Voucher | null; payment: Payment; price: Price }
  | { do: 'shortage'; tier: TillTier; shortage: Shortage }
  | { do: 'too-little'; missing_minor: number }
  | { do: 'open-drawer'; float_minor: number | null }
  | { do: 'park'; basket: Basket; voucher: Voucher | null }
  | { do: 'confirm-large' | 'nothing-to-pay' | 'drawer-closed' | 'drawer-counting' | 'card-part-gone' }
  | { do: 'take-back' }
  | { do: 'confirm-take-back' | 'paper-is-out' | 'nothing-sold' }
  | { do: 'reprint' | 'search' | 'voucher' | 'open-last' | 'parked' }

export type TillKey = { code: string; key: string; shift: boolean }
export type Pressed = { state: TillState; effects: TillEffect[] }
