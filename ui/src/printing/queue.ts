import type { JobStatus, PrintItemRow, PrintJobRow } from '../gen/types'

/** Whether a job goes on by itself when its printer is given turns. */
export function isMoving(status: JobStatus): boolean {
  return status === 'queued' || status === 'printing'
}

/** The job that each printer works on next: the oldest that moves, so that sheets of two jobs never mix. */
export function nextTurns(jobs: readonly PrintJobRow[]): readonly string[] {
  const oldest = new Map<string, PrintJobRow>()
  for (const job of jobs) {
    if (!isMoving(job.status)) continue
    const known = oldest.get(job.printer_id)
    if (!known || job.created_at < known.created_at) oldest.set(job.printer_id, job)
  }
  return [...oldest.values()].map((job) => job.id)
}

/** Where a job stands, as a person acts on it. */
export type Standing =
  | { at: 'moving' }
  /** Nobody knows whether a sheet came out: a person has to look at the paper. */
  | { at: 'in-doubt'; sheet: PrintItemRow; continueAt: number | null }
  | { at: 'stopped'; continueAt: number | null }
  | { at: 'over' }

export function standingOf(job: PrintJobRow): Standing {
  if (isMoving(job.status)) return { at: 'moving' }
  const [sheet] = job.unknown_items
  if (job.status === 'paused') {
    const continueAt = job.next_position
    return sheet ? { at: 'in-doubt', sheet, continueAt } : { at: 'stopped', continueAt }
  }
  return sheet ? { at: 'in-doubt', sheet, continueAt: null } : { at: 'over' }
}

/** The one job that the bar shows: what needs a person before what moves, the oldest first. */
export function foremost(jobs: readonly PrintJobRow[]): PrintJobRow | null {
  const rank = (job: PrintJobRow): number => {
    const { at } = standingOf(job)
    return at === 'in-doubt' ? 0 : at === 'stopped' ? 1 : 2
  }
  const [first = null] = [...jobs].sort((a, b) => rank(a) - rank(b) || a.created_at.localeCompare(b.created_at))
  return first
}

export type Progress = { at_ms: number; printed: number }

/** Fewer sheets than this say nothing about the pace. */
const PACE_SHEETS_MIN = 5

/** Whole minutes until the rest is printed, at the pace since `start`; null while the pace is not known. */
export function minutesLeft(start: Progress, now: Progress, waiting: number): number | null {
  const sheets = now.printed - start.printed
  const elapsed_ms = now.at_ms - start.at_ms
  if (sheets < PACE_SHEETS_MIN || elapsed_ms <= 0) return null
  return Math.max(1, Math.ceil((waiting * elapsed_ms) / sheets / 60_000))
}
