import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decimalText, formatAmount, formatMoney, learnExponents, readMoney } from './money'

learnExponents([
  { code: 'EUR', exponent: 2 },
  { code: 'JPY', exponent: 0 },
  { code: 'KWD', exponent: 3 },
])

describe('reading an amount', () => {
  const cases: [string, string, string, object][] = [
    ['1.234,50', 'EUR', '.', { minor: 123450 }],
    ['1,234.50', 'EUR', ',', { minor: 123450 }],
    ["1'234.50", 'EUR', '.', { minor: 123450 }],
    ['1 234,50 €', 'EUR', ',', { minor: 123450 }],
    ['12,5', 'EUR', '.', { minor: 1250 }],
    ['12.5', 'EUR', ',', { minor: 1250 }],
    ['.5', 'EUR', '.', { minor: 50 }],
    ['85', 'EUR', '.', { minor: 8500 }],
    ['1.234', 'EUR', '.', { minor: 123400 }],
    ['1.234', 'KWD', '.', { minor: 1234 }],
    ['1.234', 'KWD', ',', { minor: 1234000 }],
    ['1,00,000', 'EUR', '.', { minor: 10000000 }],
    ['1.500', 'JPY', '.', { minor: 1500 }],
    ['EUR 20', 'EUR', '.', { minor: 2000 }],
    ['12,505', 'EUR', ',', { minor: 1250500 }],
    ['1234,505', 'EUR', ',', { fault: 'too-precise' }],
    ['12.50', 'JPY', '.', { fault: 'too-precise' }],
    ['-1', 'EUR', '.', { fault: 'negative' }],
    ['1e9', 'EUR', '.', { fault: 'unreadable' }],
    ['12,3,4.5', 'EUR', '.', { fault: 'unreadable' }],
    ['1.2.3', 'EUR', '.', { fault: 'unreadable' }],
    ['', 'EUR', '.', { fault: 'empty' }],
    ['9999999999999', 'EUR', '.', { fault: 'too-large' }],
  ]
  for (const [text, currency, separator, expected] of cases) {
    it(`takes “${text}” ${currency} with decimal “${separator}”`, () => {
      expect(readMoney(text, currency, separator)).toEqual(expected)
    })
  }

  it('gives back what was shown, in every locale and currency', () => {
    const minor = fc.integer({ min: 0, max: 9_999_999_999 })
    const locale = fc.constantFrom('en-GB', 'de-DE', 'de-CH', 'fr-FR', 'en-IN')
    fc.assert(
      fc.property(minor, locale, fc.constantFrom('EUR', 'JPY', 'KWD'), (amount, where, currency) => {
        const separator = where.startsWith('en') || where === 'de-CH' ? '.' : ','
        const shown = formatAmount(where, { minor: amount, currency })
        expect(readMoney(shown, currency, separator)).toEqual({ minor: amount })
      }),
    )
  })
})

it('shows every amount exactly, without arithmetic on fractions', () => {
  expect(decimalText(5, 2)).toBe('0.05')
  expect(decimalText(-1250, 2)).toBe('-12.50')
  expect(decimalText(1500, 0)).toBe('1500')
  expect(formatMoney('en-GB', { minor: 123456789012345, currency: 'EUR' })).toBe('€1,234,567,890,123.45')
  expect(formatMoney('de-DE', { minor: 1250, currency: 'EUR' })).toBe('12,50\u00a0€')
  expect(formatMoney('en-GB', { minor: 1500, currency: 'JPY' })).toBe('¥1,500')
})
