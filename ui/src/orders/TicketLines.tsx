import { Ban, Ellipsis, Undo2 } from 'lucide-react'

import { MenuButton } from '../design/components/MenuButton'
import { StateBadge } from '../design/components/StateBadge'
import { useText } from '../design/text/useText'
import type { TicketRow } from '../gen/types'

type Props = {
  tickets: readonly TicketRow[]
  timeZone: string
  onRefund: (ticket: TicketRow) => void
  onVoid: (ticket: TicketRow) => void
}

/** The tickets of an order. */
export function TicketLines({ tickets, onRefund, onVoid }: Props) {
  const { t, money, number } = useText()
  return (
    <table className="w-full text-left">
      <caption className="pb-1 text-left text-sm font-medium text-ink-2">{t('tickets')}</caption>
      <thead className="text-sm text-ink-2">
        <tr className="border-b border-border">
          <th className="py-1.5 pr-3 font-medium">{t('ticket-code')}</th>
          <th className="py-1.5 pr-3 font-medium">{t('tier-name')}</th>
          <th className="py-1.5 pr-3 font-medium">{t('holder')}</th>
          <th className="py-1.5 pr-3 font-medium">{t('status')}</th>
          <th className="py-1.5 pr-3 text-right font-medium">{t('price')}</th>
          <th className="w-9">
            <span className="sr-only">{t('menu')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <tr key={ticket.id} className="border-b border-border">
            <td className="py-1.5 pr-3">
              <code className="font-mono select-text">{ticket.code}</code>
              <span className="text-sm text-ink-3"> {t('serial', { number: number(ticket.serial) })}</span>
            </td>
            <td className="py-1.5 pr-3">
              <bdi>{ticket.tier_name}</bdi>
            </td>
            <td className="py-1.5 pr-3">
              <bdi>{ticket.holder_name || '–'}</bdi>
            </td>
            <td className="py-1.5 pr-3">
              <StateBadge kind="ticket" state={ticket.status} />
            </td>
            <td className="tabular py-1.5 pr-3 text-right">{money(ticket.gross)}</td>
            <td>
              {ticket.status === 'issued' && (
                <MenuButton
                  label={t('ticket-actions', { code: ticket.code })}
                  actions={[
                    {
                      id: 'refund',
                      label: t('refund-ticket'),
                      icon: <Undo2 size={16} aria-hidden />,
                      run: () => onRefund(ticket),
                    },
                    {
                      id: 'void',
                      label: t('void-ticket'),
                      icon: <Ban size={16} aria-hidden />,
                      isDangerous: true,
                      run: () => onVoid(ticket),
                    },
                  ]}
                >
                  <Ellipsis size={16} aria-hidden />
                </MenuButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
