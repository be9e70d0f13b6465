import { useNavigate } from '@tanstack/react-router'

import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { useAnswer } from '../host/query'
import { NewEventForm } from './NewEventForm'

/** Creating an event: a template, a name and a date are enough. */
export function NewEventPage() {
  const navigate = useNavigate()
  const templates = useAnswer('event.templates', {})
  const session = useAnswer('session.current', {})
  const failure = templates.error ?? session.error
  if (failure) return <ErrorCard failure={failure} onRetry={() => void templates.refetch()} />
  if (!templates.data || !session.data) return <Skeleton rows={6} />
  return (
    <NewEventForm
      templates={templates.data}
      organization={session.data.organization}
      onCreated={(id) => void navigate({ to: '/plan/events/$event', params: { event: id } })}
      onCancel={() => void navigate({ to: '/plan' })}
    />
  )
}
