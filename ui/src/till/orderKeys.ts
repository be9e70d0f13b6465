import type { OrderDetail } from '../gen/types'
import { REFUND_REASONS, type RefundReason } from '../orders/refund'

/** What is being done with an opened order. */
export type OrderStage = 'look' | 'refund' | 'void' | 'print' | 'card'

export const PRINT_REASONS = ['printer', 'lost'] as const
export type PrintReason = (typeof PRINT_REASONS)[number]

export type OrderState = {
  stage: OrderStage
  /** The tickets it is about, by code. */
  chosen: readonly string[]
  /** The row the arrow keys stand on. */
  row: number
  refund: RefundReason | null
  print: PrintReason
}

export type OrderAction = 'print' | 'refund' | 'void' | 'pay-cash' | 'pay-card' | 'choose-reason' | 'choose-ticket'
export type OrderPressed = { state: OrderState; action: OrderAction | null }

type Order = Pick<OrderDetail, 'status' | 'tickets'>

export const validTickets = (order: Order) => order.tickets.filter((ticket) => ticket.status === 'issued')

export const canRefund = (order: Order): boolean =>
  validTickets(order).length > 0 && (order.status === 'paid' || order.status === 'partially_refunded')

/** An order as it is opened: the scanned ticket alone is chosen, else all that are valid. */
export function openedOrder(order: Order, ticket: string | null, stage: OrderStage): OrderState {
  const valid = validTickets(order).map(({ code }) => code)
  const chosen = ticket !== null && valid.includes(ticket) ? [ticket] : valid
  const at = order.tickets.findIndex(({ code }) => code === chosen[0])
  return {
    stage: stage === 'refund' && !canRefund(order) ? 'look' : stage,
    chosen,
    row: Math.max(0, at),
    refund: null,
    print: 'printer',
  }
}

export function toggled(state: OrderState, order: Order, code: string): OrderState {
  if (!validTickets(order).some((ticket) => ticket.code === code)) return state
  const chosen = state.chosen.includes(code) ? state.chosen.filter((other) => other !== code) : [...state.chosen, code]
  return { ...state, chosen }
}

/** One key over an opened order. Null when it means nothing here. */
export function pressAtOrder(state: OrderState, code: string, order: Order): OrderPressed | null {
  const to = (change: Partial<OrderState>): OrderPressed => ({ state: { ...state, ...change }, action: null })
  const act = (action: OrderAction): OrderPressed => ({ state, action })
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return pressReason(state, Number(digit))
  switch (code) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const row = state.row + (code === 'ArrowDown' ? 1 : -1)
      return to({ row: Math.min(Math.max(row, 0), order.tickets.length - 1) })
    }
    case 'Space': {
      const ticket = order.tickets[state.row]
      return ticket ? { state: toggled(state, order, ticket.code), action: null } : null
    }
    case 'KeyR':
      return canRefund(order) ? to({ stage: 'refund' }) : null
    case 'KeyD':
      return validTickets(order).length > 0 ? to({ stage: 'void' }) : null
    case 'KeyP':
      return validTickets(order).length > 0 ? to({ stage: 'print' }) : null
    case 'KeyC':
      return order.status === 'pending' && state.stage === 'look' ? to({ stage: 'card' }) : null
    case 'Escape':
      return state.stage === 'look' ? null : to({ stage: 'look' })
    case 'Enter':
    case 'NumpadEnter':
      return act(enterAction(state, order))
    default:
      return null
  }
}

function pressReason(state: OrderState, digit: number): OrderPressed | null {
  if (state.stage === 'refund' || state.stage === 'void') {
    const refund = REFUND_REASONS[digit - 1]
    return refund ? { state: { ...state, refund }, action: null } : null
  }
  if (state.stage === 'print') {
    const print = PRINT_REASONS[digit - 1]
    return print ? { state: { ...state, print }, action: null } : null
  }
  return null
}

/** Enter takes the money for an open order, prints a paid one, and does what a stage is for. */
function enterAction(state: OrderState, order: Order): OrderAction {
  if (state.stage === 'card') return 'pay-card'
  if (state.stage === 'look' && order.status === 'pending') return 'pay-cash'
  if (state.chosen.length === 0) return 'choose-ticket'
  if (state.stage !== 'refund' && state.stage !== 'void') return 'print'
  return state.refund ? state.stage : 'choose-reason'
}
