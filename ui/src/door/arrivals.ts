import type { MinuteCount } from '../gen/types'

/** Entries between one moment and the next of the curve. */
export type Interval = { at_ms: number; entries: number }
export type Arrivals = { minutes: number; intervals: readonly Interval[] }

/** Lengths of an interval that people count in, in minutes. */
const LENGTHS = [1, 5, 10, 15, 30, 60, 180, 360, 1440] as const
/** As many bars as can still be told apart. */
const INTERVALS_MAX = 36

const MINUTE_MS = 60_000

/** The curve of arrivals without gaps: from the first minute to the last, in intervals of equal length. */
export function arrivalsOf(counted: readonly MinuteCount[]): Arrivals {
  const entries = counted.map(({ at, entries }) => ({ at_ms: Date.parse(at), entries }))
  const first = Math.min(...entries.map(({ at_ms }) => at_ms))
  const last = Math.max(...entries.map(({ at_ms }) => at_ms))
  if (entries.length === 0) return { minutes: LENGTHS[0], intervals: [] }
  const startsBefore = (at_ms: number, minutes: number): number => Math.floor(at_ms / (minutes * MINUTE_MS))
  const countOf = (minutes: number): number => startsBefore(last, minutes) - startsBefore(first, minutes) + 1
  const minutes = LENGTHS.find((length) => countOf(length) <= INTERVALS_MAX) ?? LENGTHS[LENGTHS.length - 1] ?? 1
  const start = startsBefore(first, minutes)
  const intervals = Array.from({ length: countOf(minutes) }, (_, at) => ({
    at_ms: (start + at) * minutes * MINUTE_MS,
    entries: 0,
  }))
  for (const { at_ms, entries: count } of entries) {
    const interval = intervals[startsBefore(at_ms, minutes) - start]
    if (interval) interval.entries += count
  }
  return { minutes, intervals }
}
