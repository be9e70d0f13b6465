import { expect, it } from 'vitest'

import type { ListRow } from '../gen/types'
import { likeliestList } from './post'

const list = (name: string, tiers: number, covers_all_tiers = false): ListRow => ({
  ...{ id: name, event_id: 'e', name, covers_all_tiers, allows_multiple_entries: false, rules: null, version: 1 },
  ...{ allows_reentry_after_exit: false, includes_pending: false, matches_addons: false, exit_all_at: null },
  tiers: Array.from({ length: tiers }, (_, at) => ({ id: `t${at}`, name: `t${at}` })),
})

it('starts with the list that lets in most', () => {
  expect(likeliestList([list('balcony', 1), list('floor', 3)])?.name).toBe('floor')
  expect(likeliestList([list('floor', 3), list('all', 0, true)])?.name).toBe('all')
  expect(likeliestList([])).toBeUndefined()
})
