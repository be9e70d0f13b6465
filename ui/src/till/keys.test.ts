import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mostOf, ticketCount, totalOf, type TillTier } from './basket'
import { enteredMinor } from './entry'
import { pressKey } from './keys'
import { remainingMinor } from './split'
import { AT_REST, type TillContext, type TillEffect, type TillKey, type TillState } from './state'

const tier = (id: string, price_minor: number, more: Partial<TillTier> = {}): TillTier => ({
  ...{ id, name: id, price_minor, available: null, order_quantity_max: null, state: 'on_sale' },
  ...more,
})
const tiers = [
  tier('ga', 2500),
  tier('vip', 3500),
  tier('few', 1000, { available: 3 }),
  tier('gone', 900, { state: 'sold_out' }),
]
const context: TillContext = {
  tiers,
  ...{ currency: 'EUR', exponent: 2, learned: {}, drawer: 'open', lastSale: 'none' },
  priceOf: ({ basket }) => ({ total_minor: totalOf(basket, tiers), cash_minor: totalOf(basket, tiers) }),
}

const CODES: Record<string, TillKey> = {
  '.': { code: 'Period', key: '.', shift: false },
  '*': { code: 'Digit8', key: '*', shift: true },
  Enter: { code: 'Enter', key: 'Enter', shift: false },
  Esc: { code: 'Escape', key: 'Escape', shift: false },
  Back: { code: 'Backspace', key: 'Backspace', shift: false },
  NEnter: { code: 'NumpadEnter', key: 'Enter', shift: false },
  'N.': { code: 'NumpadDecimal', key: ',', shift: false },
}

/** "1" a row digit, "-1" with Shift, "N1" on the numpad, letters by position. */
function toKey(name: string): TillKey {
  const known = CODES[name]
  if (known) return known
  if (/^N\d$/.test(name)) return { code: `Numpad${name.charAt(1)}`, key: name.charAt(1), shift: false }
  if (/^-\d$/.test(name)) return { code: `Digit${name.charAt(1)}`, key: '!', shift: true }
  if (/^\d$/.test(name)) return { code: `Digit${name}`, key: name, shift: false }
  return { code: `Key${name}`, key: name.toLowerCase(), shift: false }
}

function type(
  keys: string,
  from: TillState = AT_REST,
  at: TillContext = context,
): { state: TillState; effects: TillEffect[] } {
  let state = from
  const effects: TillEffect[] = []
  for (const name of keys.split(' ')) {
    const pressed = pressKey(state, toKey(name), at)
    if (!pressed) continue
    state = pressed.state
    effects.push(...pressed.effects)
  }
  return { state, effects }
}

const basketOf = (keys: string): Record<string, number> =>
  Object.fromEntries(type(keys).state.basket.map((line) => [line.tierId, line.quantity]))

describe('selling', () => {
  it('takes two GA and one VIP for a hundred in four keys', () => {
    const { state, effects } = type('1 1 2 E')
    expect(effects).toEqual([
      {
        do: 'sell',
        basket: [
          { tierId: 'ga', quantity: 2 },
          { tierId: 'vip', quantity: 1 },
        ],
        voucher: null,
        payment: { method: 'cash', tendered_minor: 10000 },
        price: { total_minor: 8500, cash_minor: 8500 },
      },
    ])
    expect(state).toEqual(AT_REST)
  })

  it('takes two exact tickets in three keys', () => {
    expect(type('1 1 Enter').effects).toMatchObject([{ do: 'sell', payment: { method: 'cash', tendered_minor: 5000 } }])
  })

  it('takes back with Shift, and never below nothing', () => {
    expect(basketOf('1 1 -1')).toEqual({ ga: 1 })
    expect(basketOf('-1 -1')).toEqual({})
  })

  it('sells nothing from an empty basket', () => {
    for (const key of ['Enter', 'C', 'NEnter', 'X', 'V']) expect(type(key).effects).toEqual([{ do: 'nothing-to-pay' }])
    expect(type('Q').effects).toEqual([])
  })
})

