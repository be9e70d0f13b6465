import { useEffect, useState } from 'react'

import { EventSwitcher } from '../design/components/EventSwitcher'
import { cx } from '../design/cx'
import { dayOf } from '../design/day'
import { useKeys, useShortcuts } from '../design/keys/useShortcuts'
import { useText } from '../design/text/useText'
import type { EventDetail, EventSummary, TierRow } from '../gen/types'
import { host } from '../host'
import { openReceipt, openTickets } from '../orders/documents'
import { OrderDialog } from '../orders/OrderDialog'
import { usePrinting } from '../orders/usePrinting'
import { BasketColumn } from './BasketColumn'
import { CompDialog } from './CompDialog'
import { LastSaleStrip } from './LastSaleStrip'
import { OrderSearch } from './OrderSearch'
import { PayPanel } from './PayPanel'
import { TierTiles } from './TierTiles'
import { useEnterForTill } from './useEnterForTill'
import { useTill } from './useTill'

type Props = {
  event: EventDetail
  events: readonly EventSummary[]
  tiers: readonly TierRow[]
  onEvent: (eventId: string) => void
}

const key = (code: string) => ({ code, key: code, shift: false })

/** Tiers, basket, money: everything in sight, every step one key or one touch. */
export function TillDesk({ event, events, tiers, onEvent }: Props) {
  const { t } = useText()
  const { print, isPrinting } = usePrinting()
  const till = useTill({ event, tiers, onPrint: (order) => print(() => openTickets(order.order.id)) })
  useKeys((press) => till.press(press))
  useEnterForTill((code) => till.press(key(code)))
  useEffect(() => host.ready(), [])
  useShortcuts({
    'till-card': () => till.press(key('KeyC')),
    'till-comp': () => till.press(key('KeyV')),
    'till-undo': () => till.press(key('KeyZ')),
    'till-reprint': () => till.press(key('KeyP')),
    'till-search': () => till.press(key('KeyS')),
  })
  const { last } = till
  return (
    <main className="@container flex h-full flex-col">
      <TillHeader event={event} events={events} onEvent={onEvent} />
      <div className="grid min-h-0 flex-1 auto-rows-max grid-cols-1 overflow-auto @3xl:auto-rows-[minmax(0,1fr)] @3xl:grid-cols-[minmax(0,1.35fr)_minmax(15rem,1fr)_minmax(17.5rem,20rem)] @3xl:overflow-hidden">
        <TierTiles till={till} tiers={tiers} />
        <BasketColumn till={till} event={event} />
        <section
          aria-label={t('pay')}
          className="flex min-h-0 flex-col overflow-auto border-border bg-surface @3xl:border-l"
        >
          <PayPanel till={till} event={event} />
          {last && (
            <LastSaleStrip
              sale={last}
              showsChangeAbove={till.state.basket.length === 0 && till.state.stage.at === 'selling'}
              currency={event.currency}
              isPrinting={isPrinting}
              onTickets={() => last.order && print(() => openTickets(last.order?.order.id ?? ''))}
              onReceipt={() => last.order && print(() => openReceipt(last.order?.order.id ?? ''))}
              onOpen={() => last.order && till.setWindow({ order: last.order.order.id })}
            />
          )}
        </section>
      </div>
      {till.window === 'comp' && <CompDialog onGive={till.comp} onClose={() => till.setWindow(null)} />}
      {till.window === 'search' && (
        <OrderSearch
          eventId={event.id}
          onOpen={(order) => till.setWindow({ order })}
          onClose={() => till.setWindow(null)}
        />
      )}
      {till.window && typeof till.window === 'object' && (
        <OrderDialog orderId={till.window.order} timeZone={event.time_zone} onClose={() => till.setWindow(null)} />
      )}
    </main>
  )
}

type HeaderProps = Pick<Props, 'event' | 'events' | 'onEvent'>

/** How often the header looks whether midnight has passed. */
const DAY_CHECK_MS = 30_000

function TillHeader({ event, events, onEvent }: HeaderProps) {
  const { t, instant } = useText()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), DAY_CHECK_MS)
    return () => clearInterval(timer)
  }, [])
  const day = dayOf(event, now)
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
    </header>
  )
}
