import { Dialog } from '../design/components/Dialog'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'

type Props = { timeZone: string; onOpen: (till: string, number: number) => void; onClose: () => void }

/** Past Z reports, newest first. */
export function ReportsDialog({ timeZone, onOpen, onClose }: Props) {
  const { t, money, instant } = useText()
  const reports = useAnswer('till.z_list', { page: { first: 200 } })
  return (
    <Dialog title={t('shortcut-till-reports')} isOpen onClose={onClose}>
      {reports.error && <ErrorCard failure={reports.error} onRetry={() => void reports.refetch()} />}
      {!reports.data && !reports.error && <Skeleton rows={4} />}
      {reports.data?.rows.length === 0 && <p className="p-4 text-center text-ink-2">{t('reports-none')}</p>}
      <ul className="flex flex-col gap-1">
        {reports.data?.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              onClick={() => onOpen(row.till_code, row.number)}
              className="focus-ring tabular grid min-h-14 w-full cursor-default grid-cols-[6rem_1fr_auto] items-center gap-3 rounded-control border border-border px-3 text-left hover:bg-surface-2"
            >
              <strong>{t('report-of', { till: row.till_code, number: row.number })}</strong>
              <span>
                <span className="block">{instant(row.closed_at, timeZone, 'medium')}</span>
                <bdi className="text-sm text-ink-2">{row.closed_by_name}</bdi>
              </span>
              <span className="text-right">
                <span className="block">{money(row.turnover)}</span>
                <span className={cx('text-sm', row.over_short.minor === 0 ? 'text-ink-2' : 'text-warning')}>
                  {row.over_short.minor === 0
                    ? t('count-exact')
                    : t(row.over_short.minor < 0 ? 'report-short' : 'report-over', {
                        amount: money({ ...row.over_short, minor: Math.abs(row.over_short.minor) }),
                      })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
