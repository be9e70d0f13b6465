import { Delete } from 'lucide-react'
import type { ReactNode } from 'react'

import { useText } from '../design/text/useText'
import type { PadKey } from './pin'

type Props = { onKey: (key: PadKey) => void; submit: ReactNode }

const DIGITS: readonly PadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const KEY_CLASS =
  'focus-ring flex min-h-14 cursor-default items-center justify-center rounded-control border border-border-strong bg-surface text-xl font-medium hover:bg-surface-2 active:bg-surface-2'

/** Digits for fingers. The focus stays in the field, so that keys and fingers can take turns. */
export function Keypad({ onKey, submit }: Props) {
  const { t } = useText()
  const key = (name: PadKey, content: ReactNode, label?: string) => (
    <button
      key={name}
      type="button"
      aria-label={label}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onKey(name)}
      className={KEY_CLASS}
    >
      {content}
    </button>
  )
  return (
    <div role="group" aria-label={t('pin-pad')} className="grid grid-cols-3 gap-2">
      {DIGITS.map((digit) => key(digit, digit))}
      {key('back', <Delete size={20} strokeWidth={1.75} aria-hidden />, t('pin-back'))}
      {key('0', '0')}
      {submit}
    </div>
  )
}
