import { Download } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorCard } from '../design/components/ErrorCard'
import { SelectField } from '../design/components/SelectField'
import { Skeleton } from '../design/components/Skeleton'
import { showToast } from '../design/components/toasts'
import { failureWords } from '../design/text/failure'
import { speech, useText } from '../design/text/useText'
import type { DoorSummary, EventDetail, ExportFormat, ListRow } from '../gen/types'
import { useAnswer, type CallFailure } from '../host/query'
import { ArrivalsCurve } from './ArrivalsCurve'
import { Conflicts } from './Conflicts'
import { saveTable, type Taken } from './exports'

type Props = { event: EventDetail; list: ListRow; onClose: () => void }

/** The night at this list: who came and when, who did not get in and why, what needs a look, and all of it to take along. */
export function SummaryDialog({ event, list, onClose }: Props) {
  const { t } = useText()
  const summary = useAnswer('door.summary', { event: event.id, list: list.id })
  return (
    <Dialog
      title={t('summary-title', { list: list.name })}
      isOpen
      onClose={onClose}
      width="wide"
      actions={<TakeAlong event={event} list={list} />}
    >
      {summary.error && <ErrorCard failure={summary.error} onRetry={() => void summary.refetch()} />}
      {!summary.data && !summary.error && <Skeleton rows={6} />}
      {summary.data && (
        <div className="flex flex-col gap-6">
          <Figures summary={summary.data} timeZone={event.time_zone} />
          <Part title={t('summary-arrivals')}>
            <ArrivalsCurve counted={summary.data.arrivals} timeZone={event.time_zone} />
          </Part>
          <Part title={t('summary-refused')}>
            <Refused summary={summary.data} />
          </Part>
          <Part title={t('summary-conflicts')}>
            <Conflicts eventId={event.id} timeZone={event.time_zone} />
          </Part>
        </div>
      )}
    </Dialog>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-md font-semibold">{title}</h3>
      {children}
    </section>
  )
}

function Figures({ summary, timeZone }: { summary: DoorSummary; timeZone: string }) {
  const { t, number, instant } = useText()
  const { counters, forced, annulled, exits, first_entry_at, last_entry_at, peak } = summary
  const refused = summary.refused.reduce((sum, { scans }) => sum + scans, 0)
  const clock = (at: string | null): string => (at ? instant(at, timeZone, 'time') : '–')
  const figures: { name: string; value: string; note?: string }[] = [
    {
      name: t('summary-came'),
      value: number(counters.admitted),
      note: t('summary-came-of', { expected: number(counters.expected) }),
    },
    { name: t('summary-inside'), value: number(counters.inside) },
    { name: t('summary-exits'), value: number(exits) },
    { name: t('summary-refusals'), value: number(refused) },
    { name: t('summary-forced'), value: number(forced) },
    { name: t('summary-annulled'), value: number(annulled) },
    { name: t('summary-first'), value: clock(first_entry_at) },
    { name: t('summary-last'), value: clock(last_entry_at) },
    {
      name: t('summary-peak'),
      value: peak ? number(peak.entries) : '–',
      ...(peak && { note: t('summary-peak-at', { clock: clock(peak.at) }) }),
    },
  ]
  return (
    <dl className="tabular grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-3">
      {figures.map(({ name, value, note }) => (
        <div key={name} className="flex flex-col-reverse justify-end border-t border-border pt-2">
          <dt className="text-sm text-ink-2">{name}</dt>
          <dd className="text-2xl font-semibold tracking-tight">
            {value} {note && <span className="text-sm font-normal text-ink-2">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Refused({ summary }: { summary: DoorSummary }) {
  const { t, number } = useText()
  if (summary.refused.length === 0) return <p className="text-ink-2">{t('summary-refused-none')}</p>
  return (
    <table className="tabular w-full max-w-xl">
      <thead className="text-sm text-ink-2">
        <tr>
          <th scope="col" className="py-1 text-left font-medium">
            {t('summary-reason')}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {t('summary-scans')}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {t('summary-tickets')}
          </th>
        </tr>
      </thead>
      <tbody>
        {summary.refused.map(({ verdict, scans, tickets }) => (
          <tr key={verdict} className="border-t border-border">
            <td className="py-1">{t(`verdict-${verdict.replaceAll('_', '-')}`)}</td>
            <td className="py-1 text-right">{number(scans)}</td>
            <td className="py-1 text-right">{number(tickets)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const TABLES: readonly Taken[] = ['scans', 'tickets', 'conflicts']
const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv']

/** Saves one of the tables; a supervisor is asked when the clerk may not. */
function TakeAlong({ event, list }: { event: EventDetail; list: ListRow }) {
  const { t } = useText()
  const [taken, setTaken] = useState<Taken>('scans')
  const [saving, setSaving] = useState<ExportFormat | null>(null)
  async function save(format: ExportFormat): Promise<void> {
    setSaving(format)
    try {
      const isKept = await saveTable(taken, format, { event, list, speech: speech() })
      if (isKept) showToast({ tone: 'success', title: t('export-done') })
    } catch (failure) {
      const { message, fix } = failureWords(speech(), failure as CallFailure)
      showToast({ tone: 'danger', title: message, text: fix })
    } finally {
      setSaving(null)
    }
  }
  return (
    <div className="flex flex-1 flex-wrap items-end gap-2">
      <SelectField
        label={t('export-what')}
        value={taken}
        choices={TABLES.map((id) => ({ id, label: t(`export-${id}`) }))}
        onChange={(id) => setTaken(TABLES.find((table) => table === id) ?? 'scans')}
      />
      <span className="flex-1" />
      {FORMATS.map((format) => (
        <Button
          key={format}
          icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
          isPending={saving === format}
          onPress={() => void save(format)}
        >
          {t(`export-as-${format}`)}
        </Button>
      ))}
    </div>
  )
}
