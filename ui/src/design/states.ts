import type { EventStatus, OrderStatus, TicketStatus, TierState } from '../gen/types'
import type { State } from './components/Badge'

/** The shape of every state in the product: one table, so that a state looks the same on each face. */
export const EVENT_STATES: Readonly<Record<EventStatus, State>> = {
  draft: 'open',
  published: 'done',
  postponed: 'warning',
  completed: 'info',
  cancelled: 'stopped',
}
export const ORDER_STATES: Readonly<Record<OrderStatus, State>> = {
  pending: 'open',
  paid: 'done',
  partially_refunded: 'warning',
  refunded: 'stopped',
  cancelled: 'stopped',
  expired: 'open',
}
export const TICKET_STATES: Readonly<Record<TicketStatus, State>> = {
  issued: 'done',
  transferred: 'info',
  refunded: 'stopped',
  void: 'stopped',
}
export const TIER_STATES: Readonly<Record<TierState, State>> = {
  on_sale: 'done',
  not_yet: 'open',
  ended: 'info',
  sold_out: 'warning',
  inactive: 'open',
}

/** Message ids are written with hyphens. */
export const stateId = (kind: 'event' | 'order' | 'ticket' | 'tier', state: string): string =>
  `${kind}-state-${state.replaceAll('_', '-')}`
