import { expect, it } from 'vitest'

import { arrivalsOf } from './arrivals'

const at = (clock: string, entries: number) => ({ at: `2026-06-12T${clock}:00Z`, entries })

it('nobody came: no curve', () => {
  expect(arrivalsOf([]).intervals).toEqual([])
})

it('a short rush is counted by the minute, with the empty minutes in it', () => {
  const { minutes, intervals } = arrivalsOf([at('19:00', 4), at('19:03', 2)])
  expect([minutes, intervals.map(({ entries }) => entries)]).toEqual([1, [4, 0, 0, 2]])
})

it('a long evening is counted in fewer, longer intervals, and loses nobody', () => {
  const counted = Array.from({ length: 240 }, (_, minute) =>
    at(`${String(18 + Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`, 1),
  )
  const { minutes, intervals } = arrivalsOf(counted)
  expect([minutes, intervals.length]).toEqual([10, 24])
  expect(intervals.reduce((sum, { entries }) => sum + entries, 0)).toBe(240)
})

it('a list of several days ends in days, not in a thousand bars', () => {
  const { minutes, intervals } = arrivalsOf([at('10:00', 1), { at: '2026-06-29T10:00:00Z', entries: 1 }])
  expect([minutes, intervals.length]).toEqual([1440, 18])
})
