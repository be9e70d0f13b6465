import { expect, it } from 'vitest'

import { finds } from './fold'

it('finds by the beginnings of words, whatever their case and accents', () => {
  expect(finds('jaz nig', 'Jazz Night')).toBe(true)
  expect(finds('muller', 'Müller, Jürgen')).toBe(true)
  expect(finds('strasse', 'Lange Straße 4')).toBe(true)
  expect(finds('ight', 'Jazz Night')).toBe(false)
  expect(finds('void', 'Refund tickets', 'void cancel return')).toBe(true)
  expect(finds('', 'anything')).toBe(true)
})
