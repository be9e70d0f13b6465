import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

import { useText } from '../text/useText'
import type { EventSummary } from '../../gen/types'
import { OPTION_CLASS, POPOVER_CLASS } from './SelectField'
import { StateBadge } from './StateBadge'

type Props = { events: readonly EventSummary[]; value: string; onChange: (eventId: string) => void }

/** Which event this till or door works for. */
export function EventSwitcher({ events, value, onChange }: Props) {
  const { t, instant } = useText()
  const chosen = events.find((event) => event.id === value)
  return (
    <Select
      className="-ml-2"
      aria-label={t('event-switch')}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Button className="focus-ring flex min-h-9 max-w-full cursor-default items-center gap-2 rounded-control px-2 text-left hover:bg-surface-2">
        <SelectValue className="truncate text-lg font-semibold tracking-tight">
          <bdi>{chosen?.title ?? t('event-none')}</bdi>
        </SelectValue>
        <ChevronDown size={16} strokeWidth={1.75} className="shrink-0 text-ink-2" aria-hidden />
      </Button>
      <Popover className={POPOVER_CLASS}>
        <ListBox items={events} className="outline-none">
          {(event) => (
            <ListBoxItem id={event.id} textValue={event.title} className={OPTION_CLASS}>
              {({ isSelected }) => (
                <>
                  <span className="min-w-0 flex-1">
                    <bdi className="block truncate font-medium">{event.title}</bdi>
                    <span className="text-sm text-ink-2">{instant(event.starts_at, event.time_zone, 'medium')}</span>
                  </span>
                  {event.status !== 'published' && <StateBadge kind="event" state={event.status} />}
                  {isSelected && <Check size={16} strokeWidth={2} className="text-accent" aria-hidden />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
