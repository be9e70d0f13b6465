/** Soon enough to sell for and to let in to. */
const STARTS_IN_MS = 60 * 60_000
const LASTS_MS = 6 * 60 * 60_000

/** When a practice that begins now takes place: within the hour, for an evening. */
export function practiceTimes(now_ms: number): { starts_at: string; ends_at: string } {
  const starts_ms = now_ms + STARTS_IN_MS
  return { starts_at: new Date(starts_ms).toISOString(), ends_at: new Date(starts_ms + LASTS_MS).toISOString() }
}

/** Whether a practice that ends then leaves too little of itself. */
export function isTooLate(ends_at: string, now_ms: number): boolean {
  return Date.parse(ends_at) < now_ms + STARTS_IN_MS
}
