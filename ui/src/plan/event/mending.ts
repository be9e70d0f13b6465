export type Mending = 'tiers' | 'door'

/** The side of the event on which an open readiness item is mended; null when it has no screen of its own. */
export function placeToMend(code: string): Mending | null {
  if (/tier|price|quota|sales|capacity|inventory/.test(code)) return 'tiers'
  if (/list|gate|door/.test(code)) return 'door'
  return null
}
