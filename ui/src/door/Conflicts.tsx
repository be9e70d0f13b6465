import { TriangleAlert } from 'lucide-react'

import { failureWords } from '../design/text/failure'
import { usePreferences } from '../design/preferences'
import { speech, useText } from '../design/text/useText'
import type { DoorConflict } from '../gen/types'
import { useAnswer } from '../host/query'
import { byKind } from './conflicts'
import { shownName } from './words'

type Props = { eventId: string; timeZone: string }

/** The core's mark for an entry without gate and device. */
const NOWHERE = '?'

/** What cannot be true at once, in words a manager acts on. Nothing is put right by itself. */
export function Conflicts({ eventId, timeZone }: Props) {
  const { t } = useText()
  const found = useAnswer('door.conflicts', { event: eventId })
  if (found.error) {
    const { message, fix } = failureWords(speech(), found.error)
    const isForOthers = found.error.code === 'not_permitted'
    return <p className="text-ink-2">{isForOthers ? t('conflicts-not-yours') : `${message}. ${fix}`}</p>
  }
  if (!found.data) return null
  const groups = byKind(found.data)
  if (groups.length === 0) return <p className="text-ink-2">{t('conflicts-none')}</p>
  return (
    <div className="flex flex-col gap-5">
      {groups.map(({ kind, rows }) => {
        const id = kind.replaceAll('_', '-')
        return (
          <section key={kind} aria-labelledby={`conflict-${id}`}>
            <h4 id={`conflict-${id}`} className="flex items-center gap-2 font-semibold">
              <TriangleAlert size={16} strokeWidth={2} className="shrink-0 text-warning" aria-hidden />
              {t(`conflict-${id}`, { count: rows.length })}
            </h4>
            <p className="mb-1 text-ink-2">{t(`conflict-${id}-todo`)}</p>
            <ul>
              {rows.map((row) => (
                <Conflict key={`${row.ticket_id}${row.list_id}`} {...{ row, timeZone }} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Conflict({ row, timeZone }: { row: DoorConflict; timeZone: string }) {
  const { t, instant } = useText()
  const { hideNames } = usePreferences()
  const first = instant(row.first_at, timeZone, 'seconds')
  const last = instant(row.last_at, timeZone, 'seconds')
  const what =
    row.entries > 1 ? t('conflict-entries', { count: row.entries, first, last }) : t('conflict-entry', { clock: first })
  return (
    <li className="flex flex-wrap gap-x-4 border-t border-border py-1.5">
      <bdi className="min-w-40 flex-1 font-medium">
        {shownName(row.holder_name || null, hideNames) ?? t('lookup-unnamed')}
      </bdi>
      <span className="tabular text-ink-2">
        {t('door-order', { code: row.order_code })} · <code className="font-mono">{row.code}</code>
      </span>
      <span className="tabular w-full text-sm text-ink-2">
        {[what, row.places === NOWHERE ? null : row.places, row.list_name].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}
