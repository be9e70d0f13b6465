import { Plus, Ticket } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../design/components/Button'
import { DataGrid, type Column } from '../../design/components/DataGrid'
import { EmptyState } from '../../design/components/EmptyState'
import { ErrorCard } from '../../design/components/ErrorCard'
import { Skeleton } from '../../design/components/Skeleton'
import { StateBadge } from '../../design/components/StateBadge'
import { useText, type Speech } from '../../design/text/useText'
import type { EventDetail, TierRow } from '../../gen/types'
import { useAnswer } from '../../host/query'
import { TierDialog } from './TierDialog'

type Props = { event: EventDetail }

/** What is for sale, in the order of the till's keys. */
export function Tiers({ event }: Props) {
  const speech = useText()
  const { t } = speech
  const tiers = useAnswer('tier.list', { event: event.id })
  const [edited, setEdited] = useState<TierRow | 'new' | null>(null)
  if (tiers.error) return <ErrorCard failure={tiers.error} onRetry={() => void tiers.refetch()} />
  if (!tiers.data) return <Skeleton />
  const add = (
    <Button
      tone={tiers.data.length === 0 ? 'primary' : 'secondary'}
      icon={<Plus size={16} aria-hidden />}
      onPress={() => setEdited('new')}
    >
      {t('tier-add')}
    </Button>
  )
  return (
    <div className="flex h-full flex-col">
      {tiers.data.length === 0 ? (
        <EmptyState icon={Ticket} text={t('tiers-empty')} action={add} />
      ) : (
        <>
          <div className="flex items-center justify-between gap-3 px-4 py-3 @4xl:px-6">
            <p className="text-ink-2">{t('tiers-hint')}</p>
            {add}
          </div>
          <div className="min-h-0 flex-1">
            <DataGrid
              label={t('tab-tiers')}
              columns={columnsOf(speech, event)}
              rows={tiers.data}
              total={tiers.data.length}
              rowKey={(tier) => tier.id}
              onOpen={setEdited}
            />
          </div>
        </>
      )}
      {edited && <TierDialog event={event} tier={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function columnsOf({ t, amount, number, instant }: Speech, event: EventDetail): Column<TierRow>[] {
  const count = (value: number | null): string => (value === null ? '∞' : number(value))
  const window = (tier: TierRow): string => {
    const from = tier.sales_start_at && instant(tier.sales_start_at, event.time_zone, 'medium')
    const until = tier.sales_end_at && instant(tier.sales_end_at, event.time_zone, 'medium')
    if (from && until) return t('window-both', { from, until })
    return from ? t('window-from', { from }) : until ? t('window-until', { until }) : t('window-always')
  }
  const numeric = (id: string, header: string, read: (tier: TierRow) => string): Column<TierRow> => ({
    ...{ id, header, width: 'minmax(5.5rem, 0.7fr)', align: 'end', render: read, text: read },
  })
  return [
    {
      id: 'name',
      header: t('tier-name'),
      width: 'minmax(12rem, 2fr)',
      render: (tier) => (
        <span className="flex items-center gap-2 font-medium">
          <bdi className="truncate">{tier.name}</bdi>
          {tier.badge_label && (
            <span className="rounded-control bg-surface-2 px-1.5 text-xs text-ink-2">{tier.badge_label}</span>
          )}
        </span>
      ),
      text: (tier) => tier.name,
    },
    {
      id: 'state',
      header: t('status'),
      width: 'minmax(8.5rem, 1fr)',
      render: (tier) => <StateBadge kind="tier" state={tier.state} />,
      text: (tier) => tier.state,
    },
    numeric('price', t('price-in', { currency: event.currency }), (tier) => amount(tier.price)),
    numeric('sold', t('sold'), (tier) => number(tier.issued)),
    numeric('left', t('left'), (tier) => count(tier.available)),
    numeric('places', t('places'), (tier) => count(tier.quantity)),
    { id: 'window', header: t('sales-window'), width: 'minmax(12rem, 2fr)', render: window, text: window },
  ]
}
