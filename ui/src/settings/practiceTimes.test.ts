import { expect, it } from 'vitest'

import { isTooLate, practiceTimes } from './practiceTimes'

it('practises tonight: within the hour, and long enough for an evening', () => {
  const now = Date.parse('2026-11-20T19:00:00Z')
  expect(practiceTimes(now)).toEqual({
    starts_at: '2026-11-20T20:00:00.000Z',
    ends_at: '2026-11-21T02:00:00.000Z',
  })
})

it('moves a practice that is over or nearly over, and leaves one that goes on', () => {
  const now = Date.parse('2026-11-20T19:00:00Z')
  expect(isTooLate('2026-11-20T19:30:00Z', now)).toBe(true)
  expect(isTooLate('2026-11-19T02:00:00Z', now)).toBe(true)
  expect(isTooLate('2026-11-21T02:00:00Z', now)).toBe(false)
})