describe('numbers', () => {
  it('a numpad number before a tier key is a quantity', () => {
    expect(basketOf('N1 N2 1')).toEqual({ ga: 12 })
  })

  it('a number between stars is a quantity, for keyboards without a numpad', () => {
    expect(basketOf('* 1 2 * 1')).toEqual({ ga: 12 })
    expect(basketOf('* * 1')).toEqual({ ga: 1 })
  })

  it('a numpad number after the tiers is the amount given', () => {
    const { effects } = type('1 1 2 N1 N0 N0 NEnter')
    expect(effects).toMatchObject([{ do: 'sell', payment: { tendered_minor: 10000 }, price: { total_minor: 8500 } }])
  })

  it('a point starts an amount on keyboards without a numpad', () => {
    expect(type('1 1 2 . 1 0 0 Enter').effects).toMatchObject([{ do: 'sell', payment: { tendered_minor: 10000 } }])
    expect(type('1 . 2 7 . 5 Enter').effects).toMatchObject([{ do: 'sell', payment: { tendered_minor: 2750 } }])
    expect(type('1 N2 N5 N. N5 N0 NEnter').effects).toMatchObject([{ do: 'sell', payment: { tendered_minor: 2550 } }])
  })

  it('too little money is said, and nothing is sold or lost', () => {
    const { state, effects } = type('1 1 2 N5 N0 NEnter')
    expect(effects).toEqual([{ do: 'too-little', missing_minor: 3500 }])
    expect(ticketCount(state.basket)).toBe(3)
  })

  it('Backspace corrects the number before it touches the basket', () => {
    expect(type('1 N5 N0 Back N9').state.entry).toEqual({ kind: 'number', text: '59' })
    expect(basketOf('1 2 Back')).toEqual({ ga: 1 })
    expect(basketOf('1 2 N5 Back Back')).toEqual({ ga: 1 })
  })

  it('an amount follows the currency’s own decimals', () => {
    expect(enteredMinor({ kind: 'money', text: '12.5' }, 3)).toBe(12500)
    expect(enteredMinor({ kind: 'money', text: '12.999' }, 2)).toBe(1299)
    expect(enteredMinor({ kind: 'number', text: '1500' }, 0)).toBe(1500)
    expect(enteredMinor({ kind: 'quantity', text: '3' }, 2)).toBeNull()
  })
})

describe('limits', () => {
  it('adds what is left and says so', () => {
    const { state, effects } = type('* 5 * 3')
    expect(state.basket).toEqual([{ tierId: 'few', quantity: 3 }])
    expect(effects).toMatchObject([{ do: 'shortage', shortage: { why: 'only-left', left: 3 } }])
  })

  it('refuses a sold-out tier with its reason', () => {
    expect(type('4').effects).toMatchObject([{ do: 'shortage', shortage: { why: 'not-on-sale', state: 'sold_out' } }])
    expect(basketOf('4')).toEqual({})
  })

  it('names the tightest bound', () => {
    expect(mostOf(tier('a', 1, { available: 8, order_quantity_max: 4 }))).toEqual({
      most: 4,
      bound: { why: 'order-max', most: 4 },
    })
  })

  it('a large sale needs the same key twice', () => {
    const first = type('* 1 2 * 1 Enter')
    expect(first.effects).toEqual([{ do: 'confirm-large' }])
    expect(type('Enter', first.state).effects).toMatchObject([{ do: 'sell', price: { total_minor: 30000 } }])
  })

  it('another key in between asks again', () => {
    const first = type('* 1 2 * 1 Enter')
    expect(type('1 Enter', first.state).effects).toEqual([{ do: 'confirm-large' }])
    expect(type('W', first.state).effects).toEqual([{ do: 'confirm-large' }])
    expect(type('Esc', first.state).state.armed).toBeNull()
  })
})

describe('taking back', () => {
  it('Esc clears the basket and Z brings it back', () => {
    const cleared = type('1 1 2 Esc').state
    expect(cleared.basket).toEqual([])
    expect(ticketCount(type('Z', cleared).state.basket)).toBe(3)
  })

  it('Esc takes a typed number first', () => {
    const { state } = type('1 N5 Esc')
    expect(state.entry).toBeNull()
    expect(state.basket).toHaveLength(1)
  })

  it('Z walks back through every edit', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '2', '3', '-1', 'Back', 'Esc'), { maxLength: 30 }), (keys) => {
        const { state } = type(keys.join(' '))
        const undone = type(Array(60).fill('Z').join(' '), state)
        expect(undone.state.basket).toEqual([])
        expect(undone.state.past).toEqual([])
      }),
    )
  })
})

