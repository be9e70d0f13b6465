import { expect, it } from 'vitest'

import { backupName } from './backup'

it('names a copy by its moment and keeps the ending', () => {
  const at = { year: 2026, month: 11, day: 20, hour: 5, minute: 7 }
  expect(backupName('/home/mia/venue.stagedoor', at)).toBe('/home/mia/venue-2026-11-20-0507.stagedoor')
  expect(backupName('C:\\venues.d\\hall', at)).toBe('C:\\venues.d\\hall-2026-11-20-0507')
  expect(backupName('/home/.hidden', at)).toBe('/home/.hidden-2026-11-20-0507')
})
