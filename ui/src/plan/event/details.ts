import { localAt, localText } from '../../design/text/time'
import type { Input } from '../../host/commands'
import type { EventDetail } from '../../gen/types'

/** An event's own facts as a form edits them: times by the wall clock of the event's zone. */
export type Details = {
  title: string
  starts_at: string | null
  doors_at: string | null
  ends_at: string | null
  venue: string
  city: string
  capacity: number | null
  category_code: string
  description: string
  terms: string
}

export function detailsOf(event: EventDetail): Details {
  const local = (instant: string | null): string | null =>
    instant === null ? null : localText(localAt(new Date(instant), event.time_zone))
  return {
    title: event.title,
    starts_at: local(event.starts_at),
    doors_at: local(event.doors_at),
    ends_at: local(event.ends_at),
    venue: event.venue?.name ?? '',
    city: event.venue?.city ?? '',
    capacity: event.capacity,
    category_code: event.category_code ?? '',
    description: event.description,
    terms: event.terms,
  }
}

/** Only what was changed: what somebody else changed meanwhile stays theirs. */
export function changesOf(before: Details, after: Details): Omit<Input<'event.update'>, 'event'> {
  const changed = <K extends keyof Details>(key: K): boolean => before[key] !== after[key]
  const text = (key: 'category_code' | 'description' | 'terms' | 'title'): string | undefined =>
    changed(key) ? after[key].trim() : undefined
  const time = (key: 'starts_at' | 'ends_at'): string | undefined =>
    changed(key) ? (after[key] ?? undefined) : undefined
  const hasVenue = (changed('venue') || changed('city')) && after.venue.trim() !== ''
  return {
    title: text('title'),
    starts_at: time('starts_at'),
    doors_at: changed('doors_at') ? after.doors_at : undefined,
    ends_at: time('ends_at'),
    venue: hasVenue ? { name: after.venue.trim(), city: after.city.trim() || undefined } : undefined,
    capacity: changed('capacity') ? after.capacity : undefined,
    category_code: text('category_code'),
    description: text('description'),
    terms: text('terms'),
  }
}
