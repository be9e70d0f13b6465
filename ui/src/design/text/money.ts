import type { Money } from '../../gen/types'

const exponents = new Map<string, number>()

/** Takes the exponents of ISO 4217 from the reference lists; until then the browser's own table answers. */
export function learnExponents(currencies: readonly { code: string; exponent: number | null }[]): void {
  for (const { code, exponent } of currencies) exponents.set(code, exponent ?? 0)
}

/** Digits after the separator: 2 for EUR, none for JPY, 3 for KWD. */
export function exponentOf(currency: string): number {
  const known = exponents.get(currency)
  if (known !== undefined) return known
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** Minor units as a plain decimal text, without arithmetic on fractions: 1250 → "12.50". */
export function decimalText(minor: number, exponent: number): string {
  const sign = minor < 0 ? '-' : ''
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

const formats = new Map<string, Intl.NumberFormat>()

function formatFor(locale: string, currency: string, style: 'currency' | 'decimal'): Intl.NumberFormat {
  const key = `${locale}|${currency}|${style}`
  const known = formats.get(key)
  if (known) return known
  const exponent = exponentOf(currency)
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent }
  const built =
    style === 'currency'
      ? new Intl.NumberFormat(locale, { style, currency, currencyDisplay: 'narrowSymbol', ...digits })
      : new Intl.NumberFormat(locale, { style, ...digits })
  formats.set(key, built)
  return built
}

function format(locale: string, money: Money, style: 'currency' | 'decimal'): string {
  // The decimal text keeps amounts exact where the browser supports it; the type of `format` does not say so yet.
  const text = decimalText(money.minor, exponentOf(money.currency)) as unknown as number
  return formatFor(locale, money.currency, style).format(text)
}

/** With its currency: "€12.50". */
export const formatMoney = (locale: string, money: Money): string => format(locale, money, 'currency')
/** Without its currency, for columns that name it in the header, and for fields. */
export const formatAmount = (locale: string, money: Money): string => format(locale, money, 'decimal')

export type MoneyReading =
  { minor: number } | { fault: 'empty' | 'unreadable' | 'too-precise' | 'too-large' | 'negative' }

const MINOR_MAX = 99_999_999_999

/**
 * Reads an amount as people of either decimal habit write it: "1.234,50", "1,234.50", "1'234.50", "12,5".
 * A single separator before three digits groups thousands where the currency has fewer than three decimals;
 * where it has three, the locale's own separator decides.
 */
export function readMoney(text: string, currency: string, decimalSeparator: string): MoneyReading {
  const exponent = exponentOf(currency)
  const bare = text.replace(/[\s\u00a0\u202f'’_]|[\p{Sc}]|[A-Za-z]{3}/gu, '')
  if (bare === '') return { fault: 'empty' }
  if (bare.startsWith('-') || bare.startsWith('−')) return { fault: 'negative' }
  if (!/^[\d.,]+$/.test(bare) || !/\d/.test(bare)) return { fault: 'unreadable' }
  const at = decimalPlace(bare, exponent, decimalSeparator)
  if (at === null) return { fault: 'unreadable' }
  const whole = bare.slice(0, at)
  const fraction = bare.slice(at + 1)
  if (!isGroupedWell(whole)) return { fault: 'unreadable' }
  if (fraction.length > exponent) return { fault: 'too-precise' }
  const digits = (whole.replace(/[.,]/g, '') + fraction.padEnd(exponent, '0')).replace(/^0+(?=\d)/, '')
  if (digits.length > 12 || Number(digits) > MINOR_MAX) return { fault: 'too-large' }
  return { minor: Number(digits) }
}

/** Where the decimal separator stands; the text's length when there is none; null when no habit writes it so. */
function decimalPlace(bare: string, exponent: number, decimalSeparator: string): number | null {
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  if (last === -1) return bare.length
  const separator = bare.charAt(last)
  const other = separator === '.' ? ',' : '.'
  const count = bare.split(separator).length - 1
  if (bare.includes(other)) return count === 1 ? last : null
  if (count > 1) return bare.length
  const looksGrouped = bare.length - last - 1 === 3 && last > 0 && last <= 3
  if (looksGrouped && (exponent !== 3 || separator !== decimalSeparator)) return bare.length
  return last
}

/** Thousands in threes; twos before the last three are the Indian habit. */
function isGroupedWell(whole: string): boolean {
  return /^(\d*|\d{1,3}([.,]\d{3})+|\d{1,2}([.,]\d{2})*[.,]\d{3})$/.test(whole)
}

/** The separator before decimals in the locale. */
export function decimalSeparatorOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find((part) => part.type === 'decimal')?.value ?? '.'
}
