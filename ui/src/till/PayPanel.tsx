import { CreditCard, Gift } from 'lucide-react'
import type { ReactNode } from 'react'

import { cx } from '../design/cx'
import { useText, type Speech } from '../design/text/useText'
import type { EventDetail } from '../gen/types'
import type { Shortage } from './basket'
import { CardPanel } from './CardPanel'
import { enteredMinor, payCash, payTendered } from './keys'
import { smartNotes } from './notes'
import type { Notice, Till } from './useTill'

type Props = { till: Till; event: EventDetail }

const NOTE_KEYS = ['Q', 'W', 'E', 'R'] as const
const key = (code: string) => ({ code, key: code, shift: false })

/** The total and every way to pay it, always in sight. */
export function PayPanel({ till, event }: Props) {
  const { t, money } = useText()
  const { state, total_minor, last, context } = till
  const { currency } = event
  const say = (minor: number): string => money({ minor, currency })
  const isResting = state.basket.length === 0
  const showsChange =
    isResting && last !== null && last.stage !== 'failed' && last.tender.method === 'cash' && last.change_minor > 0
  if (state.stage.at === 'card')
    return <CardPanel till={till} total={say(total_minor)} reference={state.stage.reference} />
  const entered = enteredMinor(state.entry, context.exponent)
  const notes = smartNotes(total_minor, currency, context.exponent, context.learned)
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="@container">
        <p className={cx('text-sm font-medium', showsChange ? 'text-success' : 'text-ink-2')}>
          {t(showsChange ? 'change' : 'total')}
        </p>
        <p
          aria-live="polite"
          className={cx(
            'tabular leading-none font-extrabold tracking-tight',
            showsChange ? 'text-[min(6rem,21cqi)] text-success' : 'text-[min(3rem,17cqi)]',
          )}
        >
          {showsChange ? say(last.change_minor) : say(total_minor)}
        </p>
      </div>
      {state.entry && (
        <p
          role="status"
          className="tabular flex items-baseline justify-between rounded-control bg-accent-soft px-3 py-1.5"
        >
          <span className="text-ink-2">
            {t(
              state.entry.kind === 'quantity'
                ? 'entry-quantity'
                : state.entry.kind === 'money'
                  ? 'entry-money'
                  : 'entry-number',
            )}
          </span>
          <span className="text-2xl font-semibold">
            {state.entry.kind === 'quantity'
              ? state.entry.text || '…'
              : entered === null
                ? '…'
                : state.entry.kind === 'number'
                  ? state.entry.text
                  : say(entered)}
          </span>
        </p>
      )}
      <p
        role="status"
        className={cx(
          'min-h-6 rounded-control font-medium',
          till.notice ? 'bg-warning-soft px-3 py-1.5 text-warning' : 'hidden',
        )}
      >
        {till.notice && noticeText({ t, money }, till.notice, till, currency)}
      </p>
      <div className="grid grid-cols-2 gap-2">
        {NOTE_KEYS.map((name, at) => {
          const amount = notes[at]
          const label = amount === undefined ? null : say(amount)
          return (
            <PayKey
              key={name}
              cap={at === 0 ? 'Enter' : name}
              isMain={at === 0}
              isDisabled={isResting || label === null}
              onPress={() => till.act(at === 0 ? payCash(state, context) : payTendered(state, amount ?? 0, context))}
            >
              {at === 0 ? (
                <span className="flex flex-col leading-tight">
                  <span>{t(entered === null ? 'cash-exact' : 'cash-given')}</span>
                  {!isResting && <span className="tabular text-sm font-normal">{say(entered ?? total_minor)}</span>}
                </span>
              ) : (
                <span className="tabular">{label ?? '–'}</span>
              )}
            </PayKey>
          )
        })}
        <PayKey cap="C" isDisabled={isResting} onPress={() => till.press(key('KeyC'))}>
          <span className="flex items-center gap-2">
            <CreditCard size={18} strokeWidth={1.75} aria-hidden /> {t('card')}
          </span>
        </PayKey>
        <PayKey cap="V" isDisabled={isResting} onPress={() => till.press(key('KeyV'))}>
          <span className="flex items-center gap-2">
            <Gift size={18} strokeWidth={1.75} aria-hidden /> {t('comp')}
          </span>
        </PayKey>
      </div>
    </div>
  )
}

function noticeText({ t, money }: Pick<Speech, 't' | 'money'>, notice: Notice, till: Till, currency: string): string {
  switch (notice.do) {
    case 'shortage':
      return shortageText(t, notice.tier.name, notice.shortage)
    case 'too-little':
      return t('too-little', { missing: money({ minor: notice.missing_minor, currency }) })
    case 'confirm-large':
      return t('confirm-large', { total: money({ minor: till.total_minor, currency }) })
    case 'nothing-to-pay':
      return t('nothing-to-pay')
    case 'unknown-code':
      return t('unknown-code')
  }
}

function shortageText(t: Speech['t'], tier: string, shortage: Shortage): string {
  switch (shortage.why) {
    case 'not-on-sale':
      return t(`shortage-${shortage.state.replaceAll('_', '-')}`, { tier })
    case 'only-left':
      return t('shortage-only-left', { tier, left: shortage.left })
    case 'order-max':
      return t('shortage-order-max', { tier, most: shortage.most })
    case 'line-max':
      return t('shortage-line-max', { most: shortage.most })
  }
}

type PayKeyProps = { cap: string; isMain?: boolean; isDisabled?: boolean; onPress: () => void; children: ReactNode }

function PayKey({ cap, isMain, isDisabled, onPress, children }: PayKeyProps) {
  return (
    <button
      type="button"
      disabled={isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cx(
        'focus-ring flex min-h-14 cursor-default items-center justify-between gap-2 rounded-control border px-3 text-left text-md font-semibold disabled:opacity-50',
        isMain ? 'border-transparent bg-accent text-on-accent' : 'border-border-strong bg-surface hover:bg-surface-2',
      )}
    >
      {children}
      <kbd
        aria-hidden
        className="rounded-[4px] border border-current/40 px-1.5 font-sans text-xs leading-5 font-medium"
      >
        {cap}
      </kbd>
    </button>
  )
}
