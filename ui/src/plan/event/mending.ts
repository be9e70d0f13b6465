export type Mending = 'tiers' | 'details'

const PLACES: Readonly<Record<string, Mending>> = {
  tiers: 'tiers',
  tiers_on_sale: 'tiers',
  times_in_future: 'details',
  venue: 'details',
  capacity: 'details',
  capacity_within_venue: 'details',
  doors: 'details',
  description: 'details',
  category: 'details',
  terms: 'details',
}

/** Where an open readiness item is mended; null when it has no screen of its own. */
export function placeToMend(code: string): Mending | null {
  return PLACES[code] ?? null
}
