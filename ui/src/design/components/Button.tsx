import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

import type { ShortcutId } from '../keys/shortcuts'
import { cx } from '../cx'
import { KeyCap } from './KeyCap'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'
type Props = Omit<ButtonProps, 'children' | 'className' | 'style' | 'isPending'> & {
  children: ReactNode
  tone?: ButtonTone
  icon?: ReactNode
  shortcut?: ShortcutId
  /** Its work is on the way: a second press does nothing. */
  isPending?: boolean
  className?: string
}

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent border-transparent hover:brightness-110 pressed:brightness-95',
  secondary: 'bg-surface text-ink border-border-strong hover:bg-surface-2 pressed:bg-surface-2',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-surface-2 hover:text-ink pressed:bg-surface-2',
  danger: 'bg-danger text-on-danger border-transparent hover:brightness-110 pressed:brightness-95',
}

/** A button with its label, and the key that does the same. */
export function Button({ children, tone = 'secondary', icon, shortcut, isPending, className, ...rest }: Props) {
  return (
    <AriaButton
      {...rest}
      // React Aria's own pending state announces a progress bar that is gone before it is read.
      onPress={isPending ? undefined : rest.onPress}
      type={isPending && rest.type === 'submit' ? 'button' : rest.type}
      className={cx(
        'focus-ring inline-flex min-h-9 shrink-0 cursor-default items-center justify-center gap-2 rounded-control border px-3 py-1.5 text-base font-medium whitespace-nowrap select-none',
        'disabled:opacity-50',
        isPending && 'opacity-70',
        TONES[tone],
        className,
      )}
    >
      {icon}
      <span>{children}</span>
      {shortcut && <KeyCap of={shortcut} />}
    </AriaButton>
  )
}
