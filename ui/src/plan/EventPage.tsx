import { useNavigate } from '@tanstack/react-router'

import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { Tabs } from '../design/components/Tabs'
import { useShortcuts } from '../design/keys/useShortcuts'
import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'
import { EventHeader } from './event/EventHeader'
import { Lists } from './event/Lists'
import { Orders } from './event/Orders'
import { Overview } from './event/Overview'
import { Tiers } from './event/Tiers'

type Props = { eventId: string; tab: string; orderId: string | null }

/** One event from all its sides. */
export function EventPage({ eventId, tab, orderId }: Props) {
  const { t, number } = useText()
  const navigate = useNavigate()
  const event = useAnswer('event.show', { event: eventId })
  const tiers = useAnswer('tier.list', { event: eventId })
  const neighbours = useAnswer('event.list', { page: { first: 200 } })
  const show = (search: { tab?: string; order?: string }): void =>
    void navigate({ to: '/plan/events/$event', params: { event: eventId }, search })
  const step = (by: 1 | -1): void => {
    const rows = neighbours.data?.rows ?? []
    const next = rows[rows.findIndex((row) => row.id === event.data?.id) + by]
    if (next) void navigate({ to: '/plan/events/$event', params: { event: next.id }, search: { tab } })
  }
  useShortcuts({
    'next-event': () => step(1),
    'previous-event': () => step(-1),
    'new-event': () => void navigate({ to: '/plan/new' }),
  })
  if (event.error) return <ErrorCard failure={event.error} onRetry={() => void event.refetch()} />
  if (!event.data) return <Skeleton rows={8} />
  return (
    <main className="flex h-full flex-col">
      <EventHeader event={event.data} />
      <Tabs
        label={t('event-sides')}
        value={tab}
        onChange={(next) => show({ tab: next })}
        tabs={[
          {
            id: 'overview',
            label: t('tab-overview'),
            content: <Overview event={event.data} onGo={(next) => show({ tab: next })} />,
          },
          {
            id: 'tiers',
            label: t('tab-tiers'),
            badge: <span className="tabular text-sm text-ink-3">{number(tiers.data?.length ?? 0)}</span>,
            content: <Tiers event={event.data} />,
          },
          {
            id: 'orders',
            label: t('tab-orders'),
            content: (
              <Orders
                event={event.data}
                orderId={orderId}
                onOrder={(order) => show({ tab: 'orders', order: order ?? undefined })}
              />
            ),
          },
          { id: 'door', label: t('tab-door'), content: <Lists event={event.data} /> },
        ]}
      />
    </main>
  )
}
