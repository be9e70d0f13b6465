import { expect, it } from 'vitest'

import { moveRow } from './rows'

it('moves by row, page and end, and stays inside', () => {
  expect(moveRow('ArrowDown', 0, 10, 4)).toBe(1)
  expect(moveRow('k', 0, 10, 4)).toBe(0)
  expect(moveRow('PageDown', 7, 10, 4)).toBe(9)
  expect(moveRow('PageUp', 2, 10, 4)).toBe(0)
  expect(moveRow('End', 2, 10, 4)).toBe(9)
  expect(moveRow('Home', 9, 10, 4)).toBe(0)
})

it('leaves other keys and empty grids alone', () => {
  expect(moveRow('x', 3, 10, 4)).toBeNull()
  expect(moveRow('ArrowDown', 0, 0, 4)).toBeNull()
})
