import { ChartColumn, CircleCheck, CircleDot, OctagonX, TriangleAlert } from 'lucide-react'

import { Button } from '../design/components/Button'
import { KeyCap } from '../design/components/KeyCap'
import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { Direction } from '../gen/types'

export type InputState = 'ready' | 'paused' | 'typing' | 'no-list'
type Props = {
  state: InputState
  isCheckOnly: boolean
  direction: Direction
  onType: () => void
  /** Opens the end of the door; absent while there is no list to sum up. */
  onSummary: (() => void) | undefined
}

const LOOKS = {
  ready: { Icon: CircleCheck, className: 'text-success' },
  paused: { Icon: TriangleAlert, className: 'bg-warning-soft text-warning' },
  typing: { Icon: CircleDot, className: 'text-info' },
  'no-list': { Icon: OctagonX, className: 'bg-danger-soft text-danger' },
} as const

/** Whether a scan would be heard now. */
export function InputStrip({ state, isCheckOnly, direction, onType, onSummary }: Props) {
  const { t } = useText()
  const { Icon, className } = LOOKS[state]
  return (
    <footer className={cx('flex min-h-14 flex-wrap items-center gap-3 border-t border-border px-4 py-2', className)}>
      <Icon size={24} strokeWidth={2} className="state-shape" aria-hidden />
      <p role="status" className="text-lg font-semibold">
        {t(`input-${state}`)}
        {direction === 'exit' && <span className="text-warning"> · {t('input-exit')}</span>}
        {isCheckOnly && <span className="text-info"> · {t('input-check-only')}</span>}
      </p>
      <span className="flex-1" />
      <Button tone="quiet" onPress={onType}>
        {t('door-look-up')}
      </Button>
      {onSummary && (
        <Button
          tone="quiet"
          icon={<ChartColumn size={16} strokeWidth={1.75} aria-hidden />}
          shortcut="door-summary"
          onPress={onSummary}
        >
          {t('summary-open')}
        </Button>
      )}
      <span className="hidden items-center gap-1.5 text-sm text-ink-2 @6xl:flex">
        <KeyCap of="door-undo" /> {t('undo')}
      </span>
    </footer>
  )
}
