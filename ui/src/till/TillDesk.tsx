import { useEffect, useState } from 'react'

import { cx } from '../design/cx'
import { useKeys, useShortcuts } from '../design/keys/useShortcuts'
import { useText } from '../design/text/useText'
import type { EventDetail, EventSummary, TierRow, TillSold } from '../gen/types'
import { host } from '../host'
import { openReceipt, openTickets } from '../orders/documents'
import { usePrinting } from '../orders/usePrinting'
import { BasketColumn } from './BasketColumn'
import { askTakeBack } from './keys'
import { LastSaleStrip } from './LastSaleStrip'
import { PayPanel } from './PayPanel'
import type { ShownReport } from './ReportDialog'
import { TierTiles } from './TierTiles'
import { TillHeader } from './TillHeader'
import { TillWindows } from './TillWindows'
import { useDisplay } from './useDisplay'
import { useEnterForTill } from './useEnterForTill'
import { useTill, type Till } from './useTill'

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
  const [report, setReport] = useState<ShownReport | null>(null)
  const show = (sold: TillSold): void => {
    print(() => openTickets(sold.order.id))
    till.markPaperOut(sold.order.id)
  }
  const till = useTill({ event, tiers, onPrint: show })
  useDisplay(till, event)
  useKeys((press) => till.press(press))
  useEnterForTill((code) => till.press(key(code)))
  useEffect(() => host.ready(), [])
  useTillShortcuts(till, setReport)
  const { last } = till
  const sold = last?.order ?? null
  return (
    <main className="@container flex h-full flex-col">
      <TillHeader event={event} events={events} drawer={till.drawer} onEvent={onEvent} />
      <div className="grid min-h-0 flex-1 auto-rows-max grid-cols-1 overflow-auto @3xl:auto-rows-[minmax(0,1fr)] @3xl:grid-cols-[minmax(0,1.5fr)_minmax(14rem,0.95fr)_minmax(17.5rem,23rem)] @3xl:overflow-hidden">
        <NarrowTotal till={till} currency={event.currency} />
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
              showsChangeAbove={
                till.state.basket.length === 0 && till.state.stage.at === 'selling' && till.drawer.status === 'open'
              }
              currency={event.currency}
              isPrinting={isPrinting}
              onTickets={() => sold && (last.isPaperOut ? till.press(key('KeyP')) : show(sold))}
              onReceipt={() => sold && print(() => openReceipt(sold.order.id))}
              onOpen={() => sold && till.setWindow({ order: sold.order.id, ticket: null, stage: 'look' })}
              onTakeBack={till.state.basket.length > 0 ? null : () => till.act(askTakeBack(till.state, till.context))}
            />
          )}
        </section>
      </div>
      <TillWindows till={till} event={event} report={report} onReport={setReport} />
    </main>
  )
}

/** Where the columns stand one below another, the amount stays in sight. */
function NarrowTotal({ till, currency }: { till: Till; currency: string }) {
  const { t, money } = useText()
  const change = till.state.basket.length === 0 ? (till.last?.change_minor ?? 0) : 0
  return (
    <p className="tabular sticky top-0 z-10 flex items-baseline justify-between border-b border-border bg-surface px-4 py-1 @3xl:hidden">
      <span className="text-ink-2">{t(change > 0 ? 'change' : 'total')}</span>
      <strong className={cx('text-2xl font-extrabold', change > 0 && 'text-success')}>
        {money({ minor: change > 0 ? change : till.price.total_minor, currency })}
      </strong>
    </p>
  )
}

/** The till's keys that the palette, the menus and buttons share. */
function useTillShortcuts(till: Till, setReport: (report: ShownReport | null) => void): void {
  const { drawer } = till
  const isOpen = drawer.status !== 'closed'
  async function count(): Promise<void> {
    if (drawer.status === 'open') await drawer.beginCount()
    till.setWindow('count')
  }
  useShortcuts({
    'till-card': () => till.press(key('KeyC')),
    'till-split': () => till.press(key('KeyX')),
    'till-comp': () => till.press(key('KeyV')),
    'till-undo': () => till.press(key('KeyZ')),
    'till-park': () => till.press(key('KeyH')),
    'till-parked': () => till.press({ ...key('KeyH'), shift: true }),
    'till-reprint': () => till.press(key('KeyP')),
    'till-search': () => till.press(key('KeyS')),
    'till-reports': () => till.setWindow('reports'),
    'till-key-card': () => till.setWindow('key-card'),
    ...(isOpen && {
      'till-pay-in': () => till.setWindow('pay-in'),
      'till-pay-out': () => till.setWindow('pay-out'),
      'till-no-sale': () => till.setWindow('no-sale'),
      'till-x-report': () => drawer.till && setReport({ till: drawer.till, kind: 'x' }),
      'till-close': () => void count(),
    }),
  })
}
