import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

import { cx } from '../cx'

type Props = {
  children: ReactNode
  hint?: string
  isSelected: boolean
  isIndeterminate?: boolean
  isDisabled?: boolean
  onChange: (isSelected: boolean) => void
  className?: string
}

/** On or off, with its words beside it. */
export function Checkbox({ children, hint, className, ...rest }: Props) {
  return (
    <AriaCheckbox
      {...rest}
      className={cx('group flex min-h-6 cursor-default items-start gap-2.5 text-base disabled:opacity-50', className)}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={cx(
              'mt-px flex size-5 shrink-0 items-center justify-center rounded-[4px] border group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus',
              isSelected || isIndeterminate
                ? 'border-accent bg-accent text-on-accent'
                : 'border-border-strong bg-surface',
            )}
          >
            {isIndeterminate ? (
              <Minus size={14} aria-hidden />
            ) : (
              isSelected && <Check size={14} strokeWidth={2.5} aria-hidden />
            )}
          </span>
          <span>
            {children}
            {hint && <span className="block text-sm text-ink-2">{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}
