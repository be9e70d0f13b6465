import { expect, it } from 'vitest'

import { qrPath } from './qr'

it('draws a badge as small as its letters allow, with white around it', () => {
  const { path, size } = qrPath('STAFF-0123456789ABCDEF')
  // Version 2 holds 26 to 38 letters at level M or better; 25 modules and four of quiet on each side.
  expect(size).toBe(25 + 8)
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap((match) => [Number(match[1]), Number(match[2])])
  expect(Math.min(...places)).toBe(4)
  expect(Math.max(...places)).toBe(size - 5)
})

it('draws different codes differently, and refuses letters that the code has no room for', () => {
  expect(qrPath('STAFF-A').path).not.toBe(qrPath('STAFF-B').path)
  expect(() => qrPath('staff-a')).toThrow()
})
