import { expect, it } from 'vitest'

import { hasMessage } from '../design/text/catalogue'
import type { ConflictKind, DoorConflict } from '../gen/types'
import { byKind } from './conflicts'

const KINDS: readonly ConflictKind[] = [
  ...(['entered_twice', 'ended_before_entry', 'ended_inside', 'two_generations', 'entered_unpaid'] as const),
]
const conflict = (kind: ConflictKind): DoorConflict => ({
  ...{ kind, ticket_id: kind, code: '', holder_name: '', order_code: '', list_id: 'l', list_name: 'Entrance' },
  ...{ first_at: '2026-06-12T19:00:00Z', last_at: '2026-06-12T19:00:00Z', entries: 1, places: '' },
})

it('every kind is shown, the gravest first, and says what it is and what to do', () => {
  const groups = byKind(KINDS.map(conflict))
  expect(groups[0]?.kind).toBe('ended_before_entry')
  expect(groups.map(({ kind }) => kind).toSorted()).toEqual(KINDS.toSorted())
  for (const { kind } of groups) {
    for (const language of ['en', 'de'] as const) {
      const id = `conflict-${kind.replaceAll('_', '-')}`
      expect([hasMessage(language, id), hasMessage(language, `${id}-todo`)]).toEqual([true, true])
    }
  }
})

it('kinds without a case take no room', () => {
  expect(byKind([conflict('entered_unpaid')]).map(({ kind }) => kind)).toEqual(['entered_unpaid'])
})
