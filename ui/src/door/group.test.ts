import { describe, expect, it } from 'vitest'

import { hasMessage, message } from '../design/text/catalogue'
import type { ScanOutcome } from '../gen/types'
import { countSheet, groupOf, groupSheet } from './group'
import { GO_STAYS_MS, type Sheet } from './verdicts'

const outcome = (more: Partial<ScanOutcome> = {}, tier_name = 'GA'): ScanOutcome => ({
  ...{ scan_id: 's1', verdict: 'admit', is_admitted: true, is_forced: false, direction: 'entry', is_repeated: false },
  ...{ reason_text: '', first_use: null, attempts: 1, needs_attention: false, door_note: '', questions: [] },
  ...{ valid_from: null, valid_until: null, scanned_at: '2026-06-12T19:00:00Z' },
  ticket: {
    ...{ id: 't1', code: '0000001H', tier_id: 'v', tier_name, badge_label: '', holder_name: 'Mia' },
    ...{ order_code: 'A-000001', serial: 1, event_id: 'e', event_title: 'Jazz Night' },
    ...{ event_starts_at: '2026-06-12T18:00:00Z', order_size: 4, order_inside: 1 },
  },
  ...more,
})
const refused = outcome({ verdict: 'unpaid', is_admitted: false })
const written = (sheet: Sheet): string[] =>
  [sheet.word, ...sheet.why, sheet.todo].map(({ id, values }) => message('en', id, values))

describe('who stands for a group', () => {
  it('is let in, on the way in, with others of the order outside', () => {
    expect(groupOf(outcome())).toMatchObject({ size: 4, inside: 1, count: 3 })
    expect(groupOf(refused)).toBeNull()
    expect(groupOf(outcome({ direction: 'exit' }))).toBeNull()
    expect(groupOf(outcome({ ticket: null }))).toBeNull()
  })

  it('is nobody once everybody is inside', () => {
    const { ticket } = outcome()
    expect(groupOf(outcome({ ticket: ticket && { ...ticket, order_inside: 4 } }))).toBeNull()
  })
})

describe('counting', () => {
  const group = { ticketId: 't1', orderCode: 'A-000001', size: 4, inside: 1, count: 3 }

  it('shows the number and lets nobody in yet', () => {
    const sheet = countSheet(group, false)
    expect([sheet.signal, sheet.stays_ms]).toEqual(['same', null])
    expect(written(sheet)).toEqual(['3', 'Order of 4 · 1 in', 'Count aloud to 3. A or Enter lets them all in'])
  })

  it('says so when the number is another one now, and offers nothing when it is none', () => {
    expect(written(countSheet({ ...group, count: 2 }, true))[1]).toContain('2 may enter now')
    expect(countSheet({ ...group, count: 0 }, true).todo.id).toBe('verdict-todo-count-none')
  })
})

describe('what became of the group', () => {
  it('is one GO with its number and tiers, which makes room by itself', () => {
    const sheet = groupSheet({ admitted: [outcome(), outcome({}, 'VIP'), outcome()], refused: [] })
    expect([sheet.signal, sheet.sound, sheet.stays_ms]).toEqual(['go', 'go', GO_STAYS_MS])
    expect(written(sheet)).toEqual(['GO × 3', '2 × GA', '1 × VIP', 'Welcome the guest'])
  })

  it('stays for a person when somebody was refused, with a sound of its own', () => {
    const sheet = groupSheet({ admitted: [outcome()], refused: [refused] })
    expect([sheet.signal, sheet.sound, sheet.stays_ms]).toEqual(['go', 'attention', null])
  })

  it('is never green when nobody came in', () => {
    expect(groupSheet({ admitted: [], refused: [refused] }).signal).toBe('wait')
  })

  it('has its words in every language', () => {
    for (const sheet of [
      groupSheet({ admitted: [outcome()], refused: [refused] }),
      groupSheet({ admitted: [], refused: [] }),
    ])
      for (const { id } of [sheet.word, sheet.todo, ...sheet.why]) expect(hasMessage('de', id), id).toBe(true)
  })
})
