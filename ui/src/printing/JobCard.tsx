import { Pause, Play, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { ProgressBar } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import type { PrintJobRow } from '../gen/types'
import { useCommand } from '../host/query'
import { minutesLeft, standingOf, type Progress } from './queue'

type Props = { job: PrintJobRow; onSheets: () => void }

/** One job: how far it is, why it stands still, and the one or two things to do about it. */
export function JobCard({ job, onSheets }: Props) {
  const speech = useText()
  const { t } = speech
  const pause = useCommand('print_job.pause')
  const resume = useCommand('print_job.resume')
  const cancel = useCommand('print_job.cancel')
  const resolve = useCommand('print_job.resolve')
  const [start, setStart] = useState<Progress>(() => ({ at_ms: Date.parse(job.updated_at), printed: job.printed }))
  const standing = standingOf(job)
  // The pace is that since the job last stood still.
  if (standing.at !== 'moving' && start.printed !== job.printed)
    setStart({ at_ms: Date.parse(job.updated_at), printed: job.printed })
  const left = minutesLeft(start, { at_ms: Date.parse(job.updated_at), printed: job.printed }, job.waiting)
  const failure = pause.error ?? resume.error ?? cancel.error ?? resolve.error
  const words = failure && failureWords(speech, failure)

  async function answer(item: string, seen: 'printed' | 'repeat'): Promise<void> {
    const answered = await resolve.mutateAsync({ item, answer: seen }).catch(() => null)
    if (answered?.status === 'paused' && answered.unknown === 0) resume.mutate({ job: job.id })
  }

  return (
    <section aria-label={job.title} className="flex flex-col gap-2">
      {words && <ErrorSummary errors={[{ field: null, ...words }]} />}
      <h3 className="flex items-baseline gap-2 text-base">
        <span className="min-w-0 flex-1 truncate">
          <bdi>{job.title}</bdi>
        </span>
        <span className="text-sm font-normal text-ink-2">
          <bdi>{job.printer_name}</bdi>
        </span>
      </h3>
      <ProgressBar
        aria-label={t('print-tray', { printed: job.printed, count: job.item_count })}
        value={job.printed}
        maxValue={job.item_count}
      >
        {({ percentage = 0 }) => (
          <div className="h-1.5 overflow-hidden rounded-full bg-surface-2">
            <div className="h-full rounded-full bg-accent" style={{ width: `${percentage}%` }} />
          </div>
        )}
      </ProgressBar>
      <p role="status" className="tabular">
        {t('print-tray', { printed: job.printed, count: job.item_count })}
        {standing.at === 'moving' && left !== null && ` · ${t('print-minutes', { minutes: left })}`}
        {job.failed > 0 && <span className="text-danger"> · {t('print-failed', { failed: job.failed })}</span>}
      </p>
      {job.pause && (
        <p className="rounded-control bg-warning-soft px-3 py-2 text-warning">
          <strong className="font-semibold">{pauseWords(speech, job)}</strong>
        </p>
      )}
      {standing.at === 'in-doubt' && (
        <p>{t('print-in-doubt', { sheet: standing.sheet.position, label: standing.sheet.label })}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {standing.at === 'moving' && (
          <Button
            icon={<Pause size={16} aria-hidden />}
            isPending={pause.isPending}
            onPress={() => pause.mutate({ job: job.id })}
          >
            {t('print-pause')}
          </Button>
        )}
        {standing.at === 'in-doubt' && (
          <>
            <Button
              tone="primary"
              icon={<Play size={16} aria-hidden />}
              isPending={resolve.isPending}
              onPress={() => void answer(standing.sheet.id, 'printed')}
            >
              {standing.continueAt === null
                ? t('print-came-out', { sheet: standing.sheet.position })
                : t('print-continue-at', { sheet: standing.continueAt })}
            </Button>
            <Button
              icon={<RotateCw size={16} aria-hidden />}
              isPending={resolve.isPending}
              onPress={() => void answer(standing.sheet.id, 'repeat')}
            >
              {t('print-repeat', { sheet: standing.sheet.position })}
            </Button>
          </>
        )}
        {standing.at === 'stopped' && (
          <Button
            tone="primary"
            icon={<Play size={16} aria-hidden />}
            isPending={resume.isPending}
            onPress={() => resume.mutate({ job: job.id })}
          >
            {standing.continueAt === null
              ? t('print-continue')
              : t('print-continue-at', { sheet: standing.continueAt })}
          </Button>
        )}
        <Button tone="quiet" onPress={onSheets}>
          {t('print-sheets')}
        </Button>
        {standing.at !== 'over' && (
          <Button tone="quiet" isPending={cancel.isPending} onPress={() => cancel.mutate({ job: job.id })}>
            {t('print-cancel', { count: job.waiting })}
          </Button>
        )}
      </div>
    </section>
  )
}

type Speech = ReturnType<typeof useText>

/** Why a job stands still: in the language of the moment where the code is known, else in the printer's words. */
function pauseWords({ t, has }: Speech, { pause, printed }: PrintJobRow): string {
  if (!pause) return ''
  const id = `print-pause-${pause.code.replaceAll('_', '-')}`
  return has(id) ? t(id, { printed }) : `${pause.message}. ${pause.fix}`
}
