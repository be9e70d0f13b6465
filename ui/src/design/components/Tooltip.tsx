import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

type Props = { text: string; children: ReactNode }

/** A short name for what is under the pointer or has the focus. */
export function Tooltip({ text, children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip
        offset={6}
        className="animate-rise max-w-72 rounded-control bg-ink px-2 py-1 text-sm text-bg shadow-overlay"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
