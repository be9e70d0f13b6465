import { Link } from '@tanstack/react-router'
import { Ban, CheckCheck, ChevronLeft, Ellipsis, Pause, Pencil, Send, Ticket } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../design/components/Button'
import { MenuButton } from '../../design/components/MenuButton'
import { StateBadge } from '../../design/components/StateBadge'
import { showToast } from '../../design/components/toasts'
import { setPreferences } from '../../design/preferences'
import { failureWords } from '../../design/text/failure'
import { deviceZone } from '../../design/text/time'
import { useText } from '../../design/text/useText'
import type { EventDetail } from '../../gen/types'
import { useAnswer, useCommand, type CallFailure } from '../../host/query'
import { CancelEvent } from './CancelEvent'
import { DetailsDialog } from './DetailsDialog'

type Props = { event: EventDetail }

/** What the event is, where it stands, and what can be done with it as a whole. */
export function EventHeader({ event }: Props) {
  const speech = useText()
  const { t, instant } = speech
  const [isCancelling, setCancelling] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const readiness = useAnswer('event.readiness', { event: event.id })
  const publish = useCommand('event.publish')
  const postpone = useCommand('event.postpone')
  const complete = useCommand('event.complete')
  const refused = (failure: CallFailure): void => {
    const words = failureWords(speech, failure)
    showToast({ tone: 'danger', title: words.message, text: words.fix })
  }
  const zone = event.time_zone === deviceZone() ? '' : ` (${event.time_zone.replaceAll('_', ' ')})`
  const isOpen = event.status === 'draft' || event.status === 'postponed'

  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-3 pb-2 @4xl:px-6">
      <div className="min-w-0 flex-1">
        <Link
          to="/plan"
          className="focus-ring inline-flex items-center gap-1 rounded-control text-sm text-ink-2 hover:text-ink"
        >
          <ChevronLeft size={14} aria-hidden /> {t('events-title')}
        </Link>
        <h1 className="flex flex-wrap items-center gap-3 text-2xl tracking-tight">
          <bdi className="min-w-0 break-words">{event.title}</bdi>
          <StateBadge kind="event" state={event.status} />
        </h1>
        <p className="text-ink-2">
          {instant(event.starts_at, event.time_zone, 'full')}
          {zone}
          {event.venue && (
            <>
              {' · '}
              <bdi>{[event.venue.name, event.venue.city].filter(Boolean).join(', ')}</bdi>
            </>
          )}
        </p>
      </div>
      <div className="flex items-center gap-2 pt-4">
        {event.status === 'published' && (
          <Link
            to="/till"
            onClick={() => setPreferences({ eventId: event.id })}
            className="focus-ring inline-flex min-h-9 items-center gap-2 rounded-control border border-border-strong bg-surface px-3 font-medium hover:bg-surface-2"
          >
            <Ticket size={16} strokeWidth={1.75} aria-hidden /> {t('sell-tickets')}
          </Link>
        )}
        {isOpen && (
          <Button
            tone="primary"
            icon={<Send size={16} strokeWidth={1.75} aria-hidden />}
            isPending={publish.isPending}
            onPress={() =>
              publish.mutate(
                { event: event.id },
                {
                  onError: refused,
                  onSuccess: () => showToast({ tone: 'success', title: t('event-published', { title: event.title }) }),
                },
              )
            }
          >
            {readiness.data && !readiness.data.is_ready ? t('event-publish-not-ready') : t('event-publish')}
          </Button>
        )}
        <MenuButton
          label={t('event-actions')}
          actions={[
            {
              id: 'details',
              label: t('event-edit'),
              icon: <Pencil size={16} aria-hidden />,
              isDisabled: event.status === 'cancelled',
              run: () => setEditing(true),
            },
            {
              id: 'postpone',
              label: t('event-postpone'),
              icon: <Pause size={16} aria-hidden />,
              isDisabled: event.status !== 'published',
              run: () => postpone.mutate({ event: event.id }, { onError: refused }),
            },
            {
              id: 'complete',
              label: t('event-complete'),
              icon: <CheckCheck size={16} aria-hidden />,
              isDisabled: event.status !== 'published',
              run: () => complete.mutate({ event: event.id }, { onError: refused }),
            },
            {
              id: 'cancel',
              label: t('event-cancel'),
              icon: <Ban size={16} aria-hidden />,
              isDangerous: true,
              isDisabled: event.status === 'completed' || event.status === 'cancelled',
              run: () => setCancelling(true),
            },
          ]}
        >
          <Ellipsis size={18} aria-hidden />
        </MenuButton>
      </div>
      {isEditing && <DetailsDialog event={event} onClose={() => setEditing(false)} />}
      <CancelEvent event={event} isOpen={isCancelling} onClose={() => setCancelling(false)} />
    </header>
  )
}
