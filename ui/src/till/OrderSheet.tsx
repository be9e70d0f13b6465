import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

import { Dialog } from '../design/components/Dialog'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { StateBadge } from '../design/components/StateBadge'
import { showToast } from '../design/components/toasts'
import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import type { OrderDetail } from '../gen/types'
import { run, useAnswer, type CallFailure } from '../host/query'
import { OrderFacts } from '../orders/OrderFacts'
import { openedOrder, pressAtOrder, toggled, type OrderAction, type OrderState } from './orderKeys'
import { OrderActions } from './OrderActions'
import { OrderTickets } from './OrderTickets'
import { kickDrawer, printRefundSlip, putOnPaper } from './paper'
import type { OpenedOrder } from './useTill'

type Props = {
  opened: OpenedOrder
  /** The order as it is known already: keys that follow at once must not be lost while it is asked for again. */
  known: OrderDetail | null
  till: string | null
  timeZone: string
  /** Whether its tickets never were on paper: printing them is no reprint. */
  isFirstPaper: boolean
  onPaperOut: (orderId: string) => void
  /** Nothing of the order is left. */
  onGone: (orderId: string) => void
  onClose: () => void
}

/** A scanned, found or past order: printed, paid or refunded with a few keys. */
export function OrderSheet(props: Props) {
  const { t } = useText()
  const order = useAnswer('order.show', { order: props.opened.order })
  const known = props.known?.id === props.opened.order ? props.known : undefined
  const detail = order.data?.id === props.opened.order ? order.data : known
  return (
    <Dialog
      title={detail ? t('order-title', { code: detail.code }) : t('order')}
      isOpen
      onClose={props.onClose}
      width="wide"
    >
      {order.error && <ErrorCard failure={order.error} onRetry={() => void order.refetch()} />}
      {!detail && !order.error && <Skeleton />}
      {detail && <Sheet {...props} key={detail.id} order={detail} />}
    </Dialog>
  )
}

function Sheet({
  opened,
  till,
  timeZone,
  isFirstPaper,
  onPaperOut,
  onGone,
  onClose,
  order,
}: Props & { order: OrderDetail }) {
  const { t, money } = useText()
  const [state, setState] = useState(() => openedOrder(order, opened.ticket, opened.stage))
  const [words, setWords] = useState('')
  const [hint, setHint] = useState<OrderAction | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.focus({ preventScroll: true }), [])
  const at = till ? { till } : {}

  function put(next: OrderState): void {
    setHint(null)
    setFailure(null)
    setState(next)
  }

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    if (isBusy) return
    setBusy(true)
    try {
      await work()
      onClose()
    } catch (thrown) {
      setFailure(thrown as CallFailure)
    } finally {
      setBusy(false)
    }
  }

  async function print(): Promise<void> {
    const isAgain = state.stage === 'print' && (!isFirstPaper || state.print === 'lost')
    const isAll = state.chosen.length === order.tickets.length
    await putOnPaper({
      ...{ order: order.id, till },
      ...(isAll ? {} : { tickets: [...state.chosen] }),
      ...(isAgain ? { reason: state.print } : {}),
    })
    onPaperOut(order.id)
  }

  const reasonWords = (): string =>
    state.refund === 'other' ? words.trim() : t(`refund-reason-${(state.refund ?? '').replaceAll('_', '-')}`)

  async function voidTickets(): Promise<void> {
    for (const ticket of state.chosen) {
      await run('till.void', { ...at, ticket, reason: reasonWords(), idempotency_key: `${key}:${ticket}` })
    }
    showToast({ tone: 'success', title: t('order-voided', { count: state.chosen.length }) })
  }

  async function refund(): Promise<void> {
    const reason = reasonWords()
    const done = await run('till.refund', {
      ...at,
      ...{ order: order.id, tickets: [...state.chosen], by_policy: true, reason, idempotency_key: key },
    })
    showToast({ tone: 'success', title: t('refund-done', { amount: money(done.refund.amount), code: order.code }) })
    if (done.order.status === 'refunded') onGone(order.id)
    void printRefundSlip(order.id, done.refund.receipt_number).catch(() => undefined)
    if (done.refund.parts.some((part) => part.method === 'cash')) void kickDrawer().catch(() => undefined)
  }

  async function pay(method: 'cash' | 'card'): Promise<void> {
    const payment = method === 'cash' ? ({ method } as const) : ({ method, reference: 'terminal' } as const)
    const paid = await run('till.pay', { ...at, order: order.id, payment, idempotency_key: key })
    showToast({ tone: 'success', title: t('order-paid', { code: order.code, amount: money(paid.order.total) }) })
    if (method === 'cash') void kickDrawer().catch(() => undefined)
    await putOnPaper({ order: order.id, till })
  }

  function act(action: OrderAction): void {
    switch (action) {
      case 'print':
        return void attempt(print)
      case 'refund':
        if (state.refund === 'other' && !words.trim()) return setHint('choose-reason')
        return void attempt(refund)
      case 'void':
        if (state.refund === 'other' && !words.trim()) return setHint('choose-reason')
        return void attempt(voidTickets)
      case 'pay-cash':
        return void attempt(() => pay('cash'))
      case 'pay-card':
        return void attempt(() => pay('card'))
      case 'choose-reason':
      case 'choose-ticket':
        return setHint(action)
    }
  }

  function press(code: string): boolean {
    const pressed = pressAtOrder(state, code, order)
    if (!pressed) return false
    put(pressed.state)
    if (pressed.action) act(pressed.action)
    return true
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isTyping = event.target instanceof HTMLInputElement
    const isOnButton = event.target instanceof HTMLButtonElement
    if (isTyping && event.code !== 'Enter' && event.code !== 'Escape') return
    if (isOnButton && (event.code === 'Enter' || event.code === 'Space')) return
    if (!press(event.code)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={body}
      tabIndex={-1}
      role="group"
      aria-label={t('order')}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-4 outline-none"
    >
      <div className="flex flex-wrap items-center gap-3">
        <StateBadge kind="order" state={order.status} />
        <bdi className="text-md font-medium">{order.buyer_name || t('buyer-unnamed')}</bdi>
        {order.buyer_email && <bdi className="text-ink-2 select-text">{order.buyer_email}</bdi>}
      </div>
      <div className="grid gap-5 @2xl:grid-cols-[minmax(0,1fr)_minmax(16rem,20rem)]">
        <OrderTickets
          order={order}
          state={state}
          onToggle={(code) => put(toggled(state, order, code))}
          onRow={(row) => setState({ ...state, row })}
        />
        <OrderActions
          {...{ order, state, hint, words, isBusy, isFirstPaper, timeZone }}
          onWords={setWords}
          onPress={(code) => void press(code)}
        />
      </div>
      {failure && <Failed failure={failure} />}
      <details className="border-t border-border pt-2">
        <summary className="focus-ring cursor-default rounded-control text-ink-2">{t('order-details')}</summary>
        <OrderFacts order={order} timeZone={timeZone} />
      </details>
    </div>
  )
}

function Failed({ failure }: { failure: CallFailure }) {
  const { message, fix } = failureWords(useText(), failure)
  return (
    <div role="alert" className="rounded-control bg-danger-soft p-3 text-danger">
      <p className="font-semibold">{message}</p>
      <p>{fix}</p>
    </div>
  )
}
