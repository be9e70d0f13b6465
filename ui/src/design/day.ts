import { dayNumber, localAt } from './text/time'
import type { EventSummary } from '../gen/types'

export type EventDay = 'today' | 'later' | 'over'

/** Where today stands to the event, by the wall clock of its venue; a night that runs past midnight is still today. */
export function dayOf(
  event: Pick<EventSummary, 'starts_at' | 'ends_at' | 'doors_at' | 'time_zone'>,
  now: Date,
): EventDay {
  const today = dayNumber(localAt(now, event.time_zone))
  const first = dayNumber(localAt(new Date(event.doors_at ?? event.starts_at), event.time_zone))
  const last = dayNumber(localAt(new Date(event.ends_at), event.time_zone))
  if (today < first) return 'later'
  return today <= last ? 'today' : 'over'
}

/** The event a till most likely sells: on now or next, else the latest. */
export function likeliestEvent<E extends Pick<EventSummary, 'starts_at' | 'ends_at' | 'status'>>(
  events: readonly E[],
  now: Date,
): E | null {
  const onSale = events.filter((event) => event.status === 'published')
  const ahead = onSale
    .filter((event) => new Date(event.ends_at) >= now)
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at))
  return ahead[0] ?? onSale.toSorted((a, b) => b.starts_at.localeCompare(a.starts_at))[0] ?? null
}
