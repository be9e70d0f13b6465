import { showToast } from '../design/components/toasts'
import { speech } from '../design/text/useText'
import { host } from '../host'

/** Opens the guest's window, or says why it did not open. */
export async function openDisplay(): Promise<void> {
  const { t } = speech()
  if (await host.openDisplay().catch(() => false)) return
  showToast({ tone: 'danger', title: t('display-blocked'), text: t('display-blocked-fix') })
}
