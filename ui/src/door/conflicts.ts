import type { ConflictKind, DoorConflict } from '../gen/types'

/** What weighs most stands first: money and people who are inside without right. */
const ORDER: readonly ConflictKind[] = [
  'ended_before_entry',
  'two_generations',
  'entered_twice',
  'entered_unpaid',
  'ended_inside',
]

export type ConflictGroup = { kind: ConflictKind; rows: readonly DoorConflict[] }

/** What contradicts itself, by kind; kinds without a case are left out. */
export function byKind(conflicts: readonly DoorConflict[]): ConflictGroup[] {
  return ORDER.map((kind) => ({ kind, rows: conflicts.filter((row) => row.kind === kind) })).filter(
    ({ rows }) => rows.length > 0,
  )
}
