import { ReceiptText, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'

import { Button } from '../../design/components/Button'
import { DataGrid, type Column } from '../../design/components/DataGrid'
import { EmptyState } from '../../design/components/EmptyState'
import { ErrorCard } from '../../design/components/ErrorCard'
import { KeyCap } from '../../design/components/KeyCap'
import { Skeleton } from '../../design/components/Skeleton'
import { StateBadge } from '../../design/components/StateBadge'
import { useShortcuts } from '../../design/keys/useShortcuts'
import { useText, type Speech } from '../../design/text/useText'
import type { EventDetail, OrderSummary } from '../../gen/types'
import { useRows } from '../../host/query'
import { OrderDialog } from '../../orders/OrderDialog'

type Props = { event: EventDetail; orderId: string | null; onOrder: (orderId: string | null) => void }

/** Who bought what; an order opens with its tickets. */
export function Orders({ event, orderId, onOrder }: Props) {
  const speech = useText()
  const { t, number } = speech
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const orders = useRows('order.list', { event: event.id, search: search.trim() || undefined })
  useShortcuts({ find: () => field.current?.focus() })
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-3 px-4 py-3 @4xl:px-6">
        <SearchField
          aria-label={t('orders-find')}
          value={search}
          onChange={setSearch}
          className="flex min-h-9 w-80 items-center gap-2 rounded-control border border-border-strong bg-surface px-2.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus"
        >
          <Search size={16} strokeWidth={1.75} className="text-ink-3" aria-hidden />
          <Input ref={field} placeholder={t('orders-find')} className="w-full bg-transparent text-base outline-none" />
          <KeyCap keys="/" className="text-ink-3" />
        </SearchField>
        <p role="status" className="tabular text-ink-2">
          {t('orders-count', { count: orders.total, shown: number(orders.total) })}
        </p>
      </div>
      <div className="min-h-0 flex-1">
        {orders.failure ? (
          <ErrorCard failure={orders.failure} onRetry={orders.retry} />
        ) : orders.isLoading ? (
          <Skeleton rows={8} />
        ) : orders.rows.length === 0 && search ? (
          <EmptyState
            icon={Search}
            text={t('orders-none-found', { search })}
            action={<Button onPress={() => setSearch('')}>{t('clear-search')}</Button>}
          />
        ) : orders.rows.length === 0 ? (
          <EmptyState icon={ReceiptText} text={t('orders-empty')} />
        ) : (
          <DataGrid
            label={t('tab-orders')}
            columns={columnsOf(speech, event)}
            rows={orders.rows}
            total={orders.total}
            rowKey={(order) => order.id}
            onOpen={(order) => onOrder(order.id)}
            onNearEnd={orders.more}
            isStale={orders.isStale}
          />
        )}
      </div>
      {orderId && <OrderDialog orderId={orderId} timeZone={event.time_zone} onClose={() => onOrder(null)} />}
    </div>
  )
}

function columnsOf({ t, amount, number, instant }: Speech, event: EventDetail): Column<OrderSummary>[] {
  const who = (order: OrderSummary): string => order.buyer_name || order.buyer_email || t('buyer-unnamed')
  const when = (order: OrderSummary): string => instant(order.ordered_at, event.time_zone, 'medium')
  return [
    {
      id: 'code',
      header: t('order'),
      width: 'minmax(7rem, 0.8fr)',
      render: (order) => <code className="font-mono font-medium">{order.code}</code>,
      text: (order) => order.code,
    },
    {
      id: 'buyer',
      header: t('buyer'),
      width: 'minmax(11rem, 2fr)',
      render: (order) => <bdi>{who(order)}</bdi>,
      text: who,
    },
    {
      id: 'status',
      header: t('status'),
      width: 'minmax(9.5rem, 1fr)',
      render: (order) => <StateBadge kind="order" state={order.status} />,
      text: (order) => order.status,
    },
    { id: 'when', header: t('when'), width: 'minmax(12rem, 1.3fr)', render: when, text: when },
    {
      id: 'tickets',
      header: t('tickets'),
      width: 'minmax(4.5rem, 0.5fr)',
      align: 'end',
      render: (order) => number(order.ticket_count),
      text: (order) => String(order.ticket_count),
    },
    {
      id: 'total',
      header: t('total-in', { currency: event.currency }),
      width: 'minmax(7rem, 0.8fr)',
      align: 'end',
      render: (order) => amount(order.total),
      text: (order) => amount(order.total),
    },
  ]
}
