import { useState } from 'react'

import { useAnswer } from '../host/query'
import type { Basket } from './basket'
import { parkedSales, parkSale, unparkSale, type ParkedSale } from './parked'
import type { Voucher } from './state'
import type { Buyer } from './useSale'

/** Parked sales of this event on this device; they outlive the window. */
export function useParked(eventId: string) {
  const info = useAnswer('app.info', {})
  const workspace = info.data?.workspace?.path ?? ''
  const [changed, setChanged] = useState(0)
  const [store] = useState(() => globalThis.localStorage)
  const refresh = (): void => setChanged(changed + 1)
  return {
    sales: parkedSales(store, workspace).filter((sale) => sale.eventId === eventId),
    park(basket: Basket, voucher: Voucher | null, buyer: Buyer): void {
      const parkedAt = new Date().toISOString()
      parkSale(store, workspace, { id: crypto.randomUUID(), eventId, basket, voucher, buyer, parkedAt })
      refresh()
    },
    remove(id: ParkedSale['id']): void {
      unparkSale(store, workspace, id)
      refresh()
    },
  }
}
