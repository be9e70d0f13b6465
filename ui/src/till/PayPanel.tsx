import { Columns2, CreditCard, Gift } from 'lucide-react'
import { useState } from 'react'

import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { EventDetail } from '../gen/types'
import { CardPanel } from './CardPanel'
import { EntryLine } from './EntryLine'
import { enteredMinor } from './entry'
import { Keypad, KeypadToggle } from './Keypad'
import { approveCard, leaveCard, payCash, payTendered } from './keys'
import { noticeText } from './notices'
import { smartNotes } from './notes'
import { OpenDrawer } from './OpenDrawer'
import { PayKey } from './PayKey'
import { SplitPanel } from './SplitPanel'
import type { Till } from './useTill'

type Props = { till: Till; event: EventDetail }

const NOTE_KEYS = ['Q', 'W', 'E', 'R'] as const
const key = (code: string) => ({ code, key: code, shift: false })

/** The total and every way to pay it, always in sight; or the drawer that must be opened or counted first. */
export function PayPanel({ till, event }: Props) {
  const { t, money } = useText()
  const { state, price, drawer } = till
  if (drawer.status === 'closed' && state.stage.at === 'selling') {
    return (
      <>
        <OpenDrawer
          drawer={drawer}
          currency={event.currency}
          float_minor={enteredMinor(state.entry, till.context.exponent) ?? drawer.float_minor}
          onFloat={drawer.setFloat}
          onOpen={() => till.press(key('Enter'))}
        />
        <Noticed till={till} event={event} />
      </>
    )
  }
  if (drawer.status === 'counting') return <Counting till={till} />
  if (state.stage.at === 'split')
    return <SplitPanel till={till} event={event} parts={state.stage.parts} card={state.stage.card} />
  if (state.stage.at === 'card') {
    const { reference } = state.stage
    return (
      <CardPanel
        total={money({ minor: price.total_minor, currency: event.currency })}
        reference={reference}
        warning={
          state.armed
            ? t('confirm-large', { total: money({ minor: price.total_minor, currency: event.currency }) })
            : null
        }
        onApprove={() => till.act(approveCard(state, reference, till.context))}
        onLeave={() => till.act({ state: leaveCard(state), effects: [] })}
      />
    )
  }
  return <Selling till={till} event={event} />
}

function Selling({ till, event }: Props) {
  const { t, money } = useText()
  const [hasKeypad, setKeypad] = useState(false)
  const { state, price, context } = till
  const { currency } = event
  const say = (minor: number): string => money({ minor, currency })
  const isResting = state.basket.length === 0
  const entered = enteredMinor(state.entry, context.exponent)
  const notes = smartNotes(price.cash_minor, currency, context.exponent, context.learned)
  return (
    <div className="flex flex-col gap-3 p-4">
      <Total till={till} event={event} />
      <EntryLine entry={state.entry} entered={entered} currency={currency} />
      <Noticed till={till} event={event} />
      <div className="grid grid-cols-2 gap-2">
        {NOTE_KEYS.map((name, at) => {
          const amount = notes[at]
          const label = amount === undefined ? null : say(amount)
          return (
            <PayKey
              key={name}
              cap={at === 0 ? 'Enter' : name}
              isMain={at === 0}
              isDisabled={isResting || (at > 0 && label === null)}
              onPress={() => till.act(at === 0 ? payCash(state, context) : payTendered(state, amount ?? 0, context))}
            >
              {at === 0 ? (
                <span className="flex flex-col leading-tight">
                  <span>{t(entered === null ? 'cash-exact' : 'cash-given')}</span>
                  {!isResting && (
                    <span className="tabular text-sm font-normal">{say(entered ?? price.cash_minor)}</span>
                  )}
                </span>
              ) : (
                <span className="tabular">{label ?? '–'}</span>
              )}
            </PayKey>
          )
        })}
        <PayKey cap="C" isDisabled={isResting} onPress={() => till.press(key('KeyC'))}>
          <span className="flex items-center gap-2">
            <CreditCard size={18} strokeWidth={1.75} className="shrink-0" aria-hidden /> {t('card')}
          </span>
        </PayKey>
        <PayKey cap="X" isDisabled={isResting} onPress={() => till.press(key('KeyX'))}>
          <span className="flex items-center gap-2">
            <Columns2 size={18} strokeWidth={1.75} className="shrink-0" aria-hidden /> {t('split')}
          </span>
        </PayKey>
        <PayKey cap="V" isDisabled={isResting} onPress={() => till.press(key('KeyV'))}>
          <span className="flex items-center gap-2">
            <Gift size={18} strokeWidth={1.75} className="shrink-0" aria-hidden /> {t('voucher')}
          </span>
        </PayKey>
        <KeypadToggle isOpen={hasKeypad} onPress={() => setKeypad(!hasKeypad)} />
      </div>
      {hasKeypad && <Keypad onKey={till.press} />}
    </div>
  )
}

function Total({ till, event }: Props) {
  const { t, money } = useText()
  const { state, price, last } = till
  const say = (minor: number): string => money({ minor, currency: event.currency })
  const isResting = state.basket.length === 0
  const showsChange = isResting && last !== null && last.stage !== 'failed' && last.change_minor > 0
  const amount = say(showsChange ? last.change_minor : price.total_minor)
  const isRounded = !isResting && price.cash_minor !== price.total_minor
  return (
    <div className="@container">
      <p className={cx('text-sm font-medium', showsChange ? 'text-success' : 'text-ink-2')}>
        {t(showsChange ? 'change' : 'total')}
      </p>
      <p
        aria-live="polite"
        className={cx('tabular leading-none font-extrabold tracking-tight', showsChange && 'text-success')}
        // As large as the column allows: 96 px for change, 48 px for a total, less only when the amount is long.
        style={{ fontSize: `min(${showsChange ? 6 : 3}rem, ${Math.floor(165 / amount.length)}cqi)` }}
      >
        {amount}
      </p>
      {isRounded && <p className="tabular mt-1 text-ink-2">{t('cash-rounded', { amount: say(price.cash_minor) })}</p>}
    </div>
  )
}

function Noticed({ till, event }: Props) {
  const speech = useText()
  return (
    <p
      role="status"
      className={cx(
        'min-h-6 rounded-control font-medium',
        till.notice ? 'bg-warning-soft px-3 py-1.5 text-warning' : 'hidden',
      )}
    >
      {till.notice && noticeText(speech, till.notice, till, event.currency)}
    </p>
  )
}

function Counting({ till }: { till: Till }) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-3 p-4">
      <h2 className="text-lg">{t('drawer-counting-title')}</h2>
      <p className="text-ink-2">{t('drawer-counting-text')}</p>
      <PayKey cap="Ctrl Shift Z" isMain onPress={() => till.setWindow('count')}>
        {t('count-go-on')}
      </PayKey>
      <PayKey cap="" onPress={() => void till.drawer.resume()}>
        {t('count-put-off')}
      </PayKey>
    </div>
  )
}
