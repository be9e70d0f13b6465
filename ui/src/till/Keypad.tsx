import { Calculator, Delete } from 'lucide-react'

import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { TillKey } from './state'

const ROWS: readonly TillKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3']
  .map((digit) => ({ code: `Numpad${digit}`, key: digit, shift: false }))
  .concat([
    { code: 'NumpadDecimal', key: '.', shift: false },
    { code: 'Numpad0', key: '0', shift: false },
    { code: 'Backspace', key: '⌫', shift: false },
  ])

type ToggleProps = { isOpen: boolean; onPress: () => void }

/** Shows and hides the number pad for fingers. */
export function KeypadToggle({ isOpen, onPress }: ToggleProps) {
  const { t } = useText()
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cx(
        'focus-ring flex min-h-14 cursor-default items-center justify-between gap-2 rounded-control border border-border-strong px-3 font-semibold',
        isOpen ? 'bg-accent-soft' : 'bg-surface hover:bg-surface-2',
      )}
    >
      <span className="flex items-center gap-2">
        <Calculator size={18} strokeWidth={1.75} className="shrink-0" aria-hidden /> {t('keypad')}
      </span>
      <kbd aria-hidden className="rounded-[4px] border border-current/40 px-1.5 font-sans text-xs leading-5">
        .
      </kbd>
    </button>
  )
}

/** The numpad, for fingers: amounts, or quantities before a tier. */
export function Keypad({ onKey }: { onKey: (key: TillKey) => void }) {
  const { t } = useText()
  return (
    <div role="group" aria-label={t('keypad')} className="grid grid-cols-3 gap-2">
      {ROWS.map((key) => (
        <button
          key={key.code}
          type="button"
          aria-label={key.code === 'Backspace' ? t('keypad-delete') : key.key}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onKey(key)}
          className="focus-ring tabular flex min-h-12 cursor-default items-center justify-center rounded-control border border-border-strong bg-surface text-lg font-semibold hover:bg-surface-2"
        >
          {key.code === 'Backspace' ? <Delete size={20} aria-hidden /> : key.key}
        </button>
      ))}
    </div>
  )
}
