import { useEffect, useState } from 'react'

import type { EventDetail, OrderPreview, PaymentMethod } from '../gen/types'
import type { Input } from '../host/commands'
import { queryClient, useAnswer, type CallFailure } from '../host/query'
import { totalOf, type Basket, type TillTier } from './basket'
import { saleLines } from './saleLines'
import type { Price, TillState, Voucher } from './state'

/** Keys come faster than this within one basket: only the last one asks for a price. */
const SETTLE_MS = 40

/** What the price of a basket depends on, as a command asks for it. */
export function previewInput(
  eventId: string,
  basket: Basket,
  voucher: Voucher | null,
  methods: PaymentMethod[],
): Input<'order.preview'> {
  return { event: eventId, lines: saleLines(basket, voucher), payment_methods: methods }
}

export function methodsOf(state: TillState): PaymentMethod[] {
  switch (state.stage.at) {
    case 'selling':
      return ['cash']
    case 'card':
      return ['card']
    case 'split':
      return ['cash', 'card']
  }
}

export type Pricing = {
  /** What the basket on screen costs with everything that changes its price; null until that is known. */
  preview: OrderPreview | null
  failure: CallFailure | null
  priceOf: (state: TillState) => Price
}

/** Prices the basket while it grows. A sale never waits for it: until the answer is there the plain sum counts. */
export function usePricing(event: EventDetail, tiers: readonly TillTier[], state: TillState): Pricing {
  const input = previewInput(event.id, state.basket, state.voucher, methodsOf(state))
  const settled = useSettled(JSON.stringify(input))
  const isAsking = state.basket.length > 0 && settled === JSON.stringify(input)
  const answer = useAnswer('order.preview', input, { isEnabled: isAsking })
  const known = (of: TillState): OrderPreview | undefined =>
    queryClient.getQueryData(['order.preview', previewInput(event.id, of.basket, of.voucher, methodsOf(of))])
  return {
    preview: answer.isPlaceholderData ? (known(state) ?? null) : (answer.data ?? null),
    failure: answer.error,
    priceOf(of) {
      const preview = known(of)
      if (preview) return { total_minor: preview.total.minor, cash_minor: preview.cash_total.minor }
      const sum = totalOf(of.basket, tiers)
      return { total_minor: sum, cash_minor: sum }
    },
  }
}

/** The value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
