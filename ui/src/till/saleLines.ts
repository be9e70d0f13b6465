import type { LineRequest } from '../gen/types'
import type { Basket } from './basket'
import type { Voucher } from './state'

/** The lines of a basket as commands take them; a voucher serves as many tickets as it has left, the rest pay in full. */
export function saleLines(basket: Basket, voucher: Voucher | null): LineRequest[] {
  let left = voucher?.left ?? 0
  return basket.flatMap(({ tierId: tier, quantity }) => {
    const isFor = voucher !== null && (voucher.tiers === null || voucher.tiers.includes(tier))
    const served = isFor ? Math.min(quantity, left) : 0
    left -= served
    return [
      ...(served > 0 && voucher ? [{ tier, quantity: served, voucher: voucher.code }] : []),
      ...(quantity > served ? [{ tier, quantity: quantity - served }] : []),
    ]
  })
}
