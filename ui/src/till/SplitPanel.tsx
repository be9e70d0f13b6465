import { useText } from '../design/text/useText'
import type { EventDetail } from '../gen/types'
import { CardPanel } from './CardPanel'
import { EntryLine } from './EntryLine'
import { enteredMinor } from './entry'
import { Keypad } from './Keypad'
import { noticeText } from './notices'
import { smartNotes } from './notes'
import { PayKey } from './PayKey'
import { approveCardPart, giveCash, leaveCardPart, remainingMinor } from './split'
import type { Part, Stage } from './state'
import type { Till } from './useTill'

type Props = {
  till: Till
  event: EventDetail
  parts: readonly Part[]
  card: Extract<Stage, { at: 'split' }>['card']
}

const key = (code: string) => ({ code, key: code, shift: false })
const NOTE_KEYS = ['W', 'E', 'R'] as const

/** Several tenders for one sale, with what is still missing. */
export function SplitPanel({ till, event, parts, card }: Props) {
  const speech = useText()
  const { t, money } = speech
  const { state, context, price } = till
  const { currency } = event
  const say = (minor: number): string => money({ minor, currency })
  if (card) {
    return (
      <CardPanel
        total={say(card.amount_minor)}
        reference={card.reference}
        warning={null}
        onApprove={() => till.act(approveCardPart(state, context))}
        onLeave={() => till.act({ state: leaveCardPart(state), effects: [] })}
      />
    )
  }
  const left = remainingMinor(parts, price.total_minor)
  const entered = enteredMinor(state.entry, context.exponent)
  const notes = smartNotes(left, currency, context.exponent)
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-sm font-medium text-ink-2">{t('split-left')}</p>
      <p aria-live="polite" className="tabular text-4xl leading-none font-extrabold tracking-tight">
        {say(left)}
      </p>
      <dl className="tabular grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        <dt className="text-ink-2">{t('total')}</dt>
        <dd className="text-right">{say(price.total_minor)}</dd>
        {parts.map((part, at) => (
          <div key={at} className="contents">
            <dt className="text-ink-2">{t(`pay-${part.method}`)}</dt>
            <dd className="text-right">−{say(part.amount_minor)}</dd>
          </div>
        ))}
      </dl>
      <EntryLine entry={state.entry && { ...state.entry, kind: 'money' }} entered={entered} currency={currency} />
      {till.notice && (
        <p role="status" className="rounded-control bg-warning-soft px-3 py-1.5 font-medium text-warning">
          {noticeText(speech, till.notice, till, currency)}
        </p>
      )}
      <div className="grid grid-cols-2 gap-2">
        <PayKey cap="Enter" isMain onPress={() => till.press(key('Enter'))}>
          <span className="flex flex-col leading-tight">
            <span>{t('pay-cash')}</span>
            <span className="tabular text-sm font-normal">{say(entered ?? left)}</span>
          </span>
        </PayKey>
        <PayKey cap="C" onPress={() => till.press(key('KeyC'))}>
          <span className="flex flex-col leading-tight">
            <span>{t('card')}</span>
            <span className="tabular text-sm font-normal">{say(Math.min(entered ?? left, left))}</span>
          </span>
        </PayKey>
        {NOTE_KEYS.map((name, at) => {
          const amount = notes[at + 1]
          return (
            <PayKey
              key={name}
              cap={name}
              isDisabled={amount === undefined}
              onPress={() => till.act(giveCash(state, amount ?? 0, context))}
            >
              <span className="tabular">{amount === undefined ? '–' : say(amount)}</span>
            </PayKey>
          )
        })}
        <PayKey cap="Esc" onPress={() => till.press(key('Escape'))}>
          {t('back')}
        </PayKey>
      </div>
      <Keypad onKey={till.press} />
    </div>
  )
}
