import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

import { cx } from '../cx'

export type Card = { id: string; title: string; text?: string; icon?: ReactNode }
type Props = {
  label: string
  cards: readonly Card[]
  value: string | null
  onChange: (id: string) => void
  /** Cards side by side on a wide screen. */
  columns?: 1 | 2 | 3
  className?: string
}

const COLUMNS = { 1: '', 2: '@xl:grid-cols-2', 3: '@xl:grid-cols-3' } as const

/** One of a few, each with a line that explains it. */
export function RadioCards({ label, cards, value, onChange, columns = 1, className }: Props) {
  return (
    <RadioGroup value={value} onChange={onChange} className={cx('flex flex-col gap-2', className)}>
      <Label className="text-base font-medium">{label}</Label>
      <div className={cx('grid gap-2', COLUMNS[columns])}>
        {cards.map((card) => (
          <Radio
            key={card.id}
            value={card.id}
            className="focus-ring flex cursor-default items-start gap-3 rounded-card border border-border bg-surface p-3 hover:border-border-strong selected:border-accent selected:bg-accent-soft selected:shadow-[inset_0_0_0_1px_var(--accent)]"
          >
            {card.icon && <span className="mt-0.5 text-ink-2">{card.icon}</span>}
            <span className="flex min-w-0 flex-col gap-0.5">
              <span className="font-medium">{card.title}</span>
              {card.text && <span className="text-sm text-ink-2">{card.text}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
