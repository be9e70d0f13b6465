import type { Local } from '../design/text/time'

const pad = (value: number): string => String(value).padStart(2, '0')

/** A name for a copy beside the file, telling its moment: "venue-2026-11-20-1530.stagedoor". */
export function backupName(path: string, at: Local): string {
  const moment = `${at.year}-${pad(at.month)}-${pad(at.day)}-${pad(at.hour)}${pad(at.minute)}`
  const dot = path.lastIndexOf('.')
  const hasEnding = dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
  return hasEnding ? `${path.slice(0, dot)}-${moment}${path.slice(dot)}` : `${path}-${moment}`
}
