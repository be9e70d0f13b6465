/** Zones whose country the locale of a computer often gets wrong. */
const COUNTRY_BY_ZONE: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
  'Europe/London': 'GB',
  'Europe/Paris': 'FR',
  'Europe/Madrid': 'ES',
  'Europe/Rome': 'IT',
  'Europe/Amsterdam': 'NL',
  'Europe/Brussels': 'BE',
  'Europe/Warsaw': 'PL',
  'Europe/Prague': 'CZ',
  'Europe/Stockholm': 'SE',
  'Europe/Oslo': 'NO',
  'Europe/Copenhagen': 'DK',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Los_Angeles': 'US',
  'America/Toronto': 'CA',
  'Asia/Kolkata': 'IN',
  'Asia/Tokyo': 'JP',
  'Asia/Kuwait': 'KW',
  'Australia/Sydney': 'AU',
}

const CURRENCY_BY_COUNTRY: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'AT BE HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES'.split(' ').map((country) => [country, 'EUR']),
  ),
  ...{ GB: 'GBP', US: 'USD', CH: 'CHF', LI: 'CHF', PL: 'PLN', CZ: 'CZK', HU: 'HUF', SE: 'SEK', NO: 'NOK', DK: 'DKK' },
  ...{ CA: 'CAD', AU: 'AUD', NZ: 'NZD', IN: 'INR', JP: 'JPY', KW: 'KWD', BR: 'BRL', MX: 'MXN', ZA: 'ZAR', TR: 'TRY' },
}

/** The likeliest country of a computer: by its zone, else by its locale. A suggestion, shown and changeable. */
export function regionOf(locale: string, zone: string): string {
  const byZone = COUNTRY_BY_ZONE[zone]
  if (byZone) return byZone
  return new Intl.Locale(locale).maximize().region ?? 'GB'
}

/** The currency in daily use in a country; empty where we do not know it. */
export function currencyOf(country: string): string {
  return CURRENCY_BY_COUNTRY[country] ?? ''
}
