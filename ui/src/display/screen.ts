import type { DisplayLine, DisplayStage, DisplayState } from './message'

/** How long “thank you” stays when nobody is next. */
export const THANKS_MS = 20_000
/** A till that is silent for so long is gone: its last basket must not stay in a guest's sight. */
export const SILENCE_MS = 10_000

/** When a state arrived and when its stage began. */
export type Heard = { state: DisplayState; at_ms: number; since_ms: number }

/** Takes in a state. The till repeats itself; a repetition keeps the moment at which its stage began. */
export function heard(before: Heard | null, state: DisplayState, now_ms: number): Heard {
  const isSame = before !== null && JSON.stringify(before.state.stage) === JSON.stringify(state.stage)
  return { state, at_ms: now_ms, since_ms: isSame ? before.since_ms : now_ms }
}

/** What to show now; null while no till was ever heard. */
export function stageNow(last: Heard | null, now_ms: number): DisplayStage | null {
  if (!last) return null
  const { stage } = last.state
  if (now_ms - last.at_ms > SILENCE_MS) return { at: 'idle' }
  if (stage.at === 'paid' && now_ms - last.since_ms > THANKS_MS) return { at: 'idle' }
  if (stage.at === 'basket' && stage.lines.length === 0) return { at: 'idle' }
  return stage
}

/** Lines that fit a small screen at the smaller size. */
export const LINES_MAX = 8

/** The lines that fit, the newest last, and how many are left out before them. */
export function linesThatFit(lines: readonly DisplayLine[]): { shown: readonly DisplayLine[]; hidden: number } {
  if (lines.length <= LINES_MAX) return { shown: lines, hidden: 0 }
  // The sentence about the others takes a line itself.
  const shown = lines.slice(1 - LINES_MAX)
  return { shown, hidden: lines.length - shown.length }
}
