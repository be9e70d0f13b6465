import { FileCheck, Printer as PrinterIcon, Plus } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../design/components/Button'
import { EmptyState } from '../design/components/EmptyState'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { cx } from '../design/cx'
import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import type { Printer } from '../gen/types'
import { useAnswer, useCommand } from '../host/query'
import { kindId } from './kinds'
import { PrinterDialog } from './PrinterDialog'

type Props = { mayChange: boolean }

/** Where paper comes out, and which printer prints what. */
export function PrinterSettings({ mayChange }: Props) {
  const { t } = useText()
  const printers = useAnswer('printer.list', {})
  const [open, setOpen] = useState<string | 'new' | null>(null)
  if (printers.error) return <ErrorCard failure={printers.error} onRetry={() => void printers.refetch()} />
  if (!printers.data) return <Skeleton rows={2} />
  const opened = printers.data.find((printer) => printer.id === open) ?? null
  const add = (
    <Button icon={<Plus size={16} aria-hidden />} className="self-start" onPress={() => setOpen('new')}>
      {t('printer-add')}
    </Button>
  )
  return (
    <>
      {printers.data.length === 0 ? (
        <EmptyState icon={PrinterIcon} text={t('printer-none')} action={mayChange && add} />
      ) : (
        <>
          <ul aria-label={t('printers')} className="flex flex-col divide-y divide-border border-y border-border">
            {printers.data.map((printer) => (
              <PrinterRow
                key={printer.id}
                printer={printer}
                onChange={mayChange ? () => setOpen(printer.id) : undefined}
              />
            ))}
          </ul>
          {mayChange && add}
        </>
      )}
      {open === 'new' && <PrinterDialog printer={null} onClose={() => setOpen(null)} />}
      {opened && <PrinterDialog key={opened.id} printer={opened} onClose={() => setOpen(null)} />}
    </>
  )
}

type RowProps = { printer: Printer; onChange: (() => void) | undefined }

function PrinterRow({ printer, onChange }: RowProps) {
  const speech = useText()
  const { t } = speech
  const test = useCommand('printer.test')

  const words = test.error && failureWords(speech, test.error)

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <span className="min-w-44 flex-1">
        <span className="block font-medium">
          <bdi>{printer.name}</bdi>
        </span>
        <span className="block text-sm text-ink-2">
          {t(kindId(printer.kind))} · {t(`printer-paper-${printer.paper}`)}
        </span>
        <span className="block font-mono text-sm break-all text-ink-2 select-text">{printer.address}</span>
      </span>
      <span className="w-44 text-sm text-ink-2">
        {printer.default_for.length > 0
          ? t('printer-prints', { what: printer.default_for.map((kind) => t(`printer-doc-${kind}`)).join(', ') })
          : t('printer-prints-nothing')}
      </span>
      <span className="flex gap-2">
        <Button
          icon={<FileCheck size={16} aria-hidden />}
          isPending={test.isPending}
          aria-label={t('printer-test-name', { name: printer.name })}
          onPress={() => test.mutate({ printer: printer.id })}
        >
          {t('printer-test')}
        </Button>
        {onChange && (
          <Button aria-label={t('printer-change-name', { name: printer.name })} onPress={onChange}>
            {t('printer-change')}
          </Button>
        )}
      </span>
      <p
        role="status"
        className={cx('w-full', !test.data && !words && 'hidden', words ? 'text-danger' : 'text-success')}
      >
        {words ? `${words.message} ${words.fix}` : test.data && t('printer-tested', { name: printer.name })}
      </p>
    </li>
  )
}
