import { expect, it } from 'vitest'

import { msUntilLock } from './idle'

it('never locks while the setting is off', () => {
  expect(msUntilLock(0, 1e12, 0)).toBeNull()
})

it('counts from the last use', () => {
  expect(msUntilLock(1000, 1000, 2)).toBe(120_000)
  expect(msUntilLock(1000, 61_000, 2)).toBe(60_000)
})

it('is due at once after a sleep of the computer', () => {
  expect(msUntilLock(1000, 9_999_999, 2)).toBe(0)
})
