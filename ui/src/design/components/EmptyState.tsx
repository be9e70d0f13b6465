import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { icon: LucideIcon; text: string; action?: ReactNode }

/** What belongs here, why there is none yet, and the one thing to do about it. */
export function EmptyState({ icon: Icon, text, action }: Props) {
  return (
    <div className="flex flex-col items-center justify-center gap-3 px-6 py-12 text-center">
      <Icon size={32} strokeWidth={1.5} className="text-ink-3" aria-hidden />
      <p className="max-w-md text-balance text-ink-2">{text}</p>
      {action}
    </div>
  )
}
