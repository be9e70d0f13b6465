import { expect, it } from 'vitest'

import { currencyOf, regionOf } from './region'

it('suggests the country of the zone before that of the language', () => {
  expect(regionOf('en-GB', 'Europe/Berlin')).toBe('DE')
  expect(regionOf('de-DE', 'Etc/UTC')).toBe('DE')
  expect(regionOf('en', 'Etc/UTC')).toBe('US')
})

it('suggests a currency only where it knows one', () => {
  expect(currencyOf('AT')).toBe('EUR')
  expect(currencyOf('AQ')).toBe('')
})
