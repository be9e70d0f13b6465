import { useRef, useState } from 'react'

import { preferences } from '../design/preferences'
import { exponentOf } from '../design/text/money'
import type { EventDetail, TierRow, TillSold } from '../gen/types'
import type { CallFailure } from '../host/query'
import type { Basket, TillTier } from './basket'
import { pressKey } from './keys'
import type { OrderStage } from './orderKeys'
import { afterSale } from './paper'
import type { ParkedSale } from './parked'
import { usePricing } from './price'
import { AT_REST, type Price, type Pressed, type TillContext, type TillEffect, type TillKey } from './state'
import type { TillState, Voucher } from './state'
import { useDrawer } from './useDrawer'
import { useParked } from './useParked'
import { useScans } from './useScans'
import { takeBackSale } from './takeBack'
import { orderBehind, useSale, type Buyer, type Sale, type Tender } from './useSale'
import { readVoucher } from './voucher'

export type OpenedOrder = { order: string; ticket: string | null; stage: OrderStage }
export type TillWindow =
  | 'voucher'
  | 'search'
  | 'parked'
  | 'pay-in'
  | 'pay-out'
  | 'no-sale'
  | 'count'
  | 'reports'
  | 'key-card'
  | OpenedOrder
  | null
type Silent = 'sell' | 'reprint' | 'search' | 'voucher' | 'open-last' | 'park' | 'parked' | 'open-drawer' | 'take-back'
export type Notice =
  Exclude<TillEffect, { do: Silent }> | { do: 'unknown-code' | 'parked-now' } | { do: 'refused'; failure: CallFailure }

const NOBODY: Buyer = { name: '', email: '' }

function tillTier(tier: TierRow): TillTier {
  return {
    ...{ id: tier.id, name: tier.name, price_minor: tier.gross_price.minor, available: tier.available },
    ...{ order_quantity_max: tier.order_quantity_max, state: tier.state },
  }
}

type Options = { event: EventDetail; tiers: readonly TierRow[]; onPrint: (order: TillSold) => void }

