import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatLocal, formatRelative, localAt, localText } from './time'
import { readWhen } from './when'

// A Friday.
const now = { year: 2026, month: 11, day: 20, hour: 15, minute: 30 }
const read = (text: string, locale = 'en-GB'): string => {
  const reading = readWhen(text, { now, locale, hour: 20, minute: 0 })
  return 'local' in reading ? localText(reading.local) : reading.fault
}

describe('a date typed as people type it', () => {
  const cases: [string, string, string][] = [
    ['sat 12 dec 19:30', 'en-GB', '2026-12-12T19:30'],
    ['Saturday, 12 December 2026 at 19:30', 'en-GB', '2026-12-12T19:30'],
    ['dec 12 8pm', 'en-US', '2026-12-12T20:00'],
    ['12th of december 8:30 pm', 'en-GB', '2026-12-12T20:30'],
    ['in 6 weeks', 'en-GB', '2027-01-01T20:00'],
    ['+3d 18:00', 'en-GB', '2026-11-23T18:00'],
    ['in 3 months', 'en-GB', '2027-02-20T20:00'],
    ['13/6', 'en-GB', '2027-06-13T20:00'],
    ['6/13', 'en-US', '2027-06-13T20:00'],
    ['6/7', 'en-US', '2027-06-07T20:00'],
    ['6/7', 'en-GB', '2027-07-06T20:00'],
    ['13.6.', 'de-DE', '2027-06-13T20:00'],
    ['13.6.27 19 Uhr', 'de-DE', '2027-06-13T19:00'],
    ['Sa., 13.6.2027, 19:30 Uhr', 'de-DE', '2027-06-13T19:30'],
    ['Samstag, 13. Juni 2027 um 19:30', 'de-DE', '2027-06-13T19:30'],
    ['13. märz', 'de-DE', '2027-03-13T20:00'],
    ['übermorgen 19:15', 'de-DE', '2026-11-22T19:15'],
    ['in 2 Wochen', 'de-DE', '2026-12-04T20:00'],
    ['tomorrow 7pm', 'en-GB', '2026-11-21T19:00'],
    ['tonight', 'en-GB', '2026-11-20T20:00'],
    ['friday', 'en-GB', '2026-11-27T20:00'],
    ['20 nov', 'en-GB', '2026-11-20T20:00'],
    ['19 nov', 'en-GB', '2027-11-19T20:00'],
    ['29 feb', 'en-GB', '2028-02-29T20:00'],
    ['2026-12-12 19:30', 'en-GB', '2026-12-12T19:30'],
    ['2026-12-12T19:30', 'en-GB', '2026-12-12T19:30'],
    ['22:15', 'en-GB', '2026-11-20T22:15'],
    ['31 june', 'en-GB', 'no-such-day'],
    ['32/1', 'en-GB', 'no-such-day'],
    ['soon', 'en-GB', 'unreadable'],
    ['', 'en-GB', 'empty'],
  ]
  for (const [text, locale, expected] of cases) {
    it(`“${text}” in ${locale} is ${expected}`, () => expect(read(text, locale)).toBe(expected))
  }

  it('reads its own echo back', () => {
    const day = fc.integer({ min: 0, max: 1500 })
    fc.assert(
      fc.property(day, fc.constantFrom('en-GB', 'de-DE', 'en-US'), (days, locale) => {
        const date = new Date(Date.UTC(2026, 10, 20 + days))
        const local = {
          ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
          ...{ hour: 19, minute: 30 },
        }
        expect(read(formatLocal(locale, local, 'full'), locale)).toBe(localText(local))
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(text)))
  })
})

it('shows the wall clock of the event’s zone', () => {
  expect(localText(localAt(new Date('2026-06-30T22:30:00Z'), 'Asia/Kolkata'))).toBe('2026-07-01T04:00')
})

it('says how long ago in the largest whole unit', () => {
  const at = Date.parse('2026-11-20T21:41:00Z')
  expect(formatRelative('en-GB', '2026-11-20T21:04:00Z', at)).toMatch(/37 min/)
  expect(formatRelative('en-GB', '2026-11-22T21:41:00Z', at)).toMatch(/2 days/)
})
