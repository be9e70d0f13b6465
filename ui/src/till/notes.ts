/** Banknotes in daily use, in major units, and the sale from which a second press is asked for. */
type Cash = { notes: readonly number[]; large: number }

const CASH: Readonly<Record<string, Cash>> = {
  EUR: { notes: [5, 10, 20, 50, 100, 200], large: 500 },
  GBP: { notes: [5, 10, 20, 50], large: 500 },
  USD: { notes: [1, 5, 10, 20, 50, 100], large: 500 },
  CHF: { notes: [10, 20, 50, 100, 200], large: 500 },
  SEK: { notes: [20, 50, 100, 200, 500], large: 5_000 },
  NOK: { notes: [50, 100, 200, 500], large: 5_000 },
  DKK: { notes: [50, 100, 200, 500], large: 4_000 },
  PLN: { notes: [10, 20, 50, 100, 200], large: 2_000 },
  CZK: { notes: [100, 200, 500, 1_000, 2_000], large: 12_000 },
  HUF: { notes: [500, 1_000, 2_000, 5_000, 10_000, 20_000], large: 200_000 },
  INR: { notes: [10, 20, 50, 100, 200, 500], large: 50_000 },
  JPY: { notes: [1_000, 2_000, 5_000, 10_000], large: 80_000 },
  KWD: { notes: [1, 5, 10, 20], large: 150 },
  AUD: { notes: [5, 10, 20, 50, 100], large: 750 },
  CAD: { notes: [5, 10, 20, 50, 100], large: 750 },
}
const USUAL: Cash = { notes: [5, 10, 20, 50, 100, 200, 500], large: 500 }

const cashOf = (currency: string): Cash => CASH[currency] ?? USUAL

/** What guests handed over for a total before: amount in minor units → how often. */
export type Learned = Readonly<Record<string, number>>

/** Times an amount must have been seen before it displaces a computed one. */
const LEARNED_TIMES_MIN = 2
export const SMART_NOTES = 4

/** The total itself and the three amounts that a guest is likeliest to hand over, rising. */
export function smartNotes(total_minor: number, currency: string, exponent: number, learned: Learned = {}): number[] {
  if (total_minor <= 0) return []
  const unit = 10 ** exponent
  const rounded = cashOf(currency).notes.map((note) => Math.ceil(total_minor / (note * unit)) * note * unit)
  const largest = (cashOf(currency).notes.at(-1) ?? 100) * unit
  const ladder = [
    ...rounded,
    Math.ceil((total_minor + 1) / largest) * largest,
    (Math.floor(total_minor / largest) + 2) * largest,
    (Math.floor(total_minor / largest) + 3) * largest,
  ]
  const usual = [...new Set(ladder)].filter((amount) => amount > total_minor).sort((a, b) => a - b)
  const known = Object.entries(learned)
    .map(([amount, times]) => ({ amount: Number(amount), times }))
    .filter(({ amount, times }) => amount > total_minor && times >= LEARNED_TIMES_MIN)
    .sort((a, b) => b.times - a.times || a.amount - b.amount)
    .map(({ amount }) => amount)
  const chosen = [...new Set([...known, ...usual])].slice(0, SMART_NOTES - 1)
  return [total_minor, ...chosen.sort((a, b) => a - b)]
}

/** Whether a sale is large enough to be asked about: a slip of a digit is dear here. */
export function isLargeSale(total_minor: number, tickets: number, currency: string, exponent: number): boolean {
  return tickets > 10 || total_minor > cashOf(currency).large * 10 ** exponent
}

/** Adds one observation, keeping the memory small: the 200 totals that were seen last. */
export function learn(
  memory: Readonly<Record<string, Learned>>,
  key: string,
  tendered_minor: number,
): Record<string, Learned> {
  const before = memory[key] ?? {}
  const kept = Object.entries(memory)
    .filter(([known]) => known !== key)
    .slice(-199)
  const times = (before[String(tendered_minor)] ?? 0) + 1
  return { ...Object.fromEntries(kept), [key]: { ...before, [String(tendered_minor)]: times } }
}
