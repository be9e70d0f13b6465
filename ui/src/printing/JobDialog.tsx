import { useState } from 'react'

import { Badge, type State } from '../design/components/Badge'
import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { useText } from '../design/text/useText'
import type { ItemStatus, PrintItemRow } from '../gen/types'
import { useAnswer, useCommand } from '../host/query'

type Props = { jobId: string; onClose: () => void }

const LOOKS: Readonly<Record<ItemStatus, State>> = {
  ...{ queued: 'open', sending: 'info', printed: 'done', failed: 'stopped', unknown: 'warning' },
}

/** Sheet by sheet: what came out, what did not and why, with each to be printed again. */
export function JobDialog({ jobId, onClose }: Props) {
  const { t } = useText()
  const [after, setAfter] = useState(0)
  const detail = useAnswer('print_job.show', { job: jobId, after })
  const resolve = useCommand('print_job.resolve')
  const resume = useCommand('print_job.resume')
  const { data } = detail
  const last = data?.items.at(-1)?.position ?? 0

  async function repeat(item: PrintItemRow): Promise<void> {
    const job = await resolve.mutateAsync({ item: item.id, answer: 'repeat' }).catch(() => null)
    if (job?.status === 'paused' && job.unknown === 0) resume.mutate({ job: job.id })
  }

  return (
    <Dialog title={data ? data.job.title : t('print-sheets')} isOpen onClose={onClose}>
      {detail.error && <ErrorCard failure={detail.error} onRetry={() => void detail.refetch()} />}
      {resolve.error && <ErrorCard failure={resolve.error} />}
      {!data && !detail.error && <Skeleton rows={4} />}
      {data && (
        <div className="flex flex-col gap-3">
          <p className="tabular text-ink-2">
            {t('print-tray', { printed: data.job.printed, count: data.job.item_count })}
            {data.job.failed > 0 && ` · ${t('print-failed', { failed: data.job.failed })}`}
          </p>
          <ul aria-label={t('print-sheets')} className="flex flex-col divide-y divide-border">
            {data.items.map((item) => (
              <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
                <span className="tabular w-12 text-right text-ink-2">{item.position}</span>
                <span className="min-w-40 flex-1">
                  <span className="block">{item.label}</span>
                  {item.message && <span className="block text-sm text-ink-2">{item.message}</span>}
                </span>
                <Badge state={LOOKS[item.status]}>{t(`print-item-${item.status}`)}</Badge>
                {(item.status === 'failed' || item.status === 'unknown') && (
                  <Button isPending={resolve.isPending} onPress={() => void repeat(item)}>
                    {t('print-repeat', { sheet: item.position })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <div className="flex justify-between gap-2">
            {after > 0 && <Button onPress={() => setAfter(0)}>{t('print-first-sheets')}</Button>}
            {last < data.job.item_count && <Button onPress={() => setAfter(last)}>{t('print-more-sheets')}</Button>}
          </div>
        </div>
      )}
    </Dialog>
  )
}
