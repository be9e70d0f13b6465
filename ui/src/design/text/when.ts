import { addDays, addMonths, dayNumber, daysIn, weekdayOf, type Local } from './time'

export type WhenReading = { local: Local } | { fault: 'empty' | 'unreadable' | 'no-such-day' }
type Context = {
  /** The wall clock of the event's zone now. */
  now: Local
  locale: string
  /** What an answer without a time means. */
  hour: number
  minute: number
}

const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Names of months or weekdays in the locale and in English, first letters deciding. */
function names(locale: string, part: 'month' | 'weekday'): Map<string, number> {
  const found = new Map<string, number>()
  for (const spoken of ['en', locale]) {
    const format = new Intl.DateTimeFormat(spoken, { [part]: 'long', timeZone: 'UTC' })
    const count = part === 'month' ? 12 : 7
    for (let at = 0; at < count; at += 1) {
      // 4 January 1970 was a Sunday.
      const date = part === 'month' ? Date.UTC(1970, at, 15) : Date.UTC(1970, 0, 4 + at)
      found.set(plain(format.format(date)), part === 'month' ? at + 1 : at)
    }
  }
  return found
}

function lookUp(word: string, among: Map<string, number>, lettersMin: number): number | null {
  const bare = word.replace(/\.$/, '')
  if (bare.length < lettersMin) return null
  for (const [name, value] of among) if (name.startsWith(bare)) return value
  return null
}

const RELATIVE_DAYS: Record<string, number> = {
  ...{ today: 0, tonight: 0, tomorrow: 1, heute: 0, morgen: 1, ubermorgen: 2, uebermorgen: 2 },
}
const UNITS: [RegExp, 'day' | 'week' | 'month'][] = [
  [/^(d|days?|tag|tage|tagen)$/, 'day'],
  [/^(w|weeks?|woche|wochen)$/, 'week'],
  [/^(m|months?|monat|monate|monaten)$/, 'month'],
]
const FILLERS = new Set(['at', 'um', 'on', 'am', 'the', 'next', 'nachsten', 'in', 'uhr', 'of', 'den', 'der', 'o’clock'])

type Time = { hour: number; minute: number }

/** Takes the time of day out of the text: "20:00", "8pm", "8:30 pm", "20h", "20 uhr", "20.30 uhr". */
function takeTime(text: string): { rest: string; time: Time | null } {
  const forms = [
    /\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)(?=\s|$)/,
    /(?:^|[\s,t])(\d{1,2}):(\d{2})(?::\d{2})?(?=\s|,|$)/,
    /\b(\d{1,2})(?:\.(\d{2}))?\s*(?:uhr|h)(?=\s|,|$)/,
  ]
  for (const form of forms) {
    const match = form.exec(text)
    if (!match) continue
    const half = match[3]?.charAt(0)
    let hour = Number(match[1])
    if (half && (hour < 1 || hour > 12)) continue
    if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0)
    const minute = Number(match[2] ?? 0)
    if (hour > 23 || minute > 59) continue
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    return { rest: rest.trim(), time: { hour, minute } }
  }
  return { rest: text, time: null }
}

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  return parts.find((part) => part.type === 'month' || part.type === 'day')?.type === 'month'
}

type Day = { day: number; month: number; year: number | null }

function numericDay(text: string, locale: string): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const match = /^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?(?:[./-]\s?(\d{4}|\d{2})?)?$/.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  const monthFirst = second > 12 || (first <= 12 && isMonthFirst(locale) && !text.includes('.'))
  const year = match[3] ? Number(match[3]) + (match[3].length === 2 ? 2000 : 0) : null
  return monthFirst ? { day: second, month: first, year } : { day: first, month: second, year }
}

/** Steps like "in 6 weeks", "+3d". */
function steppedDay(text: string, now: Local): Local | null {
  const match = /^(?:in\s+|\+\s*)(\d{1,3})\s*([a-z]+)$/.exec(text)
  const unit = UNITS.find(([form]) => form.test(match?.[2] ?? ''))?.[1]
  if (!match || !unit) return null
  const count = Number(match[1])
  if (unit === 'month') return addMonths(now, count)
  return addDays(now, unit === 'week' ? count * 7 : count)
}

/** Days written in words: "sat 13 jun", "13. juni 2026", "june 13", "friday". */
function wordedDay(text: string, context: Context): Local | Day | null {
  const months = names(context.locale, 'month')
  const weekdays = names(context.locale, 'weekday')
  let day: number | null = null
  let month: number | null = null
  let year: number | null = null
  let weekday: number | null = null
  for (const word of text.split(/[\s,]+/).filter((part) => part && !FILLERS.has(part))) {
    const number = /^(\d{1,4})(?:\.|st|nd|rd|th)?$/.exec(word)?.[1]
    if (number?.length === 4) year = Number(number)
    else if (number) day = Number(number)
    else if (lookUp(word, months, 3) !== null) month = lookUp(word, months, 3)
    else if (lookUp(word, weekdays, 2) !== null) weekday = lookUp(word, weekdays, 2)
    else return null
  }
  if (day !== null && month !== null) return { day, month, year }
  if (weekday === null || day !== null || month !== null) return null
  return addDays(context.now, (weekday - weekdayOf(context.now) + 7) % 7 || 7)
}

const isLocal = (found: Local | Day): found is Local => 'hour' in found

/** A day without a year is the next one that is not over. */
function withYear(found: Day, now: Local): Local | null {
  const isValid = (year: number): boolean =>
    found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= daysIn(year, found.month)
  const at = (year: number): Local => ({ ...now, year, month: found.month, day: found.day })
  if (found.year !== null) return isValid(found.year) ? at(found.year) : null
  // Eight years always hold a 29 February.
  for (let year = now.year; year <= now.year + 8; year += 1) {
    if (isValid(year) && dayNumber(at(year)) >= dayNumber(now)) return at(year)
  }
  return null
}

/** Reads a date and time as people type them: "sat 13 jun 20:00", "in 6 weeks", "13/6", "2026-06-13 20:00", "morgen 19 Uhr". */
export function readWhen(text: string, context: Context): WhenReading {
  const given = plain(text)
    .replace(/(\d)t(\d)/, '$1 $2')
    .trim()
  if (given === '') return { fault: 'empty' }
  const { rest, time } = takeTime(given)
  const clock = time ?? { hour: context.hour, minute: context.minute }
  const day = rest
    .replace(/\b(at|um|uhr)\s*$/g, '')
    .replace(/^[a-z]{2,}\.?,?\s+(?=\d{1,2}\s?[./]\s?\d)/, '')
    .replace(/[,\s]+$/, '')
    .trim()
  if (day === '' && time) return { local: { ...context.now, ...clock } }
  const stepped =
    RELATIVE_DAYS[day] === undefined ? steppedDay(day, context.now) : addDays(context.now, RELATIVE_DAYS[day])
  if (stepped) return { local: { ...stepped, ...clock } }
  const found = numericDay(day, context.locale) ?? wordedDay(day, context)
  if (!found) return { fault: 'unreadable' }
  const local = isLocal(found) ? found : withYear(found, context.now)
  return local ? { local: { ...local, ...clock } } : { fault: 'no-such-day' }
}
