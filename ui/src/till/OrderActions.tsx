import { TriangleAlert } from 'lucide-react'

import { TextField } from '../design/components/TextField'
import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { OrderDetail } from '../gen/types'
import { useAnswer } from '../host/query'
import { REFUND_REASONS } from '../orders/refund'
import { canRefund, PRINT_REASONS, validTickets, type OrderAction, type OrderState } from './orderKeys'
import { PayKey } from './PayKey'
import { useInside } from './useInside'

type Props = {
  order: OrderDetail
  state: OrderState
  hint: OrderAction | null
  words: string
  isBusy: boolean
  isFirstPaper: boolean
  timeZone: string
  onWords: (words: string) => void
  onPress: (code: string) => void
}

/** What can be done with the chosen tickets: the same keys for fingers. */
export function OrderActions(props: Props) {
  const { t } = useText()
  const { state, hint } = props
  return (
    <section aria-label={t('order-actions')} className="flex flex-col gap-2">
      {state.stage === 'look' && <Look {...props} />}
      {state.stage === 'refund' && <Refund {...props} />}
      {state.stage === 'void' && <Void {...props} />}
      {state.stage === 'print' && <Print {...props} />}
      {state.stage === 'card' && <Card {...props} />}
      <p role="status" className={cx('rounded-control bg-warning-soft px-3 py-1.5 text-warning', !hint && 'hidden')}>
        {hint && t(hint)}
      </p>
      {state.stage !== 'look' && (
        <PayKey cap="Esc" onPress={() => props.onPress('Escape')}>
          {t('back')}
        </PayKey>
      )}
    </section>
  )
}

function Look({ order, onPress, isBusy }: Props) {
  const { t, money } = useText()
  if (order.status === 'pending') {
    return (
      <>
        <p className="text-ink-2">{t('order-open-text')}</p>
        <PayKey cap="Enter" isMain isDisabled={isBusy} onPress={() => onPress('Enter')}>
          {t('order-pay-cash', { amount: money(order.total) })}
        </PayKey>
        <PayKey cap="C" isDisabled={isBusy} onPress={() => onPress('KeyC')}>
          {t('order-pay-card')}
        </PayKey>
      </>
    )
  }
  const isDead = validTickets(order).length === 0
  return (
    <>
      <PayKey cap="Enter" isMain isDisabled={isBusy || isDead} onPress={() => onPress('Enter')}>
        {t('order-print')}
      </PayKey>
      <PayKey cap="P" isDisabled={isDead} onPress={() => onPress('KeyP')}>
        {t('order-print-again')}
      </PayKey>
      <PayKey cap="R" isDisabled={!canRefund(order)} onPress={() => onPress('KeyR')}>
        {t('refund')}
      </PayKey>
      <PayKey cap="D" isDisabled={isDead} onPress={() => onPress('KeyD')}>
        {t('order-void')}
      </PayKey>
    </>
  )
}

function Card({ order, onPress, isBusy }: Props) {
  const { t, money } = useText()
  return (
    <>
      <p className="tabular text-3xl font-extrabold">{money(order.total)}</p>
      <p className="text-ink-2">{t('card-text')}</p>
      <PayKey cap="Enter" isMain isDisabled={isBusy} onPress={() => onPress('Enter')}>
        {t('card-approved')}
      </PayKey>
    </>
  )
}

type ReasonsProps = Pick<Props, 'state' | 'words' | 'onWords' | 'onPress'>

/** Why tickets end: one number each, the last one in own words. */
function Reasons({ state, words, onWords, onPress }: ReasonsProps) {
  const { t } = useText()
  return (
    <>
      <h3>{t('refund-why')}</h3>
      {REFUND_REASONS.map((reason, at) => (
        <Reason
          key={reason}
          cap={at + 1}
          isChosen={state.refund === reason}
          label={t(`refund-reason-${reason.replaceAll('_', '-')}`)}
          onPress={() => onPress(`Digit${at + 1}`)}
        />
      ))}
      {state.refund === 'other' && <TextField label={t('reason-words')} value={words} onChange={onWords} autoFocus />}
    </>
  )
}

