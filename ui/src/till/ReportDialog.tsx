import { Printer } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { preferences } from '../design/preferences'
import { speech, useText } from '../design/text/useText'
import { host } from '../host'
import { run, useAnswer } from '../host/query'
import { usePrinting } from '../orders/usePrinting'
import { ReportView } from './ReportView'

/** A look in between, the Z that was just made, or one of the past by its number. */
export type ShownReport = { till: string; kind: 'x' } | { till: string; kind: 'z'; number: number; isNew: boolean }
type Props = { shown: ShownReport; timeZone: string; onClose: () => void }

/** A report of the drawer, on screen and on paper: Enter prints it. */
export function ReportDialog({ shown, timeZone, onClose }: Props) {
  const { t } = useText()
  const { print, isPrinting } = usePrinting()
  const x = useAnswer('till.x_report', { till: shown.till }, { isEnabled: shown.kind === 'x' })
  const number = shown.kind === 'z' ? shown.number : 0
  const z = useAnswer('till.z_report', { till: shown.till, number }, { isEnabled: shown.kind === 'z' })
  const answer = shown.kind === 'x' ? x : z
  const report = answer.data
  const onPrint = (): void => print(() => openReport(shown))
  return (
    <Dialog
      title={shown.kind === 'x' ? t('report-x') : t('report-z', { number })}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <Button
          tone="primary"
          icon={<Printer size={16} aria-hidden />}
          isPending={isPrinting}
          isDisabled={!report}
          onPress={onPrint}
        >
          {t('report-print')}
        </Button>
      }
    >
      {answer.error && <ErrorCard failure={answer.error} onRetry={() => void answer.refetch()} />}
      {!report && !answer.error && <Skeleton rows={6} />}
      {report && (
        <Shown onPrint={onPrint}>
          <ReportView report={report} timeZone={timeZone} />
        </Shown>
      )}
    </Dialog>
  )
}

function Shown({ onPrint, children }: { onPrint: () => void; children: ReactNode }) {
  const { t } = useText()
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.focus({ preventScroll: true }), [])
  return (
    <div
      ref={body}
      // Tab reaches the figures, so that they can be scrolled without a mouse.
      tabIndex={0}
      role="group"
      aria-label={t('report')}
      className="outline-none"
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        onPrint()
      }}
    >
      {children}
    </div>
  )
}

async function openReport(shown: ShownReport): Promise<void> {
  const layout = preferences().ticketLayout === 'roll80' ? 'roll80' : 'a4'
  const which = shown.kind === 'z' ? { number: shown.number, is_reprint: !shown.isNew } : {}
  const { language: locale } = speech()
  const document = await run('print.drawer_report', { till: shown.till, kind: shown.kind, layout, locale, ...which })
  await host.openFile(document.file_name, document.media_type, document.base64)
}
