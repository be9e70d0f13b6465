import { expect, it } from 'vitest'

import { parkedSales, parkSale, unparkSale, type ParkedSale } from './parked'

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}
const sale = (id: string): ParkedSale => ({
  ...{ id, eventId: 'event', basket: [{ tierId: 'ga', quantity: 2 }], voucher: null },
  ...{ buyer: { name: '', email: '' }, parkedAt: '2026-11-20T19:00:00Z' },
})

it('a parked sale is there after a restart and gone once recalled', () => {
  const store = memory()
  parkSale(store, '/venue/a', sale('one'))
  parkSale(store, '/venue/a', sale('two'))
  expect(parkedSales(store, '/venue/a').map(({ id }) => id)).toEqual(['one', 'two'])
  expect(unparkSale(store, '/venue/a', 'one').map(({ id }) => id)).toEqual(['two'])
})

it('another workspace sees nothing of it', () => {
  const store = memory()
  parkSale(store, '/venue/a', sale('one'))
  expect(parkedSales(store, '/venue/b')).toEqual([])
})

it('a damaged store is an empty one', () => {
  expect(parkedSales({ getItem: () => '{oops', setItem: () => undefined }, '/venue/a')).toEqual([])
})
