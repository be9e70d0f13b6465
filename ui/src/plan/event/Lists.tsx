import { DoorOpen, ListChecks, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'

import { Button } from '../../design/components/Button'
import { EmptyState } from '../../design/components/EmptyState'
import { ErrorCard } from '../../design/components/ErrorCard'
import { Skeleton } from '../../design/components/Skeleton'
import { useText } from '../../design/text/useText'
import type { EventDetail, ListRow } from '../../gen/types'
import { useAnswer } from '../../host/query'
import { GateDialog } from './GateDialog'
import { ListDialog } from './ListDialog'

type Props = { event: EventDetail }

/** What the door checks against, and where it stands. */
export function Lists({ event }: Props) {
  const { t } = useText()
  const lists = useAnswer('checkin_list.list', { event: event.id })
  const gates = useAnswer('gate.list', { event: event.id })
  const tiers = useAnswer('tier.list', { event: event.id })
  const [open, setOpen] = useState<'list' | 'gate' | null>(null)
  const failure = lists.error ?? gates.error
  if (failure) return <ErrorCard failure={failure} onRetry={() => void lists.refetch()} />
  if (!lists.data || !gates.data) return <Skeleton />
  return (
    <div className="mx-auto grid max-w-6xl gap-4 p-4 @4xl:grid-cols-2 @4xl:p-6">
      <Panel title={t('lists-title')} add={t('list-add')} onAdd={() => setOpen('list')}>
        {lists.data.length === 0 ? (
          <EmptyState icon={ListChecks} text={t('lists-empty')} />
        ) : (
          <ul>
            {lists.data.map((list) => (
              <li key={list.id} className="flex items-center gap-3 border-t border-border px-4 py-2.5">
                <ListChecks size={18} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />
                <span className="min-w-0 flex-1">
                  <bdi className="font-medium">{list.name}</bdi>
                  <span className="block text-sm text-ink-2">{tiersOf(list)}</span>
                </span>
                <span className="text-sm text-ink-2">{t(entryRule(list))}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('gates-title')} add={t('gate-add')} onAdd={() => setOpen('gate')}>
        {gates.data.length === 0 ? (
          <EmptyState icon={DoorOpen} text={t('gates-empty')} />
        ) : (
          <ul>
            {gates.data.map((gate) => (
              <li key={gate.id} className="flex items-center gap-3 border-t border-border px-4 py-2.5">
                <DoorOpen size={18} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />
                <bdi className="flex-1 font-medium">{gate.name}</bdi>
                <code className="font-mono text-sm text-ink-2">{gate.code}</code>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {open === 'list' && <ListDialog event={event} tiers={tiers.data ?? []} onClose={() => setOpen(null)} />}
      {open === 'gate' && <GateDialog event={event} onClose={() => setOpen(null)} />}
    </div>
  )

  function tiersOf(list: ListRow): string {
    if (list.covers_all_tiers) return t('list-all-tiers')
    return list.tiers.map((tier) => tier.name).join(', ')
  }
}

function entryRule(list: ListRow): string {
  if (list.allows_multiple_entries) return 'list-many-entries'
  return list.allows_reentry_after_exit ? 'list-reentry' : 'list-one-entry'
}

type PanelProps = { title: string; add: string; onAdd: () => void; children: ReactNode }

function Panel({ title, add, onAdd, children }: PanelProps) {
  return (
    <section aria-label={title} className="card self-start overflow-hidden">
      <header className="flex items-center justify-between gap-3 py-2 pr-2 pl-4">
        <h2 className="text-base">{title}</h2>
        <Button tone="quiet" icon={<Plus size={16} aria-hidden />} onPress={onAdd}>
          {add}
        </Button>
      </header>
      {children}
    </section>
  )
}
