import fc from 'fast-check'
import { expect, it } from 'vitest'

import { previewEvent, splitPlaces, tiersFor } from './preview'

const tier = (name: string, price_minor: number, share_percent: number) => ({
  ...{ name, price_minor, share_percent, badge_label: '', quantity: 0, order_quantity_max: 10 },
  ...{ sales_open_days_before: 30, sales_close_minutes_after_start: 0, perks: [] },
})
const template = {
  ...{
    key: 'concert',
    name: 'Concert',
    category_code: 'MUSC_1_1',
    summary: '',
    capacity: 900,
    notes: [],
    duration_minutes: 180,
    doors_before_minutes: 60,
  },
  tiers: [tier('Standing', 2500, 80), tier('VIP', 6500, 20)],
  lists: [
    {
      name: 'Main entrance',
      tiers: [],
      re_entry: 'never' as const,
      opens_minutes_before_start: 60,
      closes_minutes_after_start: 60,
    },
  ],
}

it('counts doors and end from the start, across midnight and months', () => {
  const starts = { year: 2026, month: 12, day: 31, hour: 22, minute: 30 }
  const preview = previewEvent(template, starts, 900)
  expect(preview.doors).toEqual({ ...starts, hour: 21 })
  expect(preview.ends).toEqual({ year: 2027, month: 1, day: 1, hour: 1, minute: 30 })
  expect(preview.tiers.map((tier) => tier.quantity)).toEqual([720, 180])
})

it('leaves places open when there is no capacity', () => {
  const preview = previewEvent(template, { year: 2026, month: 6, day: 13, hour: 20, minute: 0 }, null)
  expect(preview.tiers.map((tier) => tier.quantity)).toEqual([null, null])
})

it('draws the tiers for another number of places, with sales that never outlast the event', () => {
  const late = { ...tier('Late', 1000, 100), sales_close_minutes_after_start: 999 }
  const drafts = tiersFor({ ...template, tiers: [late] }, { year: 2026, month: 6, day: 13, hour: 20, minute: 0 }, 120)
  expect(drafts).toMatchObject([{ name: 'Late', quantity: 120, sales_end_at: '2026-06-13T23:00' }])
})

it('splits every place exactly once', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), shares, (capacity, parts) => {
      expect(splitPlaces(capacity, parts).reduce((sum, part) => sum + part, 0)).toBe(capacity)
    }),
  )
})
