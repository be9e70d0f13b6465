import { useMemo } from 'react'

import type { Money } from '../../gen/types'
import { onPreferences, preferences, usePreferences } from '../preferences'
import { hasMessage, languageFor, localeFor, message, type Arguments, type Spoken } from './catalogue'
import { formatAmount, formatMoney } from './money'
import { deviceZone, formatInstant, formatLocal, formatRelative, type DateStyle, type Local } from './time'

export type Speech = {
  language: Spoken
  locale: string
  /** The message of an id, in the language of the moment. */
  t: (id: string, values?: Arguments) => string
  has: (id: string) => boolean
  money: (money: Money) => string
  amount: (money: Money) => string
  number: (value: number) => string
  percent: (part: number, whole: number) => string
  instant: (instant: string, timeZone: string, style: DateStyle) => string
  local: (local: Local, style: DateStyle) => string
  relative: (instant: string, now_ms: number) => string
}

function preferredTags(): readonly string[] {
  return typeof navigator === 'undefined' ? ['en-GB'] : navigator.languages
}

function build(): Speech {
  const chosen = preferences().language
  const language = chosen === 'auto' ? languageFor(preferredTags()) : chosen
  const locale = localeFor(language, preferredTags())
  const numbers = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, { style: 'percent' })
  return {
    language,
    locale,
    t: (id, values) => message(language, id, values),
    has: (id) => hasMessage(language, id),
    money: (money) => formatMoney(locale, money),
    amount: (money) => formatAmount(locale, money),
    number: (value) => numbers.format(value),
    percent: (part, whole) => percents.format(whole === 0 ? 0 : part / whole),
    instant: (instant, timeZone, style) => formatInstant(locale, instant, timeZone || deviceZone(), style),
    local: (local, style) => formatLocal(locale, local, style),
    relative: (instant, now_ms) => formatRelative(locale, instant, now_ms),
  }
}

let current = build()
onPreferences(() => {
  current = build()
})

/** The speech of the moment, for code outside React such as the verdict layer. */
export function speech(): Speech {
  return current
}

/** The speech of the moment; the component renders again when the language changes. */
export function useText(): Speech {
  const { language } = usePreferences()
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `current` changes exactly when the language does
  return useMemo(() => current, [language])
}
