/** A tier as the till sees it. */
export type TillTier = {
  id: string
  name: string
  price_minor: number
  /** Null when nothing limits it. */
  available: number | null
  order_quantity_max: number | null
  state: 'on_sale' | 'not_yet' | 'ended' | 'sold_out' | 'inactive'
}

export type BasketLine = { tierId: string; quantity: number }
export type Basket = readonly BasketLine[]

/** Most tickets of a tier that one sale may hold when the tier itself says nothing. */
export const LINE_QUANTITY_MAX = 500

/** Why a tier was not added as asked. */
export type Shortage =
  | { why: 'not-on-sale'; state: TillTier['state'] }
  | { why: 'only-left'; left: number }
  | { why: 'order-max'; most: number }
  | { why: 'line-max'; most: number }

export const quantityOf = (basket: Basket, tierId: string): number =>
  basket.find((line) => line.tierId === tierId)?.quantity ?? 0

export const ticketCount = (basket: Basket): number => basket.reduce((sum, line) => sum + line.quantity, 0)

/** The total in minor units; a tier that is gone counts nothing and is dropped at the next reconcile. */
export function totalOf(basket: Basket, tiers: readonly TillTier[]): number {
  return basket.reduce(
    (sum, line) => sum + line.quantity * (tiers.find((tier) => tier.id === line.tierId)?.price_minor ?? 0),
    0,
  )
}

/** How many of a tier one sale may hold now, and what bounds it. */
export function mostOf(tier: TillTier): { most: number; bound: Shortage } {
  if (tier.state !== 'on_sale') return { most: 0, bound: { why: 'not-on-sale', state: tier.state } }
  const bounds: { most: number; bound: Shortage }[] = [
    { most: LINE_QUANTITY_MAX, bound: { why: 'line-max', most: LINE_QUANTITY_MAX } },
  ]
  if (tier.available !== null) {
    const left = Math.max(0, tier.available)
    bounds.push({ most: left, bound: { why: 'only-left', left } })
  }
  if (tier.order_quantity_max !== null) {
    const most = tier.order_quantity_max
    bounds.push({ most, bound: { why: 'order-max', most } })
  }
  return bounds.reduce((tightest, next) => (next.most < tightest.most ? next : tightest))
}

/** Adds `quantity` (negative takes away); adds what fits and says what did not. */
export function addTier(
  basket: Basket,
  tier: TillTier,
  quantity: number,
): { basket: Basket; shortage: Shortage | null } {
  const before = quantityOf(basket, tier.id)
  const { most, bound } = mostOf(tier)
  const wanted = before + quantity
  const after = Math.max(0, quantity > 0 ? Math.min(wanted, Math.max(most, before)) : wanted)
  return { basket: withQuantity(basket, tier.id, after), shortage: quantity > 0 && after < wanted ? bound : null }
}

function withQuantity(basket: Basket, tierId: string, quantity: number): Basket {
  const isKnown = basket.some((line) => line.tierId === tierId)
  if (!isKnown) return quantity > 0 ? [...basket, { tierId, quantity }] : basket
  return basket
    .map((line) => (line.tierId === tierId ? { tierId, quantity } : line))
    .filter((line) => line.quantity > 0)
}

export const removeLine = (basket: Basket, tierId: string): Basket => basket.filter((line) => line.tierId !== tierId)
export const removeLastLine = (basket: Basket): Basket => basket.slice(0, -1)
