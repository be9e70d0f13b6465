import { expect, it } from 'vitest'

import type { Printer } from '../gen/types'
import { draftOf, sentOf } from './form'

const ROLL: Printer = {
  ...{ id: 'p', name: 'Till', kind: 'escpos_tcp', address: '192.0.2.7', paper: '58', code_page: 'cp858' },
  ...{ label_width_mm: null, label_height_mm: null, qr: 'picture', acknowledgement: 'written', has_cutter: false },
  ...{ drawer_pin: 5, default_for: ['ticket', 'receipt'], version: 3 },
}

it('sends a printer back as it was when nothing was changed', () => {
  const { name, kind, address, paper, code_page, qr, acknowledgement, has_cutter, drawer_pin, default_for } = ROLL
  expect(sentOf(draftOf(ROLL))).toEqual({
    ...{ name, kind, address, paper, code_page, qr, acknowledgement, has_cutter, drawer_pin, default_for },
    ...{ label_width_mm: undefined, label_height_mm: undefined },
  })
})

it('says plainly that no drawer is plugged in', () => {
  expect(draftOf({ ...ROLL, drawer_pin: null }).drawer_pin).toBe(0)
  expect(sentOf(draftOf({ ...ROLL, drawer_pin: null })).drawer_pin).toBe(0)
})

it('leaves out what means nothing for the kind', () => {
  const office = sentOf({ ...draftOf(ROLL), kind: 'system', paper: 'a4' })
  expect(office).toMatchObject({ has_cutter: false, drawer_pin: 0, code_page: undefined, qr: undefined })
  const labels = sentOf({ ...draftOf(null), kind: 'zpl_tcp', paper: 'label' })
  expect(labels).toMatchObject({ label_width_mm: 80, label_height_mm: 50, has_cutter: false, drawer_pin: 0 })
})
