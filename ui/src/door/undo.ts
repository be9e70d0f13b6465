import { showToast } from '../design/components/toasts'
import { failureWords } from '../design/text/failure'
import { speech } from '../design/text/useText'
import { run, type CallFailure } from '../host/query'

/** How long the device that admitted a guest may take it back by itself. */
const UNDO_MS = 60_000
type Undoable = { scanIds: readonly string[]; at_ms: number } | null
/** Outlives the screen: who looks something up in the planner can still take the entry back. */
const undoable: { current: Undoable } = { current: null }

/** Notes who was let in last: one guest, or a group as a whole. */
export function rememberEntry(scanIds: readonly string[], at_ms: number): void {
  undoable.current = { scanIds, at_ms }
}

/** Takes the last entry back; whether it was. */
export async function undoEntry(): Promise<boolean> {
  const words = speech()
  const last = undoable.current
  if (!last || performance.timeOrigin + performance.now() - last.at_ms > UNDO_MS) {
    showToast({ tone: 'info', title: words.t('door-nothing-to-undo') })
    return false
  }
  undoable.current = null
  try {
    for (const scan_id of last.scanIds) await run('scan.annul', { scan_id })
    showToast({ tone: 'success', title: words.t('door-undone', { count: last.scanIds.length }) })
    return true
  } catch (failure) {
    const { message, fix } = failureWords(words, failure as CallFailure)
    showToast({ tone: 'danger', title: message, text: fix })
    return false
  }
}
