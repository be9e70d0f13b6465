import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

import { cx } from '../cx'
import { Tooltip } from './Tooltip'

type Props = Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  label: string
  children: ReactNode
  className?: string
}

/** A button that shows only its icon; its label is spoken and shown on hover and focus. */
export function IconButton({ label, children, className, ...rest }: Props) {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={cx(
          'focus-ring inline-flex size-9 shrink-0 cursor-default items-center justify-center rounded-control text-ink-2 hover:bg-surface-2 hover:text-ink pressed:bg-surface-2 disabled:opacity-50',
          className,
        )}
      >
        {children}
      </AriaButton>
    </Tooltip>
  )
}
