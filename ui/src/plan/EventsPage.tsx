import { useNavigate } from '@tanstack/react-router'
import { CalendarPlus, CalendarRange, Plus, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { DataGrid, type Column } from '../design/components/DataGrid'
import { EmptyState } from '../design/components/EmptyState'
import { ErrorCard } from '../design/components/ErrorCard'
import { KeyCap } from '../design/components/KeyCap'
import { Skeleton } from '../design/components/Skeleton'
import { StateBadge } from '../design/components/StateBadge'
import { useShortcuts } from '../design/keys/useShortcuts'
import { useText, type Speech } from '../design/text/useText'
import type { EventSummary } from '../gen/types'
import { useRows } from '../host/query'

/** Every event of the organization. */
export function EventsPage() {
  const speech = useText()
  const { t, number } = speech
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const events = useRows('event.list', { search: search.trim() || undefined })
  const create = (): void => void navigate({ to: '/plan/new' })
  useShortcuts({ 'new-event': create, find: () => field.current?.focus() })
  const newButton = (
    <Button tone="primary" icon={<Plus size={16} aria-hidden />} shortcut="new-event" onPress={create}>
      {t('new-event')}
    </Button>
  )

  return (
    <main className="flex h-full flex-col">
      <header className="flex flex-wrap items-center gap-3 px-4 py-3 @4xl:px-6">
        <h1 className="text-xl">{t('events-title')}</h1>
        <span className="tabular text-ink-3">{events.total > 0 && number(events.total)}</span>
        <span className="flex-1" />
        <SearchField
          aria-label={t('events-find')}
          value={search}
          onChange={setSearch}
          className="flex min-h-9 w-64 items-center gap-2 rounded-control border border-border-strong bg-surface px-2.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus"
        >
          <Search size={16} strokeWidth={1.75} className="text-ink-3" aria-hidden />
          <Input ref={field} placeholder={t('events-find')} className="w-full bg-transparent text-base outline-none" />
          <KeyCap keys="/" className="text-ink-3" />
        </SearchField>
        {newButton}
      </header>
      <section aria-label={t('events-title')} className="min-h-0 flex-1">
        {events.failure ? (
          <ErrorCard failure={events.failure} onRetry={events.retry} />
        ) : events.isLoading ? (
          <Skeleton rows={8} />
        ) : events.rows.length === 0 && search ? (
          <EmptyState
            icon={Search}
            text={t('events-none-found', { search })}
            action={<Button onPress={() => setSearch('')}>{t('clear-search')}</Button>}
          />
        ) : events.rows.length === 0 ? (
          <EmptyState icon={CalendarPlus} text={t('events-empty')} action={newButton} />
        ) : (
          <DataGrid
            label={t('events-title')}
            columns={columnsOf(speech)}
            rows={events.rows}
            total={events.total}
            rowKey={(event) => event.id}
            onOpen={(event) => void navigate({ to: '/plan/events/$event', params: { event: event.id } })}
            onNearEnd={events.more}
            isStale={events.isStale}
          />
        )}
      </section>
    </main>
  )
}

function columnsOf({ t, instant, money, number }: Speech): Column<EventSummary>[] {
  const sold = (event: EventSummary): string =>
    event.capacity === null ? number(event.sold) : t('sold-of', { sold: event.sold, capacity: event.capacity })
  const when = (event: EventSummary): string => instant(event.starts_at, event.time_zone, 'medium')
  return [
    {
      id: 'title',
      header: t('event-title'),
      width: 'minmax(14rem, 3fr)',
      render: (event) => (
        <span className="flex items-center gap-2 font-medium">
          <CalendarRange size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />
          <bdi className="truncate">{event.title}</bdi>
        </span>
      ),
      text: (event) => event.title,
    },
    {
      id: 'status',
      header: t('status'),
      width: 'minmax(8.5rem, 1fr)',
      render: (event) => <StateBadge kind="event" state={event.status} />,
      text: (event) => event.status,
    },
    { id: 'when', header: t('when'), width: 'minmax(13rem, 1.6fr)', render: when, text: when },
    {
      id: 'venue',
      header: t('venue'),
      width: 'minmax(9rem, 1.4fr)',
      render: (event) => <bdi>{event.venue_name ?? '–'}</bdi>,
      text: (event) => event.venue_name ?? '',
    },
    { id: 'sold', header: t('sold'), width: 'minmax(7rem, 0.8fr)', align: 'end', render: sold, text: sold },
    {
      id: 'revenue',
      header: t('revenue'),
      width: 'minmax(7rem, 0.9fr)',
      align: 'end',
      render: (event) => money(event.revenue),
      text: (event) => money(event.revenue),
    },
  ]
}
