import { useEffect, useRef, type KeyboardEvent } from 'react'

import { Dialog } from '../design/components/Dialog'
import { useText } from '../design/text/useText'
import type { EventDetail } from '../gen/types'
import { ticketCount } from './basket'
import type { ParkedSale } from './parked'
import { PayKey } from './PayKey'
import type { Till } from './useTill'

type Props = {
  till: Till
  event: EventDetail
  onRecall: (sale: ParkedSale) => void
  onClose: () => void
}

/** Sales that wait; the number keys fetch them back. */
export function ParkedDialog({ till, event, onRecall, onClose }: Props) {
  const { t, money, instant } = useText()
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.focus({ preventScroll: true }), [])
  function onKeyDown(press: KeyboardEvent): void {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1]
    const sale = digit ? till.parked[Number(digit) - 1] : undefined
    if (!sale) return
    press.preventDefault()
    onRecall(sale)
  }
  return (
    <Dialog title={t('parked-title')} isOpen onClose={onClose}>
      <div
        ref={body}
        tabIndex={-1}
        role="group"
        aria-label={t('parked-title')}
        onKeyDown={onKeyDown}
        className="flex flex-col gap-2 outline-none"
      >
        {till.parked.length === 0 && <p className="p-4 text-center text-ink-2">{t('parked-none')}</p>}
        {till.parked.map((sale, at) => {
          const names = sale.basket.map(
            (line) => `${line.quantity} × ${till.tiers.find((tier) => tier.id === line.tierId)?.name ?? '–'}`,
          )
          const total = till.context.priceOf({ ...till.state, basket: sale.basket, voucher: sale.voucher })
          return (
            <PayKey key={sale.id} cap={String(at + 1)} onPress={() => onRecall(sale)}>
              <span className="min-w-0 flex-1">
                <span className="block">
                  {t('ticket-count', { count: ticketCount(sale.basket) })} ·{' '}
                  {money({ minor: total.total_minor, currency: event.currency })}
                  {sale.buyer.name && (
                    <>
                      {' · '}
                      <bdi>{sale.buyer.name}</bdi>
                    </>
                  )}
                </span>
                <span className="block text-sm font-normal text-ink-2">
                  {names.join(', ')} · {instant(sale.parkedAt, event.time_zone, 'time')}
                </span>
              </span>
            </PayKey>
          )
        })}
      </div>
    </Dialog>
  )
}
