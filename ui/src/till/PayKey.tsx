import type { ReactNode } from 'react'

import { cx } from '../design/cx'

type Props = {
  /** What the key is called that does the same; empty when there is none. */
  cap: string
  isMain?: boolean
  isDisabled?: boolean
  onPress: () => void
  children: ReactNode
}

/** A key of the till, to be touched. The focus stays where it was, so that Enter keeps its meaning. */
export function PayKey({ cap, isMain, isDisabled, onPress, children }: Props) {
  return (
    <button
      type="button"
      disabled={isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cx(
        'focus-ring flex min-h-14 cursor-default items-center justify-between gap-2 rounded-control border px-3 text-left text-md font-semibold disabled:opacity-50',
        isMain ? 'border-transparent bg-accent text-on-accent' : 'border-border-strong bg-surface hover:bg-surface-2',
      )}
    >
      {children}
      {cap && (
        <kbd
          aria-hidden
          className="shrink-0 rounded-[4px] border border-current/40 px-1.5 font-sans text-xs leading-5 font-medium"
        >
          {cap}
        </kbd>
      )}
    </button>
  )
}
