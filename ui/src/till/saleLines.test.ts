import { expect, it } from 'vitest'

import { saleLines } from './saleLines'

const basket = [
  { tierId: 'ga', quantity: 3 },
  { tierId: 'vip', quantity: 1 },
]

it('a basket without a voucher is sent as it is', () => {
  expect(saleLines(basket, null)).toEqual([
    { tier: 'ga', quantity: 3 },
    { tier: 'vip', quantity: 1 },
  ])
})

it('a voucher serves the tiers it is for, as often as it has left', () => {
  expect(saleLines(basket, { code: 'BAND', tiers: ['ga'], left: 2 })).toEqual([
    { tier: 'ga', quantity: 2, voucher: 'BAND' },
    { tier: 'ga', quantity: 1 },
    { tier: 'vip', quantity: 1 },
  ])
  expect(saleLines(basket, { code: 'ALL', tiers: null, left: 9 })).toEqual([
    { tier: 'ga', quantity: 3, voucher: 'ALL' },
    { tier: 'vip', quantity: 1, voucher: 'ALL' },
  ])
})

it('a used-up voucher serves nobody', () => {
  expect(saleLines(basket, { code: 'GONE', tiers: null, left: 0 }).some((line) => 'voucher' in line)).toBe(false)
})