function Void({ state, words, isBusy, onWords, onPress }: Props) {
  const { t } = useText()
  return (
    <>
      <Reasons {...{ state, words, onWords, onPress }} />
      <p className="text-ink-2">{t('order-void-text')}</p>
      <PayKey cap="Enter" isMain isDisabled={isBusy} onPress={() => onPress('Enter')}>
        {t('order-void-now', { count: state.chosen.length })}
      </PayKey>
    </>
  )
}

function Refund({ order, state, words, isBusy, timeZone, onWords, onPress }: Props) {
  const { t, money, instant } = useText()
  const tickets = [...state.chosen]
  const preview = useAnswer(
    'order.refund_preview',
    { order: order.id, tickets, by_policy: true, reason: '' },
    // What is being given back at this moment has no price any more.
    { isEnabled: tickets.length > 0 && !isBusy },
  )
  const inside = useInside(order, state.chosen)
  const sums = tickets.length > 0 && !preview.isPlaceholderData ? preview.data : undefined
  return (
    <>
      <Reasons {...{ state, words, onWords, onPress }} />
      {inside.map(({ code, since, gate }) => (
        <p key={code} role="alert" className="flex items-start gap-2 rounded-control bg-warning-soft p-2 text-warning">
          <TriangleAlert size={18} className="mt-0.5 shrink-0" aria-hidden />
          <span>
            <code className="font-mono">{code}</code>{' '}
            {since
              ? t('refund-inside-since', {
                  when: instant(since, timeZone, 'time'),
                  gate: gate ?? t('refund-inside-door'),
                })
              : t('refund-inside')}
          </span>
        </p>
      ))}
      {sums && (
        <dl className="tabular grid grid-cols-[1fr_auto] gap-x-4 border-t border-border pt-2">
          <dt className="text-ink-2">{t('refund-worth')}</dt>
          <dd className="text-right">{money(sums.worth)}</dd>
          {sums.kept.minor > 0 && (
            <>
              <dt className="text-ink-2">{t('refund-kept')}</dt>
              <dd className="text-right">−{money(sums.kept)}</dd>
            </>
          )}
          {sums.parts.map((part) => (
            <div key={part.method} className="contents font-semibold">
              <dt>{t('refund-by', { method: t(`pay-${part.method}`) })}</dt>
              <dd className="text-right">{money(part.amount)}</dd>
            </div>
          ))}
        </dl>
      )}
      <PayKey cap="Enter" isMain isDisabled={isBusy} onPress={() => onPress('Enter')}>
        {sums ? t('refund-now', { amount: money(sums.amount) }) : t('refund')}
      </PayKey>
    </>
  )
}

function Print({ state, isBusy, isFirstPaper, onPress }: Props) {
  const { t } = useText()
  return (
    <>
      <h3>{t('print-why')}</h3>
      {PRINT_REASONS.map((reason, at) => (
        <Reason
          key={reason}
          cap={at + 1}
          isChosen={state.print === reason}
          label={t(reason === 'printer' && isFirstPaper ? 'print-reason-first' : `print-reason-${reason}`)}
          onPress={() => onPress(`Digit${at + 1}`)}
        />
      ))}
      <PayKey cap="Enter" isMain isDisabled={isBusy} onPress={() => onPress('Enter')}>
        {t('print-now', { count: state.chosen.length })}
      </PayKey>
    </>
  )
}

type ReasonProps = { cap: number; isChosen: boolean; label: string; onPress: () => void }

function Reason({ cap, isChosen, label, onPress }: ReasonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cx(
        'focus-ring flex min-h-12 cursor-default items-center justify-between gap-2 rounded-control border px-3 text-left',
        isChosen ? 'border-accent bg-accent-soft font-semibold' : 'border-border-strong bg-surface hover:bg-surface-2',
      )}
    >
      {label}
      <kbd aria-hidden className="rounded-[4px] border border-current/40 px-1.5 font-sans text-xs leading-5">
        {cap}
      </kbd>
    </button>
  )
}
