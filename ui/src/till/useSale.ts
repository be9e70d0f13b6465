import { useRef, useState } from 'react'

import { preferences, setPreferences } from '../design/preferences'
import type { CompletedOrder, Tender as TenderDraft } from '../gen/types'
import type { Input } from '../host/commands'
import { run, useCommand, type CallFailure } from '../host/query'
import type { Basket } from './basket'
import type { Payment } from './keys'
import { learn } from './notes'

export type Buyer = { name: string; email: string }
export type Tender = Payment | { method: 'comp'; reason: string }

/** The sale on the strip: what the clerk needs until the next one. */
export type LastSale = {
  stage: 'saving' | 'sold' | 'failed'
  tender: Tender
  total_minor: number
  change_minor: number
  tickets: number
  order: CompletedOrder | null
  failure: CallFailure | null
}

type Attempt = { input: Input<'order.complete'>; basket: Basket; tender: Tender; total_minor: number }

function paymentOf(tender: Tender): TenderDraft {
  switch (tender.method) {
    case 'cash':
      return { method: 'cash', tendered_minor: tender.tendered_minor }
    case 'card':
      // A stand-alone terminal keeps the proof; its digits are optional here.
      return { method: 'card', reference: tender.reference || 'terminal' }
    case 'comp':
      return { method: 'comp', reason: tender.reason }
  }
}

function remember(currency: string, attempt: Attempt): void {
  if (attempt.tender.method !== 'cash' || attempt.tender.tendered_minor <= attempt.total_minor) return
  const key = `${currency}:${attempt.total_minor}`
  setPreferences({ tenderedBefore: learn(preferences().tenderedBefore, key, attempt.tender.tendered_minor) })
}

type Options = {
  eventId: string
  currency: string
  /** Gives the basket back to the clerk after a refusal. */
  onRefused: (basket: Basket) => void
  onSold: (order: CompletedOrder) => void
}

/** Commits sales. The change is on screen at once; the file confirms it a moment later, or the basket comes back. */
export function useSale({ eventId, currency, onRefused, onSold }: Options) {
  const [last, setLast] = useState<LastSale | null>(null)
  const attempt = useRef<Attempt | null>(null)
  const command = useCommand('order.complete')

  async function commit(next: Attempt): Promise<void> {
    attempt.current = next
    const tendered = next.tender.method === 'cash' ? next.tender.tendered_minor : next.total_minor
    const sale: LastSale = {
      ...{ stage: 'saving', tender: next.tender, total_minor: next.total_minor, order: null, failure: null },
      change_minor: next.tender.method === 'cash' ? tendered - next.total_minor : 0,
      tickets: next.basket.reduce((sum, line) => sum + line.quantity, 0),
    }
    setLast(sale)
    try {
      const order = await command.mutateAsync(next.input)
      if (attempt.current === next) setLast({ ...sale, stage: 'sold', order, change_minor: order.change.minor })
      remember(currency, next)
      onSold(order)
    } catch (failure) {
      if (attempt.current === next) setLast({ ...sale, stage: 'failed', failure: failure as CallFailure })
      onRefused(next.basket)
    }
  }

  return {
    last,
    isSaving: command.isPending,
    forget: () => setLast(null),
    sell(basket: Basket, tender: Tender, total_minor: number, buyer: Buyer): Promise<void> {
      const input: Input<'order.complete'> = {
        event: eventId,
        lines: basket.map((line) => ({ tier: line.tierId, quantity: line.quantity })),
        payment: paymentOf(tender),
        buyer_name: buyer.name.trim() || undefined,
        buyer_email: buyer.email.trim() || undefined,
        // One key for one sale: sent again after a lost answer, it sells once.
        idempotency_key: keyFor(attempt.current, last, basket, tender),
      }
      return commit({ input, basket, tender, total_minor })
    },
  }
}

/** The key of the attempt that failed without an answer, when this is that very sale again; else a new one. */
function keyFor(before: Attempt | null, last: LastSale | null, basket: Basket, tender: Tender): string {
  const isSame =
    before !== null &&
    last?.stage === 'failed' &&
    last.failure?.kind === 'fault' &&
    JSON.stringify([before.basket, before.tender]) === JSON.stringify([basket, tender])
  return isSame && before.input.idempotency_key ? before.input.idempotency_key : crypto.randomUUID()
}

/** Finds what a scanned or typed code belongs to: an order, or a ticket's order. Null when neither knows it. */
export async function orderBehind(code: string): Promise<string | null> {
  try {
    return (await run('ticket.show', { ticket: code })).order_id
  } catch {
    // Not a ticket: perhaps an order.
  }
  try {
    return (await run('order.show', { order: code })).id
  } catch {
    return null
  }
}
