import { expect, it } from 'vitest'

import { changesOf, type Details } from './details'

const details: Details = {
  ...{ title: 'Jazz Night', starts_at: '2027-06-13T20:00', doors_at: null, ends_at: '2027-06-13T23:00' },
  ...{ venue: 'Hall', city: '', capacity: null, category_code: '', description: '', terms: '' },
}

it('sends nothing that was not touched', () => {
  expect(Object.values(changesOf(details, details)).filter((value) => value !== undefined)).toEqual([])
})

it('sends a city together with its venue', () => {
  const changes = changesOf(details, { ...details, city: 'Leipzig', capacity: 900 })
  expect(changes.venue).toEqual({ name: 'Hall', city: 'Leipzig' })
  expect(changes.capacity).toBe(900)
  expect(changes.title).toBeUndefined()
})
