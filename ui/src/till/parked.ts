import type { Basket } from './basket'
import type { Voucher } from './state'
import type { Buyer } from './useSale'

/** A basket that waits while somebody else is served. */
export type ParkedSale = {
  id: string
  eventId: string
  basket: Basket
  voucher: Voucher | null
  buyer: Buyer
  /** ISO 8601. */
  parkedAt: string
}

type Store = Pick<Storage, 'getItem' | 'setItem'>

/** Most parked sales; a till that parks more has forgotten the oldest. */
const PARKED_MAX = 20

/** A basket is no money: it may rest beside the file, but never in another venue's. */
const keyOf = (workspace: string): string => `stagedoor.parked:${workspace}`

export function parkedSales(store: Store, workspace: string): ParkedSale[] {
  try {
    const stored: unknown = JSON.parse(store.getItem(keyOf(workspace)) ?? '[]')
    return Array.isArray(stored) ? (stored as ParkedSale[]) : []
  } catch {
    return []
  }
}

export function parkSale(store: Store, workspace: string, sale: ParkedSale): ParkedSale[] {
  return write(store, workspace, [...parkedSales(store, workspace), sale].slice(-PARKED_MAX))
}

export function unparkSale(store: Store, workspace: string, id: string): ParkedSale[] {
  return write(
    store,
    workspace,
    parkedSales(store, workspace).filter((sale) => sale.id !== id),
  )
}

function write(store: Store, workspace: string, sales: ParkedSale[]): ParkedSale[] {
  store.setItem(keyOf(workspace), JSON.stringify(sales))
  return sales
}
