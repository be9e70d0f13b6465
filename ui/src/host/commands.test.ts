import { expect, it } from 'vitest'

import { isStale, staleAfter } from './commands'

it('a sale makes stock, orders and figures ask again, and leaves the lists of the world alone', () => {
  const stale = staleAfter('order.complete')
  expect(isStale('tier.list', stale)).toBe(true)
  expect(isStale('order.list', stale)).toBe(true)
  expect(isStale('event.show', stale)).toBe(true)
  expect(isStale('reference.lists', stale)).toBe(false)
})

it('a query makes nothing stale', () => {
  expect(staleAfter('tier.list')).toEqual([])
})

it('refreshes everything when the host says so', () => {
  expect(isStale('reference.lists', ['*'])).toBe(true)
})

it('takes a name for itself and a dot for a family', () => {
  expect(isStale('event.readiness', ['event.readiness'])).toBe(true)
  expect(isStale('event.show', ['event.readiness'])).toBe(false)
  expect(isStale('door.counters', ['door.'])).toBe(true)
})
