import { CreditCard } from 'lucide-react'

import { useText } from '../design/text/useText'
import { approveCard, leaveCard } from './keys'
import type { Till } from './useTill'

type Props = { till: Till; total: string; reference: string }

/** A stand-alone terminal: the clerk reads the answer there and gives it here. Nothing is ever charged twice by us. */
export function CardPanel({ till, total, reference }: Props) {
  const { t } = useText()
  const isArmed = till.state.armed !== null
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="flex items-center gap-2 text-sm font-medium text-ink-2">
        <CreditCard size={18} strokeWidth={1.75} aria-hidden /> {t('card-waiting')}
      </p>
      <p className="tabular text-4xl leading-none font-extrabold tracking-tight">{total}</p>
      <p className="text-ink-2">{t('card-text')}</p>
      <p className="flex items-baseline justify-between rounded-control border border-border-strong px-3 py-1.5">
        <span className="text-sm text-ink-2">{t('card-reference')}</span>
        <output className="min-h-7 font-mono text-lg">{reference || '····'}</output>
      </p>
      {isArmed && (
        <p role="status" className="rounded-control bg-warning-soft px-3 py-1.5 font-medium text-warning">
          {t('confirm-large', { total })}
        </p>
      )}
      <button
        type="button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => till.act(approveCard(till.state, reference, till.context))}
        className="focus-ring flex min-h-14 cursor-default items-center justify-between rounded-control bg-accent px-3 text-md font-semibold text-on-accent"
      >
        {t('card-approved')}
        <kbd aria-hidden className="rounded-[4px] border border-current/40 px-1.5 font-sans text-xs leading-5">
          Enter
        </kbd>
      </button>
      <button
        type="button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => till.act({ state: leaveCard(till.state), effects: [] })}
        className="focus-ring flex min-h-12 cursor-default items-center justify-between rounded-control border border-border-strong px-3 font-semibold hover:bg-surface-2"
      >
        {t('card-not-approved')}
        <kbd aria-hidden className="rounded-[4px] border border-current/40 px-1.5 font-sans text-xs leading-5">
          Esc
        </kbd>
      </button>
    </div>
  )
}
