import { expect, it } from 'vitest'

import { isLabelPrinter, isRoll, paperFor, papersOf, PRINTER_KINDS } from './kinds'

it('offers each kind of printer the paper it takes', () => {
  for (const kind of PRINTER_KINDS) {
    expect(papersOf(kind).includes('label')).toBe(isLabelPrinter(kind))
    expect(papersOf(kind).includes('58')).toBe(isRoll(kind))
  }
})

it('keeps the paper when the kind changes, where it fits', () => {
  expect(paperFor('escpos_device', '58')).toBe('58')
  expect(paperFor('system', '58')).toBe('a4')
  expect(paperFor('zpl_tcp', 'a4')).toBe('label')
})
