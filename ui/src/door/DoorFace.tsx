import './verdict.css'

import { useNavigate } from '@tanstack/react-router'
import { DoorOpen } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../design/components/Button'
import { EmptyState } from '../design/components/EmptyState'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { likeliestEvent } from '../design/day'
import { usePreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'
import { DoorDesk } from './DoorDesk'

/** The door of one event; event, list and gate are chosen once and remembered on this device. */
export function DoorFace() {
  const { t } = useText()
  const navigate = useNavigate()
  const { eventId } = usePreferences()
  const [opened] = useState(() => new Date())
  const events = useAnswer('event.list', { page: { first: 200 } })
  const rows = events.data?.rows ?? []
  const chosen = rows.find((event) => event.id === eventId) ?? likeliestEvent(rows, opened)
  const isChosen = { isEnabled: chosen !== null }
  const event = useAnswer('event.show', { event: chosen?.id ?? '' }, isChosen)
  const lists = useAnswer('checkin_list.list', { event: chosen?.id ?? '' }, isChosen)
  const gates = useAnswer('gate.list', { event: chosen?.id ?? '' }, isChosen)
  const failure = events.error ?? event.error ?? lists.error ?? gates.error
  if (failure) return <ErrorCard failure={failure} onRetry={() => void events.refetch()} />
  if (events.data && !chosen) {
    return (
      <main className="flex h-full items-center justify-center">
        <EmptyState
          icon={DoorOpen}
          text={t('door-no-event')}
          action={
            <Button tone="primary" onPress={() => void navigate({ to: '/plan' })}>
              {t('door-go-plan')}
            </Button>
          }
        />
      </main>
    )
  }
  if (!event.data || !lists.data || !gates.data || event.data.id !== chosen?.id) return <Skeleton rows={6} />
  return (
    <DoorDesk
      key={event.data.id}
      event={event.data}
      events={rows.filter((row) => row.status !== 'draft')}
      lists={lists.data}
      gates={gates.data}
    />
  )
}
