import { Printer, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'

import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { PrintJobRow } from '../gen/types'
import { useAnswer } from '../host/query'
import { JobCard } from './JobCard'
import { JobDialog } from './JobDialog'
import { foremost, isMoving, standingOf } from './queue'
import { usePress } from './usePress'

/** How often the queue is looked at for what other windows put into it. */
const LOOK_MS = { moving: 2000, resting: 15_000 } as const

/** What is being printed, always in sight while there is something: the count, and what needs a person. */
export function PrintTray() {
  const { t } = useText()
  const [isMovingNow, setMovingNow] = useState(false)
  const queue = useAnswer(
    'print_job.list',
    { is_open: true },
    { refreshEvery_ms: isMovingNow ? LOOK_MS.moving : LOOK_MS.resting },
  )
  const jobs = queue.data ?? []
  const moves = jobs.some((job) => isMoving(job.status))
  if (moves !== isMovingNow) setMovingNow(moves)
  const [isOpen, setOpen] = useState(false)
  const [looked, setLooked] = useState<PrintJobRow | null>(null)
  usePress(jobs, setLooked)
  const first = foremost(jobs)
  const needsPerson = first !== null && standingOf(first).at !== 'moving'
  return (
    <>
      {first && (
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <AriaButton
            className={cx(
              'focus-ring flex min-h-8 shrink-0 cursor-default items-center gap-1.5 rounded-full border px-2.5 text-sm',
              needsPerson
                ? 'border-warning bg-warning-soft font-medium text-warning'
                : 'border-border text-ink-2 hover:text-ink',
            )}
          >
            {needsPerson ? (
              <TriangleAlert size={14} strokeWidth={2} className="state-shape" aria-hidden />
            ) : (
              <Printer size={14} strokeWidth={2} aria-hidden />
            )}
            <span className="tabular whitespace-nowrap">
              {t(needsPerson ? 'print-tray-stopped' : 'print-tray', {
                printed: first.printed,
                count: first.item_count,
              })}
            </span>
          </AriaButton>
          <Popover
            placement="bottom end"
            className="animate-rise w-[min(30rem,calc(100vw-2rem))] overflow-auto rounded-card border border-border bg-surface p-4 shadow-overlay"
          >
            <Dialog aria-label={t('print-queue')} className="flex flex-col gap-4 outline-none">
              {jobs.map((job) => (
                <JobCard
                  key={job.id}
                  job={job}
                  onSheets={() => {
                    setOpen(false)
                    setLooked(job)
                  }}
                />
              ))}
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
      {looked && <JobDialog jobId={looked.id} onClose={() => setLooked(null)} />}
    </>
  )
}
