import type { Denomination, DenominationCount } from '../gen/types'

/** What was typed for each kind of piece, by its worth in minor units. */
export type Counted = Readonly<Record<number, string>>

/** Most pieces of one kind that a count takes, as the drawer does. */
const PIECES_MAX = 1_000_000

/** How many pieces a field says; empty is none, anything else that is no whole number is null. */
export function piecesOf(text: string): number | null {
  const bare = text.trim()
  if (bare === '') return 0
  const pieces = /^\d+$/.test(bare) ? Number(bare) : null
  return pieces !== null && pieces <= PIECES_MAX ? pieces : null
}

export function countedMinor(denominations: readonly Denomination[], counted: Counted): number {
  return denominations.reduce((sum, { minor }) => sum + minor * (piecesOf(counted[minor] ?? '') ?? 0), 0)
}

/** The fields that are no whole number, by their worth. */
export function unreadable(denominations: readonly Denomination[], counted: Counted): number[] {
  return denominations.map(({ minor }) => minor).filter((minor) => piecesOf(counted[minor] ?? '') === null)
}

export function countsOf(denominations: readonly Denomination[], counted: Counted): DenominationCount[] {
  return denominations
    .map(({ minor }) => ({ denomination_minor: minor, count: piecesOf(counted[minor] ?? '') ?? 0 }))
    .filter(({ count }) => count > 0)
}
