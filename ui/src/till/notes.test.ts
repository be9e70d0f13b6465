import fc from 'fast-check'
import { expect, it } from 'vitest'

import { isLargeSale, learn, smartNotes } from './notes'

it('offers the exact amount and the notes a guest is likeliest to hand over', () => {
  const cases: [number, string, number, number[]][] = [
    [8500, 'EUR', 2, [8500, 9000, 10000, 20000]],
    [2500, 'EUR', 2, [2500, 3000, 4000, 5000]],
    [1200, 'EUR', 2, [1200, 1500, 2000, 5000]],
    [3750, 'EUR', 2, [3750, 4000, 5000, 10000]],
    [100, 'USD', 2, [100, 500, 1000, 2000]],
    [3500, 'JPY', 0, [3500, 4000, 5000, 10000]],
    [7250, 'KWD', 3, [7250, 8000, 10000, 20000]],
    [50000, 'EUR', 2, [50000, 60000, 80000, 100000]],
  ]
  for (const [total, currency, exponent, expected] of cases) {
    expect(smartNotes(total, currency, exponent), `${currency} ${total}`).toEqual(expected)
  }
})

it('never offers less than the total, nor the same twice, and always rises', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.constantFrom('EUR', 'GBP', 'CHF', 'XXX'),
      (total, currency) => {
        const notes = smartNotes(total, currency, 2)
        expect(notes[0]).toBe(total)
        for (const [at, note] of notes.slice(1).entries()) expect(note).toBeGreaterThan(notes[at] ?? 0)
        expect(notes.length).toBeGreaterThanOrEqual(3)
        expect(notes.length).toBeLessThanOrEqual(4)
      },
    ),
  )
})

it('offers nothing for nothing', () => {
  expect(smartNotes(0, 'EUR', 2)).toEqual([])
})

it('learns what guests of this till hand over, once it happened twice', () => {
  let memory = learn({}, 'EUR:8500', 10500)
  expect(smartNotes(8500, 'EUR', 2, memory['EUR:8500'])).toEqual([8500, 9000, 10000, 20000])
  memory = learn(memory, 'EUR:8500', 10500)
  expect(smartNotes(8500, 'EUR', 2, memory['EUR:8500'])).toEqual([8500, 9000, 10000, 10500])
})

it('forgets the oldest totals', () => {
  let memory = {}
  for (let total = 0; total < 300; total += 1) memory = learn(memory, `EUR:${total}`, 1)
  expect(Object.keys(memory)).toHaveLength(200)
  expect(memory).toHaveProperty(['EUR:299'])
})

it('asks twice above ten tickets or a large amount', () => {
  expect(isLargeSale(50000, 10, 'EUR', 2)).toBe(false)
  expect(isLargeSale(50001, 1, 'EUR', 2)).toBe(true)
  expect(isLargeSale(100, 11, 'EUR', 2)).toBe(true)
  expect(isLargeSale(70000, 2, 'JPY', 0)).toBe(false)
})
