import type { EventDetail } from '../gen/types'
import { CashDialog } from './CashDialog'
import { CountDialog } from './CountDialog'
import { KeyCardDialog } from './KeyCardDialog'
import { OrderSearch } from './OrderSearch'
import { OrderSheet } from './OrderSheet'
import { ParkedDialog } from './ParkedDialog'
import { ReportDialog, type ShownReport } from './ReportDialog'
import { ReportsDialog } from './ReportsDialog'
import type { Till } from './useTill'
import { VoucherDialog } from './VoucherDialog'

type Props = {
  till: Till
  event: EventDetail
  report: ShownReport | null
  onReport: (report: ShownReport | null) => void
}

/** What lies above the till: one thing at a time. */
export function TillWindows({ till, event, report, onReport }: Props) {
  const { window, drawer } = till
  const close = (): void => till.setWindow(null)
  if (report) return <ReportDialog shown={report} timeZone={event.time_zone} onClose={() => onReport(null)} />
  if (window !== null && typeof window === 'object') {
    const { order, isPaperOut } = { order: till.last?.order?.order.id, isPaperOut: till.last?.isPaperOut }
    return (
      <OrderSheet
        key={`${window.order}:${window.ticket ?? ''}`}
        opened={window}
        known={till.last?.order?.order ?? null}
        till={drawer.till}
        timeZone={event.time_zone}
        isFirstPaper={order === window.order && !isPaperOut}
        onPaperOut={till.markPaperOut}
        onGone={till.markTakenBack}
        onClose={close}
      />
    )
  }
  switch (window) {
    case null:
      return null
    case 'voucher':
      return <VoucherDialog onCode={till.applyVoucher} onGive={till.comp} onClose={close} />
    case 'search':
      return (
        <OrderSearch
          eventId={event.id}
          onOpen={(order) => till.setWindow({ order, ticket: null, stage: 'look' })}
          onClose={close}
        />
      )
    case 'parked':
      return <ParkedDialog till={till} event={event} onRecall={till.recall} onClose={close} />
    case 'pay-in':
    case 'pay-out':
    case 'no-sale':
      return (
        <CashDialog key={window} move={window} till={drawer.till ?? ''} currency={event.currency} onClose={close} />
      )
    case 'key-card':
      return <KeyCardDialog title={event.title} tiers={till.tiers} onClose={close} />
    case 'reports':
      return (
        <ReportsDialog
          timeZone={event.time_zone}
          onOpen={(code, number) => {
            close()
            onReport({ till: code, kind: 'z', number, isNew: false })
          }}
          onClose={close}
        />
      )
    case 'count':
      return drawer.state ? (
        <CountDialog
          state={drawer.state}
          onClose={close}
          onPutOff={() => {
            close()
            void drawer.resume()
          }}
          onClosed={(made) => {
            close()
            onReport({ till: made.till_code, kind: 'z', number: made.number ?? 0, isNew: true })
          }}
        />
      ) : null
  }
}
