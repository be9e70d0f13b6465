import { Square, SquareCheck } from 'lucide-react'

import { StateBadge } from '../design/components/StateBadge'
import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { OrderDetail } from '../gen/types'
import type { OrderState } from './orderKeys'

type Props = { order: OrderDetail; state: OrderState; onToggle: (code: string) => void; onRow: (row: number) => void }

/** The tickets of an order; those that it is about are ticked. */
export function OrderTickets({ order, state, onToggle, onRow }: Props) {
  const { t, money, number } = useText()
  return (
    <ul aria-label={t('tickets')} className="flex max-h-[50vh] flex-col gap-1 overflow-auto">
      {order.tickets.map((ticket, at) => {
        const isValid = ticket.status === 'issued'
        const isChosen = isValid && state.chosen.includes(ticket.code)
        const Box = isChosen ? SquareCheck : Square
        return (
          <li key={ticket.id}>
            <button
              type="button"
              role="checkbox"
              aria-checked={isChosen}
              disabled={!isValid}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                onRow(at)
                onToggle(ticket.code)
              }}
              className={cx(
                'focus-ring flex min-h-12 w-full cursor-default items-center gap-3 rounded-control border px-3 text-left',
                isChosen ? 'border-accent bg-accent-soft' : 'border-border',
                state.row === at && 'shadow-[inset_0_0_0_2px_var(--focus)]',
              )}
            >
              <Box size={20} strokeWidth={1.75} className={isValid ? '' : 'invisible'} aria-hidden />
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-medium">{ticket.tier_name}</bdi>
                <span className="text-sm text-ink-2">
                  <code className="font-mono">{ticket.code}</code> {t('serial', { number: number(ticket.serial) })}
                  {ticket.holder_name && (
                    <>
                      {' · '}
                      <bdi>{ticket.holder_name}</bdi>
                    </>
                  )}
                </span>
              </span>
              {!isValid && <StateBadge kind="ticket" state={ticket.status} />}
              <span className="tabular">{money(ticket.gross)}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
