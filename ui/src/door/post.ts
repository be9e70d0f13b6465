import type { ListRow } from '../gen/types'

/** The list a door most likely checks against: the one that lets in most kinds of ticket. */
export function likeliestList(lists: readonly ListRow[]): ListRow | undefined {
  const breadth = (list: ListRow): number => (list.covers_all_tiers ? Number.POSITIVE_INFINITY : list.tiers.length)
  return lists.toSorted((a, b) => breadth(b) - breadth(a))[0]
}