describe('card', () => {
  it('C then Enter is “approved on the terminal”, with the digits typed as reference', () => {
    expect(type('1 1 2 C Enter').effects).toMatchObject([{ do: 'sell', payment: { method: 'card', reference: '' } }])
    expect(type('1 C 4 2 N4 N2 Enter').effects).toMatchObject([{ do: 'sell', payment: { reference: '4242' } }])
  })

  it('Esc returns to the basket, which is kept', () => {
    const { state } = type('1 C 1 Esc')
    expect(state.stage).toEqual({ at: 'selling' })
    expect(state.basket).toEqual([{ tierId: 'ga', quantity: 1 }])
  })

  it('tier and note keys sell nothing while the card is busy', () => {
    expect(type('1 C Q W E').effects).toEqual([])
  })
})

describe('the drawer', () => {
  const closed: TillContext = { ...context, drawer: 'closed' }

  it('Enter opens a closed drawer, with the typed amount as its float', () => {
    expect(type('Enter', AT_REST, closed).effects).toEqual([{ do: 'open-drawer', float_minor: null }])
    expect(type('. 1 5 0 Enter', AT_REST, closed).effects).toEqual([{ do: 'open-drawer', float_minor: 15000 }])
  })

  it('nothing is taken at a closed drawer or while it is counted, and the basket stays', () => {
    for (const pay of ['C', 'X', 'Q', 'W']) {
      const { state, effects } = type(`1 ${pay}`, AT_REST, closed)
      expect(effects).toEqual([{ do: 'drawer-closed' }])
      expect(ticketCount(state.basket)).toBe(1)
    }
    const counting: TillContext = { ...context, drawer: 'counting' }
    expect(type('1 Enter', AT_REST, counting).effects).toEqual([{ do: 'drawer-counting' }])
  })
})

describe('the sale before', () => {
  it('is taken back by Z twice, as long as its paper is not out', () => {
    const can: TillContext = { ...context, lastSale: 'can-be-taken-back' }
    expect(type('Z', AT_REST, can).effects).toEqual([{ do: 'confirm-take-back' }])
    expect(type('Z Z', AT_REST, can).effects.at(-1)).toEqual({ do: 'take-back' })
    expect(type('Z 1 Z Z', AT_REST, can).effects.map((effect) => effect.do)).toEqual([
      'confirm-take-back',
      'confirm-take-back',
    ])
    expect(type('Z', AT_REST, { ...context, lastSale: 'paper-is-out' }).effects).toEqual([{ do: 'paper-is-out' }])
  })
})

describe('cash that coins cannot pay exactly', () => {
  it('Enter takes the rounded amount, the card the exact one', () => {
    const franc: TillContext = { ...context, priceOf: () => ({ total_minor: 1997, cash_minor: 1995 }) }
    expect(type('1 Enter', AT_REST, franc).effects).toMatchObject([{ do: 'sell', payment: { tendered_minor: 1995 } }])
    expect(type('1 C Enter', AT_REST, franc).effects).toMatchObject([{ do: 'sell', price: { total_minor: 1997 } }])
  })
})

describe('parking', () => {
  it('H parks a basket with its code, and opens the list when there is none', () => {
    const { state, effects } = type('1 1 H')
    expect(effects).toEqual([{ do: 'park', basket: [{ tierId: 'ga', quantity: 2 }], voucher: null }])
    expect(state).toEqual(AT_REST)
    expect(type('H').effects).toEqual([{ do: 'parked' }])
  })
})

it('whatever is pressed, no sale is below its total and no basket beyond its stock', () => {
  const keys = '1 2 3 4 -1 -3 N0 N1 N5 N9 N. . * Q W E R Enter NEnter C X H Esc Back Z'.split(' ')
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 60 }), (pressed) => {
      const { state, effects } = type(pressed.join(' '))
      for (const effect of effects) {
        if (effect.do !== 'sell') continue
        expect(effect.price.total_minor).toBe(totalOf(effect.basket, context.tiers))
        expect(effect.basket.length).toBeGreaterThan(0)
        if (effect.payment.method === 'split')
          expect(remainingMinor(effect.payment.parts, effect.price.total_minor)).toBe(0)
        if (effect.payment.method === 'cash')
          expect(effect.payment.tendered_minor).toBeGreaterThanOrEqual(effect.price.cash_minor)
      }
      expect(state.basket.find((line) => line.tierId === 'few')?.quantity ?? 0).toBeLessThanOrEqual(3)
      expect(state.basket.every((line) => line.quantity > 0)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
