const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const MODULUS = 31
const HUMAN_LENGTH = 8
/** Length of each signed form: its two-character name, its base32 body and signature, its check character. */
const SIGNED_LENGTH: Readonly<Record<string, number>> = { S1: 123, S2: 136 }

/** The check character's value: a sum weighted by powers of 3, modulo 31, so that swaps and misreadings show. */
function checkValue(values: readonly number[]): number {
  let weight = 1
  let sum = 0
  for (const value of values) {
    weight = (weight * 3) % MODULUS
    sum = (sum + weight * value) % MODULUS
  }
  return sum
}

function valuesOf(text: string): number[] | null {
  const values = [...text].map((letter) => ALPHABET.indexOf(letter))
  return values.includes(-1) ? null : values
}

function checks(text: string): boolean {
  const values = valuesOf(text)
  return values !== null && checkValue(values.slice(0, -1)) === values[values.length - 1]
}

/** Whether the text is a signed ticket in full: name, length and check character all fit. */
export function isWholeSignedCode(text: string): boolean {
  const upper = text.toUpperCase()
  const length = SIGNED_LENGTH[upper.slice(0, 2)]
  return length === upper.length && checks(upper.slice(2))
}

/** Whether the text is the beginning of a signed ticket, with more to come. */
export function isSignedBeginning(text: string): boolean {
  const upper = text.toUpperCase()
  const length = SIGNED_LENGTH[upper.slice(0, 2)]
  return length !== undefined && upper.length < length && valuesOf(upper.slice(2)) !== null
}

/** Whether the text is a ticket's human code, in any spelling people give it. */
export function isHumanCode(text: string): boolean {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return plain.length === HUMAN_LENGTH && !plain.includes('Z') && checks(plain)
}

/** Removes what scanners wrap around a code: control characters, GS1 symbology marks, an address around it. */
export function unwrapCode(text: string): string {
  // eslint-disable-next-line no-control-regex -- scanners send GS1 separators as control characters
  const bare = text.replace(/[\u0000-\u001f]/g, '').trim()
  const unmarked = bare.replace(/^\](?:C1|e0|d2|Q3|Q1|d1)/, '')
  const address = /^https?:\/\/[^\s/]+\/(?:[^\s?#]*\/)?([^\s/?#]+)$/i.exec(unmarked)
  return address?.[1] ?? unmarked
}

/** What every staff badge begins with. */
const BADGE_PREFIX = 'STAFF'
/** What the dash of a badge becomes when scanner and computer disagree about the keyboard. */
const BADGE_DASH = /^[-/\u00df')]/

/** The code of a staff badge in its own spelling; null for everything else. */
export function badgeCode(text: string): string | null {
  const bare = unwrapCode(text)
  if (bare.slice(0, BADGE_PREFIX.length).toUpperCase() !== BADGE_PREFIX) return null
  const rest = bare.slice(BADGE_PREFIX.length)
  return BADGE_DASH.test(rest) && rest.length > 1 ? `${BADGE_PREFIX}-${rest.slice(1).toUpperCase()}` : null
}
