import { useEffect, useRef, useState } from 'react'

import { preferences } from '../design/preferences'
import { exponentOf } from '../design/text/money'
import type { CompletedOrder, EventDetail, TierRow } from '../gen/types'
import { scanner } from '../host/scanner/scanner'
import { totalOf, type Basket, type TillTier } from './basket'
import {
  AT_REST,
  pressKey,
  type Pressed,
  type TillContext,
  type TillEffect,
  type TillKey,
  type TillState,
} from './keys'
import { orderBehind, useSale, type Buyer, type Tender } from './useSale'

export type TillWindow = 'comp' | 'search' | { order: string } | null
export type Notice =
  Exclude<TillEffect, { do: 'sell' | 'reprint' | 'search' | 'comp' | 'open-last' }> | { do: 'unknown-code' }

const NOBODY: Buyer = { name: '', email: '' }

function tillTier(tier: TierRow): TillTier {
  return {
    ...{ id: tier.id, name: tier.name, price_minor: tier.gross_price.minor, available: tier.available },
    ...{ order_quantity_max: tier.order_quantity_max, state: tier.state },
  }
}

type Options = { event: EventDetail; tiers: readonly TierRow[]; onPrint: (order: CompletedOrder) => void }

/** The till as a whole: the basket of the moment, the sale before, and the windows above them. */
export function useTill({ event, tiers: rows, onPrint }: Options) {
  const [state, setState] = useState<TillState>(AT_REST)
  const [notice, setNotice] = useState<Notice | null>(null)
  const [window, setWindow] = useState<TillWindow>(null)
  const [buyer, setBuyer] = useState<Buyer>(NOBODY)
  const latest = useRef(state)
  const tiers = rows.map(tillTier)
  const total_minor = totalOf(state.basket, tiers)
  const { currency } = event
  const context: TillContext = {
    ...{ tiers, currency, exponent: exponentOf(currency) },
    learned: preferences().tenderedBefore[`${currency}:${total_minor}`] ?? {},
  }
  const sale = useSale({
    ...{ eventId: event.id, currency },
    onRefused: (basket) => {
      // A clerk who is already serving the next guest keeps that basket.
      if (latest.current.basket.length === 0) put({ ...AT_REST, basket })
    },
    onSold: (order) => {
      if (preferences().showsTicketsAfterSale) onPrint(order)
    },
  })

  useEffect(
    () =>
      scanner.onScan((scan) => {
        void orderBehind(scan.text).then((order) => (order ? setWindow({ order }) : setNotice({ do: 'unknown-code' })))
      }),
    [],
  )

  function put(next: TillState): void {
    latest.current = next
    setState(next)
  }

  function sell(basket: Basket, tender: Tender, amount_minor: number): void {
    void sale.sell(basket, tender, amount_minor, buyer)
    setBuyer(NOBODY)
  }

  function follow(effect: TillEffect): void {
    switch (effect.do) {
      case 'sell':
        return sell(effect.basket, effect.payment, effect.total_minor)
      case 'reprint':
        return sale.last?.order ? onPrint(sale.last.order) : undefined
      case 'open-last':
        return sale.last?.order ? setWindow({ order: sale.last.order.order.id }) : undefined
      case 'search':
      case 'comp':
        return setWindow(effect.do)
      case 'shortage':
      case 'too-little':
      case 'confirm-large':
      case 'nothing-to-pay':
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
    ...{ state, tiers, context, total_minor, notice, window, buyer, last: sale.last },
    setWindow,
    setBuyer,
    act,
    press: (key: TillKey): boolean => act(pressKey(latest.current, key, context)),
    comp(reason: string): void {
      const { basket } = latest.current
      put(AT_REST)
      sell(basket, { method: 'comp', reason }, 0)
      setWindow(null)
    },
  }
}

export type Till = ReturnType<typeof useTill>
