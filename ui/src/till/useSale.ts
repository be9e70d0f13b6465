import { useRef, useState } from 'react'

import { preferences, setPreferences } from '../design/preferences'
import type { TillSold, TenderPart, Tender as TenderDraft } from '../gen/types'
import type { Input } from '../host/commands'
import { run, useCommand, type CallFailure } from '../host/query'
import type { Basket } from './basket'
import { learn } from './notes'
import { saleLines } from './saleLines'
import type { Part, Payment, Price, Voucher } from './state'

export type Buyer = { name: string; email: string }
export type Tender = Payment | { method: 'comp'; reason: string }

/** The sale on the strip: what the clerk needs until the next one. */
export type LastSale = {
  stage: 'saving' | 'sold' | 'failed' | 'taken-back'
  tender: Tender
  total_minor: number
  change_minor: number
  tickets: number
  order: TillSold | null
  failure: CallFailure | null
  /** Whether its tickets were printed or shown: from then on it is refunded, not undone. */
  isPaperOut: boolean
}

/** A basket on its way out. */
export type Sale = { basket: Basket; voucher: Voucher | null; tender: Tender; price: Price; buyer: Buyer }
type Attempt = Sale & { input: Input<'till.sell'> }

function tenderOf(tender: Exclude<Tender, { method: 'split' }>, price: Price): TenderDraft {
  switch (tender.method) {
    case 'cash':
      // Exact cash follows the price of the moment; only what was handed over is named.
      return tender.tendered_minor === price.cash_minor
        ? { method: 'cash' }
        : { method: 'cash', tendered_minor: tender.tendered_minor }
    case 'card':
      // A stand-alone terminal keeps the proof; its digits are optional here.
      return { method: 'card', reference: tender.reference || 'terminal' }
    case 'comp':
      return { method: 'comp', reason: tender.reason }
  }
}

function partOf(part: Part): TenderPart {
  switch (part.method) {
    case 'cash':
      // Cash pays what the others leave, rounded to what coins can pay.
      return part.tendered_minor > part.amount_minor
        ? { method: 'cash', tendered_minor: part.tendered_minor }
        : { method: 'cash' }
    case 'card':
      return { method: 'card', amount_minor: part.amount_minor, reference: part.reference || 'terminal' }
    case 'voucher':
      return { method: 'voucher', amount_minor: part.amount_minor, voucher: part.voucher }
  }
}

/** How a tender is sent: one payment, or several together. */
function paymentOf(tender: Tender, price: Price): Pick<Input<'till.sell'>, 'payment' | 'payments'> {
  return tender.method === 'split' ? { payments: tender.parts.map(partOf) } : { payment: tenderOf(tender, price) }
}

/** What goes back across the counter, as far as it is known before the answer. */
export function changeOf(tender: Tender, price: Price): number {
  switch (tender.method) {
    case 'cash':
      return tender.tendered_minor - price.cash_minor
    case 'split':
      return tender.parts.reduce(
        (sum, part) => sum + (part.method === 'cash' ? part.tendered_minor - part.amount_minor : 0),
        0,
      )
    case 'card':
    case 'comp':
      return 0
  }
}

function remember(currency: string, { tender, price }: Sale): void {
  if (tender.method !== 'cash' || tender.tendered_minor <= price.cash_minor) return
  const key = `${currency}:${price.cash_minor}`
  setPreferences({ tenderedBefore: learn(preferences().tenderedBefore, key, tender.tendered_minor) })
}

type Options = {
  eventId: string
  currency: string
  /** The till whose drawer takes the money. */
  till: string | null
  /** Gives the basket back to the clerk after a refusal. */
  onRefused: (sale: Sale) => void
  onSold: (order: TillSold) => void
}

/** Commits sales. The change is on screen at once; the file confirms it a moment later, or the basket comes back. */
export function useSale({ eventId, currency, till, onRefused, onSold }: Options) {
  const [last, setLast] = useState<LastSale | null>(null)
  const attempt = useRef<Attempt | null>(null)
  const command = useCommand('till.sell')

  async function commit(next: Attempt): Promise<void> {
    attempt.current = next
    const sale: LastSale = {
      ...{ stage: 'saving', tender: next.tender, total_minor: next.price.total_minor, order: null, failure: null },
      change_minor: changeOf(next.tender, next.price),
      tickets: next.basket.reduce((sum, line) => sum + line.quantity, 0),
      isPaperOut: false,
    }
    setLast(sale)
    try {
      const order = await command.mutateAsync(next.input)
      if (attempt.current === next) {
        const [total_minor, change_minor] = [order.order.total.minor, order.change.minor]
        setLast({ ...sale, stage: 'sold', order, total_minor, change_minor })
      }
      remember(currency, next)
      onSold(order)
    } catch (failure) {
      if (attempt.current === next) setLast({ ...sale, stage: 'failed', failure: failure as CallFailure })
      onRefused(next)
    }
  }

  return {
    last,
    markPaperOut: (orderId: string) =>
      setLast((sale) => (sale?.order?.order.id === orderId ? { ...sale, isPaperOut: true } : sale)),
    markTakenBack: (orderId: string) =>
      setLast((sale) => (sale?.order?.order.id === orderId ? { ...sale, stage: 'taken-back', change_minor: 0 } : sale)),
    sell(sale: Sale): Promise<void> {
      const input: Input<'till.sell'> = {
        ...(till ? { till } : {}),
        event: eventId,
        lines: saleLines(sale.basket, sale.voucher),
        ...paymentOf(sale.tender, sale.price),
        buyer_name: sale.buyer.name.trim() || undefined,
        buyer_email: sale.buyer.email.trim() || undefined,
        // One key for one sale: sent again after a lost answer, it sells once.
        idempotency_key: keyFor(attempt.current, last, sale),
      }
      return commit({ ...sale, input })
    },
  }
}

/** The key of the attempt that failed without an answer, when this is that very sale again; else a new one. */
function keyFor(before: Attempt | null, last: LastSale | null, sale: Sale): string {
  const isSame =
    before !== null &&
    last?.stage === 'failed' &&
    last.failure?.kind === 'fault' &&
    JSON.stringify([before.basket, before.voucher, before.tender]) ===
      JSON.stringify([sale.basket, sale.voucher, sale.tender])
  return isSame && before.input.idempotency_key ? before.input.idempotency_key : crypto.randomUUID()
}

/** What a scanned or typed code belongs to. */
export type Found = { order: string; ticket: string | null }

/** Finds the order of a ticket's or an order's code. Null when neither knows it. */
export async function orderBehind(code: string): Promise<Found | null> {
  try {
    const ticket = await run('ticket.show', { ticket: code })
    return { order: ticket.order_id, ticket: ticket.code }
  } catch {
    // Not a ticket: perhaps an order.
  }
  try {
    return { order: (await run('order.show', { order: code })).id, ticket: null }
  } catch {
    return null
  }
}
