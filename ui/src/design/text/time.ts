/** A wall-clock moment without a zone, as people write it. */
export type Local = { year: number; month: number; day: number; hour: number; minute: number }

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** The form commands take: "2026-06-13T20:00". */
export function localText(local: Local): string {
  return `${pad(local.year, 4)}-${pad(local.month)}-${pad(local.day)}T${pad(local.hour)}:${pad(local.minute)}`
}

/** The wall clock of a zone at an instant. */
export function localAt(instant: Date, timeZone: string): Local {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-hc-h23', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  }).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value)
  return {
    ...{ year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') },
  }
}

/** Days since 1970, for counting with dates. */
export function dayNumber(local: Pick<Local, 'year' | 'month' | 'day'>): number {
  return Math.round(Date.UTC(local.year, local.month - 1, local.day) / 86_400_000)
}

export function addDays(local: Local, days: number): Local {
  const date = new Date(Date.UTC(local.year, local.month - 1, local.day + days))
  return { ...local, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Adds months; a day that the month lacks becomes its last one. */
export function addMonths(local: Local, months: number): Local {
  const first = new Date(Date.UTC(local.year, local.month - 1 + months, 1))
  const year = first.getUTCFullYear()
  const month = first.getUTCMonth() + 1
  return { ...local, year, month, day: Math.min(local.day, daysIn(year, month)) }
}

export function addMinutes(local: Local, minutes: number): Local {
  const date = new Date(Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute + minutes))
  return {
    ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    ...{ hour: date.getUTCHours(), minute: date.getUTCMinutes() },
  }
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 0 is Sunday. */
export function weekdayOf(local: Local): number {
  return new Date(Date.UTC(local.year, local.month - 1, local.day)).getUTCDay()
}

/** Reads the commands' form back. */
export function localFromText(text: string): Local | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number]
  return { year, month, day, hour, minute }
}

export type DateStyle = 'full' | 'medium' | 'day' | 'time' | 'seconds'
const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  medium: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
}

/** An instant in the event's own zone. */
export function formatInstant(locale: string, instant: string, timeZone: string, style: DateStyle): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  return new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone }).format(date)
}

/** A wall-clock moment, with its weekday, so that a wrong date is seen. */
export function formatLocal(locale: string, local: Local, style: DateStyle): string {
  const instant = new Date(Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute))
  return new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: 'UTC' }).format(instant)
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** "37 min ago", "in 2 days". */
export function formatRelative(locale: string, instant: string, now_ms: number): string {
  const seconds = Math.round((new Date(instant).getTime() - now_ms) / 1000)
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }).format(
    Math.trunc(seconds / size),
    unit,
  )
}

/** The zone of this device. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
