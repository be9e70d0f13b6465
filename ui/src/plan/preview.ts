import { addMinutes, localText, type Local } from '../design/text/time'
import type { EventTemplate, TierDraft } from '../gen/types'

export type TierPreview = { name: string; badge: string | null; price_minor: number | null; quantity: number | null }
/** The template's tiers for another number of places: shares stay, sums fit. */
export function tiersFor(template: EventTemplate, starts: Local, capacity: number): TierDraft[] {
  const places = splitPlaces(
    capacity,
    template.tiers.map((tier) => tier.share_percent),
  )
  return template.tiers.map((tier, at) => ({
    name: tier.name,
    price_minor: tier.price_minor ?? 0,
    badge_label: tier.badge_label,
    description: tier.perks.join('\n'),
    quantity: places[at],
    order_quantity_max: tier.order_quantity_max,
    sales_end_at: localText(
      addMinutes(starts, Math.min(tier.sales_close_minutes_after_start, template.duration_minutes)),
    ),
  }))
}

export type EventPreview = { doors: Local; starts: Local; ends: Local; tiers: TierPreview[]; lists: string[] }

/** Splits places by shares, largest remainders first, so that the parts make exactly the whole. */
export function splitPlaces(capacity: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  if (sum <= 0) return shares.map(() => 0)
  const exact = shares.map((share) => (capacity * share) / sum)
  const parts = exact.map(Math.floor)
  const missing = capacity - parts.reduce((total, part) => total + part, 0)
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder.slice(0, missing)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}

/** What creating an event from the template will make. */
export function previewEvent(template: EventTemplate, starts: Local, capacity: number | null): EventPreview {
  const shares = template.tiers.map((tier) => tier.share_percent)
  const places = capacity === null ? null : splitPlaces(capacity, shares)
  return {
    doors: addMinutes(starts, -template.doors_before_minutes),
    starts,
    ends: addMinutes(starts, template.duration_minutes),
    tiers: template.tiers.map((tier, at) => ({
      name: tier.name,
      badge: tier.badge_label,
      price_minor: tier.price_minor,
      quantity: places ? (places[at] ?? null) : null,
    })),
    lists: template.lists.map((list) => list.name),
  }
}
