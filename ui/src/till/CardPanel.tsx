import { CreditCard } from 'lucide-react'

import { useText } from '../design/text/useText'
import { PayKey } from './PayKey'

type Props = {
  total: string
  reference: string
  warning: string | null
  onApprove: () => void
  onLeave: () => void
}

/** A stand-alone terminal: the clerk reads the answer there and gives it here. Nothing is ever charged twice by us. */
export function CardPanel({ total, reference, warning, onApprove, onLeave }: Props) {
  const { t } = useText()
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
      {warning && (
        <p role="status" className="rounded-control bg-warning-soft px-3 py-1.5 font-medium text-warning">
          {warning}
        </p>
      )}
      <PayKey cap="Enter" isMain onPress={onApprove}>
        {t('card-approved')}
      </PayKey>
      <PayKey cap="Esc" onPress={onLeave}>
        {t('card-not-approved')}
      </PayKey>
    </div>
  )
}
