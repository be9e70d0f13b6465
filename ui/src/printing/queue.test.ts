import { describe, expect, it } from 'vitest'

import type { JobStatus, PrintItemRow, PrintJobRow } from '../gen/types'
import { foremost, minutesLeft, nextTurns, standingOf } from './queue'

const sheet = (position: number): PrintItemRow => ({
  ...{ id: `sheet-${position}`, position, label: `no. ${position}`, ticket_id: null, order_id: null },
  ...{ receipt_number: null, status: 'unknown', copy: 1, message: '', sent_at: null, settled_at: null },
})

function job(id: string, status: JobStatus, more: Partial<PrintJobRow> = {}): PrintJobRow {
  return {
    ...{ id, printer_id: 'till', printer_name: 'Till', document: 'ticket', title: 'Tuba Night', reason: 'first' },
    ...{ locale: 'en', status, pause: null, item_count: 500, printed: 212, failed: 0, unknown: 0, waiting: 288 },
    ...{
      next_position: 213,
      unknown_items: [],
      created_at: '2026-11-20T20:00:00Z',
      updated_at: '2026-11-20T20:00:00Z',
    },
    ...more,
  }
}

describe('turns', () => {
  it('go to the oldest moving job of each printer, so that two orders never mix on one roll', () => {
    const jobs = [
      job('late', 'queued', { created_at: '2026-11-20T20:05:00Z' }),
      job('early', 'printing', { created_at: '2026-11-20T20:01:00Z' }),
      job('stopped', 'paused', { created_at: '2026-11-20T20:00:00Z' }),
      job('office', 'queued', { printer_id: 'office', created_at: '2026-11-20T20:06:00Z' }),
    ]
    expect([...nextTurns(jobs)].sort()).toEqual(['early', 'office'])
  })

  it('are given to nobody while nothing moves', () => {
    expect(nextTurns([job('a', 'paused'), job('b', 'done'), job('c', 'cancelled')])).toEqual([])
  })
})

describe('where a job stands', () => {
  it('asks about the sheet in doubt before anything else', () => {
    const stopped = job('a', 'paused', { unknown: 1, unknown_items: [sheet(212)] })
    expect(standingOf(stopped)).toEqual({ at: 'in-doubt', sheet: sheet(212), continueAt: 213 })
  })

  it('asks about a doubtful sheet of a job that is through, with nothing to continue', () => {
    const through = job('a', 'done', { unknown: 1, unknown_items: [sheet(500)], next_position: null })
    expect(standingOf(through)).toEqual({ at: 'in-doubt', sheet: sheet(500), continueAt: null })
  })

  it('continues at the next sheet when every other is known', () => {
    expect(standingOf(job('a', 'paused'))).toEqual({ at: 'stopped', continueAt: 213 })
    expect(standingOf(job('a', 'printing'))).toEqual({ at: 'moving' })
    expect(standingOf(job('a', 'done'))).toEqual({ at: 'over' })
  })

  it('shows first what needs a person', () => {
    const doubtful = job('doubt', 'paused', { unknown: 1, unknown_items: [sheet(3)] })
    expect(foremost([job('moves', 'printing'), job('stopped', 'paused'), doubtful])?.id).toBe('doubt')
    expect(foremost([job('moves', 'printing'), job('stopped', 'paused')])?.id).toBe('stopped')
    expect(foremost([])).toBeNull()
  })
})

describe('the time that is left', () => {
  const start = { at_ms: 0, printed: 0 }
  it('follows the pace and is never said too short', () => {
    expect(minutesLeft(start, { at_ms: 60_000, printed: 100 }, 288)).toBe(3)
    expect(minutesLeft(start, { at_ms: 60_000, printed: 100 }, 1)).toBe(1)
  })

  it('is not guessed from a few sheets', () => {
    expect(minutesLeft(start, { at_ms: 5000, printed: 4 }, 400)).toBeNull()
    expect(minutesLeft(start, { at_ms: 0, printed: 50 }, 400)).toBeNull()
  })
})