/** The till as a whole: the basket of the moment, the drawer, the sale before, and the windows above them. */
export function useTill({ event, tiers: rows, onPrint }: Options) {
  const [state, setState] = useState<TillState>(AT_REST)
  const [notice, setNotice] = useState<Notice | null>(null)
  const [window, setWindow] = useState<TillWindow>(null)
  const [buyer, setBuyer] = useState<Buyer>(NOBODY)
  const latest = useRef(state)
  const tiers = rows.map(tillTier)
  const { currency } = event
  const drawer = useDrawer(event)
  const pricing = usePricing(event, tiers, state)
  const parked = useParked(event.id)
  const price = pricing.priceOf(state)
  const sale = useSale({
    ...{ eventId: event.id, currency, till: drawer.till },
    onRefused: ({ basket, voucher }) => {
      // A clerk who is already serving the next guest keeps that basket.
      if (latest.current.basket.length === 0) put({ ...AT_REST, basket, voucher })
    },
    onSold: (order) => void settle(order),
  })
  const { last } = sale
  const context: TillContext = {
    ...{ tiers, currency, exponent: exponentOf(currency), drawer: drawer.status, priceOf: pricing.priceOf },
    learned: preferences().tenderedBefore[`${currency}:${price.cash_minor}`] ?? {},
    lastSale: last?.stage !== 'sold' ? 'none' : last.isPaperOut ? 'paper-is-out' : 'can-be-taken-back',
  }

  function put(next: TillState): void {
    latest.current = next
    setState(next)
  }

  function sell(basket: Basket, voucher: Voucher | null, tender: Tender, at: Price): void {
    const next: Sale = { basket, voucher, tender, price: at, buyer }
    void sale.sell(next)
    setBuyer(NOBODY)
  }

  /** Paper and drawer follow a sale by themselves where they are set up; trouble with them never undoes it. */
  async function settle(sold: TillSold): Promise<void> {
    const isCash = sold.order.payments.some((payment) => payment.method === 'cash')
    try {
      const became = await afterSale(sold.order.id, isCash)
      if (became === 'printed') sale.markPaperOut(sold.order.id)
      else if (preferences().showsTicketsAfterSale) onPrint(sold)
    } catch (failure) {
      setNotice({ do: 'refused', failure: failure as CallFailure })
    }
  }

  function openOrder(stage: OrderStage): void {
    const order = last?.order?.order.id
    if (order) setWindow({ order, ticket: null, stage })
    else setNotice({ do: 'nothing-sold' })
  }

  async function takeBack(): Promise<void> {
    const order = last?.order?.order
    if (!order) return
    try {
      await takeBackSale(order, drawer.till)
      sale.markTakenBack(order.id)
    } catch (failure) {
      setNotice({ do: 'refused', failure: failure as CallFailure })
    }
  }

  /** Null when it was taken. */
  async function applyVoucher(code: string): Promise<CallFailure | null> {
    try {
      const { basket } = latest.current
      const read = await readVoucher(event.id, basket, code)
      if ('balance_minor' in read) put(paidByVoucher(latest.current, read, context))
      else put({ ...latest.current, voucher: read })
      setNotice(null)
      return null
    } catch (failure) {
      return failure as CallFailure
    }
  }

  useScans((code) => {
    void orderBehind(code).then(async (found) => {
      if (found) return setWindow({ ...found, stage: 'look' })
      const failure = await applyVoucher(code)
      if (failure) setNotice(failure.code === 'unknown_voucher' ? { do: 'unknown-code' } : { do: 'refused', failure })
    })
  })

  function follow(effect: TillEffect): void {
    switch (effect.do) {
      case 'sell':
        return sell(effect.basket, effect.voucher, effect.payment, effect.price)
      case 'open-drawer':
        return void drawer.open(effect.float_minor)
      case 'park':
        parked.park(effect.basket, effect.voucher, buyer)
        setBuyer(NOBODY)
        return setNotice({ do: 'parked-now' })
      case 'take-back':
        return void takeBack()
      case 'reprint':
        return openOrder('print')
      case 'open-last':
        return openOrder('refund')
      case 'search':
      case 'voucher':
      case 'parked':
        return setWindow(effect.do)
      case 'shortage':
      case 'too-little':
      case 'confirm-large':
      case 'nothing-to-pay':
      case 'drawer-closed':
      case 'drawer-counting':
      case 'card-part-gone':
      case 'confirm-take-back':
      case 'paper-is-out':
      case 'nothing-sold':
        return setNotice(effect)
    }
  }

  function act(pressed: Pressed | null): boolean {
    if (!pressed) return false
    setNotice(null)
    put(pressed.state)
    for (const effect of pressed.effects) follow(effect)
    return true
  }

  return {
    ...{ state, tiers, context, price, pricing, notice, window, buyer, last, drawer, parked: parked.sales },
    setWindow,
    setBuyer,
    act,
    applyVoucher,
    markPaperOut: sale.markPaperOut,
    markTakenBack: sale.markTakenBack,
    press: (key: TillKey): boolean => act(pressKey(latest.current, key, context)),
    dropVoucher: () => put({ ...latest.current, voucher: null }),
    comp(reason: string): void {
      const { basket, voucher } = latest.current
      put(AT_REST)
      sell(basket, voucher, { method: 'comp', reason }, { total_minor: 0, cash_minor: 0 })
      setWindow(null)
    },
    recall(parkedSale: ParkedSale): void {
      const { basket, voucher } = latest.current
      // What stands in the basket is parked in its turn: nothing is lost by looking at another.
      if (basket.length > 0) parked.park(basket, voucher, buyer)
      parked.remove(parkedSale.id)
      setBuyer(parkedSale.buyer)
      put({ ...AT_REST, basket: parkedSale.basket, voucher: parkedSale.voucher })
      setWindow(null)
    },
  }
}

function paidByVoucher(
  state: TillState,
  { code, balance_minor }: { code: string; balance_minor: number },
  context: TillContext,
): TillState {
  const { total_minor } = context.priceOf(state)
  const parts = state.stage.at === 'split' ? state.stage.parts.filter((part) => part.method !== 'voucher') : []
  const left = parts.reduce((sum, part) => sum - part.amount_minor, total_minor)
  const amount_minor = Math.min(balance_minor, left)
  if (amount_minor <= 0) return state
  const part = { method: 'voucher', amount_minor, voucher: code } as const
  return { ...state, entry: null, stage: { at: 'split', parts: [...parts, part], card: null } }
}

export type Till = ReturnType<typeof useTill>
