/** Milliseconds until a window that was last used at `used_ms` locks itself; null when it never does. */
export function msUntilLock(used_ms: number, now_ms: number, after_minutes: number): number | null {
  if (after_minutes <= 0) return null
  return Math.max(0, used_ms + after_minutes * 60_000 - now_ms)
}
