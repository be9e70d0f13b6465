import {
  ArrowDownToLine,
  ArrowUpFromLine,
  FileText,
  Inbox,
  Keyboard,
  LockKeyholeOpen,
  ReceiptText,
  Sigma,
} from 'lucide-react'
import { useEffect, useState } from 'react'

import { EventSwitcher } from '../design/components/EventSwitcher'
import { MenuButton } from '../design/components/MenuButton'
import { cx } from '../design/cx'
import { dayOf } from '../design/day'
import { runShortcut } from '../design/keys/useShortcuts'
import type { ShortcutId } from '../design/keys/shortcuts'
import { useText } from '../design/text/useText'
import type { EventDetail, EventSummary } from '../gen/types'
import type { Drawer } from './useDrawer'

type Props = {
  event: EventDetail
  events: readonly EventSummary[]
  drawer: Drawer
  onEvent: (eventId: string) => void
}

/** How often the header looks whether midnight has passed. */
const DAY_CHECK_MS = 30_000

const DRAWER_ACTIONS = [
  { id: 'till-pay-in', Icon: ArrowDownToLine, needsOpen: true },
  { id: 'till-pay-out', Icon: ArrowUpFromLine, needsOpen: true },
  { id: 'till-no-sale', Icon: LockKeyholeOpen, needsOpen: true },
  { id: 'till-x-report', Icon: ReceiptText, needsOpen: true },
  { id: 'till-close', Icon: Sigma, needsOpen: true },
  { id: 'till-reports', Icon: FileText, needsOpen: false },
  { id: 'till-key-card', Icon: Keyboard, needsOpen: false },
] as const satisfies readonly { id: ShortcutId; Icon: typeof Inbox; needsOpen: boolean }[]

/** What is sold, when it is, and the drawer it is sold into. Another day than today is amber and says so. */
export function TillHeader({ event, events, drawer, onEvent }: Props) {
  const { t, instant } = useText()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), DAY_CHECK_MS)
    return () => clearInterval(timer)
  }, [])
  const day = dayOf(event, now)
  const till = drawer.state?.till ?? drawer.tills[0]
  return (
    <header
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5',
        day === 'today' ? 'border-border' : 'border-warning bg-warning-soft',
      )}
    >
      <h1 className="sr-only">
        {t('face-till')} · <bdi>{event.title}</bdi>
      </h1>
      <div className="min-w-0">
        <EventSwitcher events={events} value={event.id} onChange={onEvent} />
      </div>
      <p className="text-md text-ink-2">{instant(event.starts_at, event.time_zone, 'medium')}</p>
      <span className="flex-1" />
      {event.is_training && <strong className="text-lg text-warning">{t('till-training')}</strong>}
      {day !== 'today' && (
        <strong className="flex items-center gap-2 text-lg tracking-wide text-warning">
          <span aria-hidden>▲</span> {t(day === 'over' ? 'till-over' : 'till-not-today')}
        </strong>
      )}
      <MenuButton
        label={`${till?.name ?? t('drawer')} ${t(`drawer-is-${drawer.status}`)}`}
        className="min-h-10 border border-border-strong bg-surface px-3 font-medium"
        actions={DRAWER_ACTIONS.map(({ id, Icon, needsOpen }) => ({
          ...{ id, label: t(`shortcut-${id}`), shortcut: id, isDisabled: needsOpen && drawer.status === 'closed' },
          icon: <Icon size={16} aria-hidden />,
          run: () => runShortcut(id),
        }))}
      >
        <Inbox size={18} strokeWidth={1.75} aria-hidden />
        <bdi>{till?.name ?? t('drawer')}</bdi>{' '}
        <span className={cx('text-sm', drawer.status === 'open' ? 'text-success' : 'text-warning')}>
          {t(`drawer-is-${drawer.status}`)}
        </span>
      </MenuButton>
    </header>
  )
}
