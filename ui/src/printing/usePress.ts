import { useEffect, useRef } from 'react'

import { showToast } from '../design/components/toasts'
import { audibleVolume } from '../design/preferences'
import { doorSounds } from '../design/sounds'
import { speech } from '../design/text/useText'
import type { PrintJobRow } from '../gen/types'
import { ask } from '../host'
import { isMoving, nextTurns } from './queue'

/** From this many sheets on, the end of a job is said aloud: nobody watches the printer so long. */
const LONG_SHEETS = 10

/** Gives the printers of this device their turns, one job each, until every job stands or is through. */
export function usePress(jobs: readonly PrintJobRow[], onTrouble: (job: PrintJobRow) => void): void {
  const working = useRef(new Set<string>())
  const trouble = useRef(onTrouble)
  useEffect(() => {
    trouble.current = onTrouble
  })
  const turns = nextTurns(jobs).join(' ')
  useEffect(() => {
    for (const id of turns.split(' ').filter(Boolean)) {
      if (working.current.has(id)) continue
      working.current.add(id)
      void work(id).then((last) => {
        working.current.delete(id)
        if (last) finish(last, trouble.current)
      })
    }
  }, [turns])
}

/** Turn after turn; answers how the job stood at the end, or nothing when a turn failed: the next look tries again. */
async function work(job: string): Promise<PrintJobRow | null> {
  for (;;) {
    const turn = await ask('print_job.step', { job })
    if ('error' in turn) return null
    if (!isMoving(turn.ok.status)) return turn.ok
  }
}

function finish(job: PrintJobRow, onTrouble: (job: PrintJobRow) => void): void {
  const { t } = speech()
  if (job.status !== 'done') return
  if (job.failed > 0) {
    showToast({
      tone: 'danger',
      title: t('print-done-failed', { printed: job.printed, failed: job.failed }),
      text: job.title,
      action: { label: t('print-look'), run: () => onTrouble(job) },
    })
  } else if (job.item_count >= LONG_SHEETS) {
    showToast({ tone: 'success', title: t('print-done', { count: job.item_count }), text: job.title })
    doorSounds.unlock()
    doorSounds.play('printed', audibleVolume())
  }
}
