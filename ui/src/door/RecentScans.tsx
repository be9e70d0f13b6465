import { ArrowLeft, Check, TriangleAlert, X } from 'lucide-react'

import { cx } from '../design/cx'
import { usePreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import type { RecentScan } from '../gen/types'
import { useAnswer } from '../host/query'
import { VERDICTS } from './verdicts'
import { shownName } from './words'

type Props = { eventId: string; listId: string; timeZone: string }

const LOOKS = {
  go: { Icon: Check, className: 'rounded-full bg-go text-on-go' },
  exit: { Icon: ArrowLeft, className: 'rounded-full bg-go text-on-go' },
  wait: { Icon: TriangleAlert, className: 'rounded-[4px] bg-wait text-on-wait' },
  stop: { Icon: X, className: 'rounded-[4px] bg-stop text-on-stop ring-1 ring-on-stop' },
} as const

function lookOf(scan: RecentScan): (typeof LOOKS)[keyof typeof LOOKS] {
  if (scan.is_admitted) return scan.direction === 'exit' ? LOOKS.exit : LOOKS.go
  return LOOKS[VERDICTS[scan.verdict].signal]
}

function wordOf(scan: RecentScan): string {
  if (scan.is_forced) return 'verdict-forced'
  return `verdict-${scan.is_admitted && scan.direction === 'exit' ? 'exit' : scan.verdict.replaceAll('_', '-')}`
}

/** What happened here last. */
export function RecentScans({ eventId, listId, timeZone }: Props) {
  const { t, instant } = useText()
  const { hideNames } = usePreferences()
  const recent = useAnswer('door.recent', { event: eventId, list: listId, first: 8 })
  return (
    <aside
      aria-label={t('door-recent')}
      // Tab reaches the list, so that it can be scrolled without a mouse.
      tabIndex={0}
      className="focus-ring flex min-h-0 flex-col overflow-auto border-l border-border p-4 outline-offset-[-3px]"
    >
      <h2 className="mb-2 text-sm text-ink-2">{t('door-recent')}</h2>
      {recent.data?.length === 0 && <p className="text-ink-3">{t('door-recent-empty')}</p>}
      <ol className="flex flex-col">
        {(recent.data ?? []).map((scan, at) => {
          const { Icon, className } = lookOf(scan)
          const word = t(wordOf(scan))
          return (
            <li
              key={`${scan.scan_id}${at}`}
              className={cx(
                'flex items-start gap-3 border-t border-border py-2.5',
                scan.is_annulled && 'line-through decoration-1',
              )}
            >
              <span className={cx('state-shape mt-0.5 flex size-6 shrink-0 items-center justify-center', className)}>
                <Icon size={16} strokeWidth={2.5} aria-hidden />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">
                  {word}
                  {scan.is_annulled && <span className="font-normal text-ink-2"> · {t('door-annulled')}</span>}
                </span>
                <bdi className="block truncate text-sm text-ink-2">
                  {[scan.tier_name, shownName(scan.holder_name, hideNames)].filter(Boolean).join(' · ') || scan.code}
                </bdi>
              </span>
              <time className="tabular text-sm text-ink-3">{instant(scan.scanned_at, timeZone, 'seconds')}</time>
            </li>
          )
        })}
      </ol>
    </aside>
  )
}
