import { CircleCheck, ScanLine } from 'lucide-react'
import { useEffect, useState } from 'react'

import { useText } from '../design/text/useText'
import { scanner } from '../host/scanner/scanner'
import type { Scan } from '../host/scanner/wedge'
import { Panel } from './Panel'

/** Whether the scanner is heard, and how it types. */
export function ScannerCheck() {
  const { t } = useText()
  const [scan, setScan] = useState<Scan | null>(null)
  useEffect(() => scanner.onScan(setScan), [])
  return (
    <Panel title={t('settings-scanner')}>
      <p className="text-ink-2">{t('scanner-text')}</p>
      <div
        role="status"
        className="flex min-h-14 items-center gap-3 rounded-control border border-dashed border-border-strong px-4 py-2"
      >
        {scan ? (
          <>
            <CircleCheck size={20} className="shrink-0 text-success" aria-hidden />
            <span className="min-w-0">
              <span className="font-medium">{t(`scanner-reads-${scan.reading}`)}</span>
              <code className="block font-mono text-sm break-all text-ink-2 select-text">{scan.text}</code>
            </span>
          </>
        ) : (
          <>
            <ScanLine size={20} className="shrink-0 text-ink-3" aria-hidden />
            <span className="text-ink-2">{t('scanner-waiting')}</span>
          </>
        )}
      </div>
      <p className="text-sm text-ink-3">{t('scanner-advice')}</p>
    </Panel>
  )
}
