import { ArrowLeft, ArrowRight, Eye, EyeOff, ScanEye } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'

import { EventSwitcher } from '../design/components/EventSwitcher'
import { KeyCap } from '../design/components/KeyCap'
import { cx } from '../design/cx'
import { setPreferences, usePreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import type { ListRow, Direction, EventDetail, EventSummary, GateRow } from '../gen/types'
import { PostSelect } from './PostSelect'

type Props = {
  event: EventDetail
  events: readonly EventSummary[]
  lists: readonly ListRow[]
  gates: readonly GateRow[]
  listId: string | null
  gateId: string | null
  direction: Direction
  isCheckOnly: boolean
  onDirection: () => void
  onCheckOnly: () => void
}

const TOGGLE =
  'focus-ring flex min-h-10 cursor-default items-center gap-2 rounded-control border px-3 text-md font-semibold hover:bg-surface-2'

/** Which event, list, gate and direction this post works for. */
export function DoorHeader(props: Props) {
  const { event, events, lists, gates, listId, gateId, direction, isCheckOnly, onDirection, onCheckOnly } = props
  const { t } = useText()
  const { hideNames } = usePreferences()
  const isEntry = direction === 'entry'
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-border px-4 py-2">
      <h1 className="sr-only">
        {t('face-door')} · <bdi>{event.title}</bdi>
      </h1>
      <div className="min-w-0 flex-[1_1_9rem]">
        <EventSwitcher
          events={events}
          value={event.id}
          onChange={(id) => setPreferences({ eventId: id, listId: null, gateId: null })}
        />
      </div>
      {lists.length > 0 && (
        <PostSelect
          label={t('door-list')}
          value={listId}
          choices={lists}
          onChange={(id) => setPreferences({ listId: id })}
        />
      )}
      {gates.length > 0 && (
        <PostSelect
          label={t('door-gate')}
          value={gateId ?? ''}
          choices={[{ id: '', name: t('door-any-gate') }, ...gates]}
          onChange={(id) => setPreferences({ gateId: id || null })}
        />
      )}
      <AriaButton
        onPress={onDirection}
        className={cx(TOGGLE, isEntry ? 'border-border-strong' : 'border-warning text-warning')}
      >
        {isEntry ? <ArrowRight size={18} aria-hidden /> : <ArrowLeft size={18} aria-hidden />}
        <span>
          {t(isEntry ? 'door-entry' : 'door-exit')}
          <span className="sr-only">: {t(isEntry ? 'door-switch-to-exit' : 'door-switch-to-entry')}</span>
        </span>
        <KeyCap of="door-direction" className={cx(isEntry && 'text-ink-3')} />
      </AriaButton>
      <AriaButton
        onPress={onCheckOnly}
        aria-pressed={isCheckOnly}
        className={cx(TOGGLE, isCheckOnly ? 'border-info bg-info-soft text-info' : 'border-border-strong')}
      >
        <ScanEye size={18} aria-hidden />
        {t('door-check-only')}
        <KeyCap of="door-check-only" className={cx(!isCheckOnly && 'text-ink-3')} />
      </AriaButton>
      <AriaButton
        onPress={() => setPreferences({ hideNames: !hideNames })}
        aria-pressed={hideNames}
        className={cx(TOGGLE, hideNames ? 'border-info bg-info-soft text-info' : 'border-border-strong')}
      >
        <span className="sr-only">{t('shortcut-door-hide-names')}</span>
        {hideNames ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
        <KeyCap of="door-hide-names" className={cx(!hideNames && 'text-ink-3')} />
      </AriaButton>
    </header>
  )
}
