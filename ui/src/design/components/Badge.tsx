import { CircleCheck, CircleDashed, Diamond, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import { cx } from '../cx'

/** States are told by shape and word; the colour only helps. */
export type State = 'done' | 'warning' | 'stopped' | 'info' | 'open'
type Props = { state: State; children: ReactNode; className?: string }

const LOOKS = {
  done: { Icon: CircleCheck, className: 'bg-success-soft text-success' },
  warning: { Icon: TriangleAlert, className: 'bg-warning-soft text-warning' },
  stopped: { Icon: OctagonX, className: 'bg-danger-soft text-danger' },
  info: { Icon: Diamond, className: 'bg-info-soft text-info' },
  open: { Icon: CircleDashed, className: 'bg-surface-2 text-ink-2' },
} as const

/** A state in a word, with its shape. */
export function Badge({ state, children, className }: Props) {
  const { Icon, className: look } = LOOKS[state]
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-full py-0.5 pr-2.5 pl-2 text-sm font-medium whitespace-nowrap',
        look,
        className,
      )}
    >
      <Icon size={14} strokeWidth={2} className="state-shape shrink-0" aria-hidden />
      {children}
    </span>
  )
}
