import { expect, it } from 'vitest'

import { dayOf, likeliestEvent } from './day'

const night = {
  ...{ starts_at: '2026-11-20T21:00:00Z', ends_at: '2026-11-21T03:00:00Z', doors_at: '2026-11-20T20:00:00Z' },
  time_zone: 'Europe/Berlin',
}

it('goes by the venue’s wall clock', () => {
  expect(dayOf(night, new Date('2026-11-19T22:59:00Z'))).toBe('later')
  expect(dayOf(night, new Date('2026-11-19T23:01:00Z'))).toBe('today')
  expect(dayOf(night, new Date('2026-11-21T02:00:00Z'))).toBe('today')
  expect(dayOf(night, new Date('2026-11-22T02:00:00Z'))).toBe('over')
})

it('picks the event that is on or comes next, never a draft', () => {
  const at = (id: string, starts_at: string, ends_at: string, status: 'published' | 'draft' = 'published') => ({
    ...{ id, starts_at, ends_at, status },
  })
  const now = new Date('2026-11-20T22:00:00Z')
  const past = at('past', '2026-11-01T20:00:00Z', '2026-11-01T23:00:00Z')
  const on = at('on', '2026-11-20T21:00:00Z', '2026-11-21T03:00:00Z')
  const next = at('next', '2026-12-01T20:00:00Z', '2026-12-01T23:00:00Z')
  const draft = at('draft', '2026-11-20T20:00:00Z', '2026-11-20T23:00:00Z', 'draft')
  expect(likeliestEvent([next, past, draft, on], now)?.id).toBe('on')
  expect(likeliestEvent([past, draft], now)?.id).toBe('past')
  expect(likeliestEvent([draft], now)).toBeNull()
})
