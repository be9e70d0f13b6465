import type { Entry, TillKey, TillState } from './state'

const ENTRY_LENGTH_MAX = 9

/** Where the top row types amounts instead of choosing tiers. */
type TopRow = 'tiers' | 'digits'

/** Digits, separators and stars; null when the key types nothing now. */
export function typeEntry(state: TillState, key: TillKey, topRow: TopRow = 'tiers'): TillState | null {
  const { entry } = state
  if (topRow === 'tiers' && (key.key === '*' || key.code === 'NumpadMultiply')) {
    return { ...state, ...starred(entry) }
  }
  const isSeparator = /^(Period|Comma|NumpadDecimal|NumpadComma)$/.test(key.code)
  if (isSeparator) return disarm({ ...state, entry: separated(entry) })
  const onNumpad = /^Numpad(\d)$/.exec(key.code)?.[1]
  const onRow = key.shift ? undefined : /^Digit(\d)$/.exec(key.code)?.[1]
  const isOpen = topRow === 'digits' || entry?.kind === 'money' || (entry?.kind === 'quantity' && !isClosed(entry))
  const digit = onNumpad ?? (isOpen ? onRow : undefined)
  if (digit !== undefined) return disarm({ ...state, entry: appended(entry, digit) })
  if (entry && key.code === 'Backspace') {
    const text = entry.text.slice(0, -1)
    return disarm({ ...state, entry: text === '' && entry.kind === 'number' ? null : { ...entry, text } })
  }
  return null
}

export const disarm = (state: TillState): TillState => (state.armed ? { ...state, armed: null } : state)

const isClosed = (entry: Entry): boolean => entry.text.endsWith('×')

function starred(entry: Entry | null): { entry: Entry | null } {
  if (entry?.kind === 'quantity' && !isClosed(entry)) {
    return { entry: entry.text === '' ? null : { ...entry, text: `${entry.text}×` } }
  }
  if (entry?.kind === 'number' && /^\d+$/.test(entry.text))
    return { entry: { kind: 'quantity', text: `${entry.text}×` } }
  return { entry: { kind: 'quantity', text: '' } }
}

function separated(entry: Entry | null): Entry {
  if (!entry || entry.kind === 'quantity') return { kind: 'money', text: '' }
  if (entry.text.includes('.')) return entry
  if (entry.kind === 'money' && entry.text === '') return entry
  return { kind: 'money', text: `${entry.text}.` }
}

function appended(entry: Entry | null, digit: string): Entry {
  if (!entry || isClosed(entry)) return { kind: 'number', text: digit }
  return entry.text.length >= ENTRY_LENGTH_MAX ? entry : { ...entry, text: entry.text + digit }
}

/** The typed amount in minor units; null when nothing payable is typed. Digits beyond the currency's are cut. */
export function enteredMinor(entry: Entry | null, exponent: number): number | null {
  if (!entry || entry.kind === 'quantity' || entry.text === '') return null
  const [whole = '', fraction = ''] = entry.text.split('.')
  const digits = `${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`
  return Number(digits === '' ? '0' : digits)
}
