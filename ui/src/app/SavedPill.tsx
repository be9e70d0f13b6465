import { useIsMutating } from '@tanstack/react-query'
import { CircleCheck, HardDrive, LoaderCircle, Lock } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'

import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { AppInfo } from '../gen/types'

type Props = { info: AppInfo }

/** Whether work is safe, always in sight; the details on a press. */
export function SavedPill({ info }: Props) {
  const { t } = useText()
  const isSaving = useIsMutating() > 0
  const isReadOnly = info.workspace?.is_read_only ?? false
  const Icon = isReadOnly ? Lock : isSaving ? LoaderCircle : CircleCheck
  return (
    <DialogTrigger>
      <Button className="focus-ring flex min-h-8 shrink-0 cursor-default items-center gap-1.5 rounded-full border border-border px-2.5 text-sm text-ink-2 hover:text-ink">
        <Icon size={14} strokeWidth={2} className={cx(isReadOnly ? 'text-warning' : 'text-success')} aria-hidden />
        <span className="sr-only whitespace-nowrap @6xl:not-sr-only">
          {t(isReadOnly ? 'pill-read-only' : isSaving ? 'pill-saving' : 'pill-saved')}
        </span>
      </Button>
      <Popover
        placement="bottom end"
        className="animate-rise w-96 rounded-card border border-border bg-surface p-4 shadow-overlay"
      >
        <Dialog aria-label={t('pill-title')} className="flex flex-col gap-2 outline-none">
          <p className="flex items-center gap-2 font-semibold">
            <HardDrive size={16} strokeWidth={1.75} aria-hidden /> {t('pill-title')}
          </p>
          <p className="text-ink-2">{t('pill-text')}</p>
          <p className="font-mono text-sm break-all text-ink-2 select-text">{info.workspace?.path}</p>
          <p className="text-sm text-ink-3">{t('pill-alone')}</p>
          {info.keychain === 'file' && <p className="text-sm text-warning">{t('pill-key-file')}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
