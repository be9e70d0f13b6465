import { useNavigate } from '@tanstack/react-router'
import { Ticket } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../design/components/Button'
import { EmptyState } from '../design/components/EmptyState'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { likeliestEvent } from '../design/day'
import { setPreferences, usePreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'
import { TillDesk } from './TillDesk'

/** The till of one event; which one is chosen once and remembered on this device. */
export function TillFace() {
  const { t } = useText()
  const navigate = useNavigate()
  const { eventId } = usePreferences()
  const [opened] = useState(() => new Date())
  const events = useAnswer('event.list', { page: { first: 200 } })
  const rows = events.data?.rows ?? []
  const chosen = rows.find((event) => event.id === eventId) ?? likeliestEvent(rows, opened)
  const event = useAnswer('event.show', { event: chosen?.id ?? '' }, { isEnabled: chosen !== null })
  const tiers = useAnswer(
    'tier.list',
    { event: chosen?.id ?? '' },
    { isEnabled: chosen !== null, refreshEvery_ms: 20_000 },
  )
  const failure = events.error ?? event.error ?? tiers.error
  if (failure) return <ErrorCard failure={failure} onRetry={() => void events.refetch()} />
  if (events.data && !chosen) {
    return (
      <main className="flex h-full items-center justify-center">
        <EmptyState
          icon={Ticket}
          text={t('till-no-event')}
          action={
            <Button tone="primary" onPress={() => void navigate({ to: '/plan' })}>
              {t('till-go-plan')}
            </Button>
          }
        />
      </main>
    )
  }
  if (!event.data || !tiers.data || event.data.id !== chosen?.id) return <Skeleton rows={6} />
  return (
    <TillDesk
      key={event.data.id}
      event={event.data}
      events={rows.filter((row) => row.status === 'published')}
      tiers={tiers.data}
      onEvent={(id) => setPreferences({ eventId: id })}
    />
  )
}
