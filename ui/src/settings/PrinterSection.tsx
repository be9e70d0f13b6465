import { useText } from '../design/text/useText'
import { useSession } from '../people/session'
import { PrinterSettings } from '../printing/PrinterSettings'
import { Panel } from './Panel'

/** The printers of this place, for those who print; changing them is for those who look after the file. */
export function PrinterSection() {
  const { t } = useText()
  const session = useSession()
  if (!session?.permissions.includes('sell')) return null
  return (
    <Panel title={t('settings-printers')}>
      <PrinterSettings mayChange={session.permissions.includes('maintain_workspace')} />
    </Panel>
  )
}
