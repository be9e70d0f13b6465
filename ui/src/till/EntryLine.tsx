import { useText } from '../design/text/useText'
import type { Entry } from './state'

type Props = { entry: Entry | null; entered: number | null; currency: string }

const WORDS = { quantity: 'entry-quantity', money: 'entry-money', number: 'entry-number' } as const

/** The number that is being typed, large enough to be sure of it. */
export function EntryLine({ entry, entered, currency }: Props) {
  const { t, money } = useText()
  if (!entry) return null
  const shown =
    entry.kind === 'money' ? (entered === null ? '…' : money({ minor: entered, currency })) : entry.text || '…'
  return (
    <p role="status" className="tabular flex items-baseline justify-between rounded-control bg-accent-soft px-3 py-1.5">
      <span className="text-ink-2">{t(WORDS[entry.kind])}</span>
      <span className="text-2xl font-semibold">{shown}</span>
    </p>
  )
}
