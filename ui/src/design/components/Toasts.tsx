import { CircleCheck, Info, OctagonX, TriangleAlert, X } from 'lucide-react'

import { cx } from '../cx'
import { useText } from '../text/useText'
import { Button } from './Button'
import { IconButton } from './IconButton'
import { dismissToast, holdToast, resumeToast, useToasts, type Toast } from './toasts'

const ICONS = { success: CircleCheck, info: Info, warning: TriangleAlert, danger: OctagonX } as const
const COLOURS = { success: 'text-success', info: 'text-info', warning: 'text-warning', danger: 'text-danger' } as const

/** What happened lately, at the lower edge. */
export function Toasts() {
  const toasts = useToasts()
  const { t } = useText()
  return (
    <div
      role="region"
      aria-label={t('toasts')}
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

type Props = { toast: Toast }

function ToastCard({ toast }: Props) {
  const { t } = useText()
  const Icon = ICONS[toast.tone]
  const { action } = toast
  return (
    <div
      role={toast.tone === 'danger' ? 'alert' : 'status'}
      onPointerEnter={() => holdToast(toast.id)}
      onPointerLeave={() => resumeToast(toast.id)}
      onFocus={() => holdToast(toast.id)}
      onBlur={() => resumeToast(toast.id)}
      className="animate-rise pointer-events-auto flex w-full max-w-lg items-center gap-3 rounded-card border border-border bg-surface py-2 pr-2 pl-4 shadow-overlay"
    >
      <Icon size={20} strokeWidth={1.75} className={cx('shrink-0', COLOURS[toast.tone])} aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{toast.title}</p>
        {toast.text && <p className="text-sm text-ink-2">{toast.text}</p>}
      </div>
      {action && (
        <Button
          tone="secondary"
          onPress={() => {
            action.run()
            dismissToast(toast.id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={t('dismiss')} onPress={() => dismissToast(toast.id)}>
        <X size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  )
}
