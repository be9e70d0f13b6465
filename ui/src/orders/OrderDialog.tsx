import { FileText, Printer, Undo2 } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { StateBadge } from '../design/components/StateBadge'
import { useText } from '../design/text/useText'
import type { TicketRow } from '../gen/types'
import { useAnswer } from '../host/query'
import { openReceipt, openTickets } from './documents'
import { OrderFacts } from './OrderFacts'
import { RefundDialog } from './RefundDialog'
import { TicketLines } from './TicketLines'
import { usePrinting } from './usePrinting'
import { VoidDialog } from './VoidDialog'

type Props = { orderId: string; timeZone: string; onClose: () => void }

/** One order with its money and tickets, and everything that can still be done with it. */
export function OrderDialog({ orderId, timeZone, onClose }: Props) {
  const { t } = useText()
  const order = useAnswer('order.show', { order: orderId })
  const { print, isPrinting } = usePrinting()
  const [refunded, setRefunded] = useState<string[] | null>(null)
  const [voided, setVoided] = useState<TicketRow | null>(null)
  const detail = order.data
  const valid = detail?.tickets.filter((ticket) => ticket.status === 'issued') ?? []
  const canRefund = valid.length > 0 && (detail?.status === 'paid' || detail?.status === 'partially_refunded')
  return (
    <>
      <Dialog
        title={detail ? t('order-title', { code: detail.code }) : t('order')}
        isOpen={refunded === null && voided === null}
        onClose={onClose}
        width="wide"
        actions={
          detail && (
            <>
              <Button
                tone="quiet"
                icon={<Undo2 size={16} aria-hidden />}
                isDisabled={!canRefund}
                onPress={() => setRefunded(valid.map((ticket) => ticket.code))}
              >
                {t('refund')}
              </Button>
              <Button
                icon={<FileText size={16} aria-hidden />}
                isPending={isPrinting}
                isDisabled={detail.receipts.length === 0}
                onPress={() => print(() => openReceipt(detail.id))}
              >
                {t('receipt')}
              </Button>
              <Button
                tone="primary"
                icon={<Printer size={16} aria-hidden />}
                isPending={isPrinting}
                isDisabled={valid.length === 0}
                onPress={() => print(() => openTickets(detail.id))}
              >
                {t('tickets-pdf')}
              </Button>
            </>
          )
        }
      >
        {order.error && <ErrorCard failure={order.error} onRetry={() => void order.refetch()} />}
        {!detail && !order.error && <Skeleton />}
        {detail && (
          <div className="flex flex-col gap-5">
            <div className="flex flex-wrap items-center gap-3">
              <StateBadge kind="order" state={detail.status} />
              <bdi className="font-medium">{detail.buyer_name || t('buyer-unnamed')}</bdi>
              {detail.buyer_email && <bdi className="text-ink-2 select-text">{detail.buyer_email}</bdi>}
            </div>
            <TicketLines
              tickets={detail.tickets}
              timeZone={timeZone}
              onRefund={(ticket) => setRefunded([ticket.code])}
              onVoid={setVoided}
            />
            <OrderFacts order={detail} timeZone={timeZone} />
          </div>
        )}
      </Dialog>
      {detail && refunded && <RefundDialog order={detail} chosen={refunded} onClose={() => setRefunded(null)} />}
      {voided && <VoidDialog ticket={voided} onClose={() => setVoided(null)} />}
    </>
  )
}
