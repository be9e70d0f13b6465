import { expect, it } from 'vitest'

import { pressAtSplit, remainingMinor } from './split'
import { AT_REST, type TillContext, type TillEffect, type TillState } from './state'

const context: TillContext = {
  tiers: [],
  ...{ currency: 'EUR', exponent: 2, learned: {}, drawer: 'open', lastSale: 'none' },
  priceOf: () => ({ total_minor: 8500, cash_minor: 8500 }),
}
const START: TillState = {
  ...AT_REST,
  basket: [{ tierId: 'ga', quantity: 1 }],
  stage: { at: 'split', parts: [], card: null },
}
const CODES: Record<string, string> = { '.': 'Period', Back: 'Backspace', Esc: 'Escape', Enter: 'Enter' }

function type(keys: string): { state: TillState; effects: TillEffect[] } {
  let state = START
  const effects: TillEffect[] = []
  for (const key of keys.split(' ')) {
    const code = CODES[key] ?? (/\d/.test(key) ? `Digit${key}` : `Key${key}`)
    const pressed = pressAtSplit(state, { code, key, shift: false }, context)
    if (!pressed) continue
    state = pressed.state
    effects.push(...pressed.effects)
  }
  return { state, effects }
}
const partsOf = (state: TillState) => (state.stage.at === 'split' ? state.stage.parts : [])

it('fifty in cash, the rest by card', () => {
  const half = type('5 0 Enter').state
  expect(partsOf(half)).toEqual([{ method: 'cash', amount_minor: 5000, tendered_minor: 5000 }])
  expect(remainingMinor(partsOf(half), 8500)).toBe(3500)
  expect(type('5 0 Enter C 4 2 Enter').effects).toMatchObject([
    {
      do: 'sell',
      payment: {
        method: 'split',
        parts: [
          { method: 'cash', amount_minor: 5000 },
          { method: 'card', amount_minor: 3500, reference: '42' },
        ],
      },
    },
  ])
})

it('a card first, then cash with change for the rest', () => {
  const { effects } = type('3 0 C Enter 6 0 Enter')
  expect(effects).toMatchObject([
    {
      do: 'sell',
      payment: {
        parts: [
          { method: 'card', amount_minor: 3000 },
          { method: 'cash', amount_minor: 5500, tendered_minor: 6000 },
        ],
      },
    },
  ])
})

it('cash given twice is one part', () => {
  expect(partsOf(type('2 0 Enter 3 0 Enter').state)).toEqual([
    { method: 'cash', amount_minor: 5000, tendered_minor: 5000 },
  ])
})

it('a terminal never takes more than what is left', () => {
  expect(type('9 9 9 C').state.stage).toMatchObject({ card: { amount_minor: 8500 } })
})

it('a card that was not approved is no part; a part that was is named when it goes', () => {
  expect(partsOf(type('3 0 C Esc').state)).toEqual([])
  const { state, effects } = type('3 0 C Enter Back')
  expect(partsOf(state)).toEqual([])
  expect(effects).toEqual([{ do: 'card-part-gone' }])
})

it('Esc takes the typed number, then the parts, then leaves', () => {
  expect(type('2 0 Enter 5 Esc').state.entry).toBeNull()
  expect(type('2 0 Enter 5 Esc Esc Esc').state.stage).toEqual({ at: 'selling' })
})
