import type { OrderDetail } from '../gen/types'

export const REFUND_REASONS = ['cannot_come', 'sold_wrong', 'event_changed', 'other'] as const
export type RefundReason = (typeof REFUND_REASONS)[number]

/** What the chosen tickets cost, in minor units. */
export function refundableMinor(order: OrderDetail, codes: readonly string[]): number {
  return order.tickets
    .filter((ticket) => ticket.status === 'issued' && codes.includes(ticket.code))
    .reduce((sum, ticket) => sum + ticket.gross.minor, 0)
}
