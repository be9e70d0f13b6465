import { describe, expect, it } from 'vitest'

import type { OrderDetail, TicketRow } from '../gen/types'
import { openedOrder, pressAtOrder, type OrderAction, type OrderState } from './orderKeys'

const ticket = (code: string, status: TicketRow['status'] = 'issued'): TicketRow => ({ code, status }) as TicketRow
const order = { status: 'paid', tickets: [ticket('A'), ticket('B'), ticket('C')] } as OrderDetail

function type(keys: string, from: OrderState, of = order): { state: OrderState; actions: OrderAction[] } {
  let state = from
  const actions: OrderAction[] = []
  for (const code of keys.split(' ')) {
    const pressed = pressAtOrder(state, /^\d$/.test(code) ? `Digit${code}` : code, of)
    if (!pressed) continue
    state = pressed.state
    if (pressed.action) actions.push(pressed.action)
  }
  return { state, actions }
}

describe('a scanned ticket', () => {
  const scanned = openedOrder(order, 'B', 'look')

  it('is refunded alone with three keys', () => {
    const { state, actions } = type('KeyR 1 Enter', scanned)
    expect(state).toMatchObject({ chosen: ['B'], refund: 'cannot_come' })
    expect(actions).toEqual(['refund'])
  })

  it('is refunded with others that arrows and Space choose', () => {
    expect(type('KeyR ArrowDown Space ArrowUp Space', scanned).state.chosen).toEqual(['C'])
  })

  it('is made void without money, with a reason', () => {
    expect(type('KeyD Enter', scanned).actions).toEqual(['choose-reason'])
    expect(type('KeyD 2 Enter', scanned).actions).toEqual(['void'])
  })

  it('needs a reason and at least one ticket before money goes back', () => {
    expect(type('KeyR Enter', scanned).actions).toEqual(['choose-reason'])
    expect(type('KeyR Space 1 Enter', scanned).actions).toEqual(['choose-ticket'])
  })
})

describe('an opened order', () => {
  it('prints all of it with Enter', () => {
    const { state, actions } = type('Enter', openedOrder(order, null, 'print'))
    expect(state.chosen).toEqual(['A', 'B', 'C'])
    expect(actions).toEqual(['print'])
  })

  it('reprints a lost one for a new code', () => {
    expect(type('KeyP 2 Enter', openedOrder(order, 'A', 'look'))).toMatchObject({
      ...{ state: { print: 'lost', chosen: ['A'] }, actions: ['print'] },
    })
  })

  it('leaves out tickets that ended', () => {
    const half = { ...order, tickets: [ticket('A', 'refunded'), ticket('B')] }
    expect(openedOrder(half, 'A', 'look').chosen).toEqual(['B'])
    expect(type('ArrowUp Space', openedOrder(half, null, 'look'), half).state.chosen).toEqual(['B'])
  })

  it('is paid with Enter, or C and Enter, while it is open, and cannot be refunded', () => {
    const open = { ...order, status: 'pending' } as OrderDetail
    expect(type('Enter', openedOrder(open, null, 'look'), open).actions).toEqual(['pay-cash'])
    expect(type('KeyC Enter', openedOrder(open, null, 'look'), open).actions).toEqual(['pay-card'])
    expect(openedOrder(open, null, 'refund').stage).toBe('look')
  })

  it('Esc goes back one step', () => {
    expect(type('KeyR Escape', openedOrder(order, null, 'look')).state.stage).toBe('look')
    expect(pressAtOrder(openedOrder(order, null, 'look'), 'Escape', order)).toBeNull()
  })
})
