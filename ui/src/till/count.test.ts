import { expect, it } from 'vitest'

import { countedMinor, countsOf, piecesOf, unreadable } from './count'

const denominations = [
  { minor: 5000, is_note: true },
  { minor: 200, is_note: false },
  { minor: 1, is_note: false },
]

it('a count is the sum of its pieces, and an empty field is none', () => {
  expect(countedMinor(denominations, { 5000: '3', 200: '', 1: '7' })).toBe(15007)
  expect(countsOf(denominations, { 5000: '3', 200: '', 1: '7' })).toEqual([
    { denomination_minor: 5000, count: 3 },
    { denomination_minor: 1, count: 7 },
  ])
})

it('what is no whole number is named, not guessed', () => {
  expect(piecesOf('1.5')).toBeNull()
  expect(piecesOf('-2')).toBeNull()
  expect(piecesOf('9999999')).toBeNull()
  expect(unreadable(denominations, { 5000: 'x', 1: '2' })).toEqual([5000])
})
