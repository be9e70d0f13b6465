import { Dialog } from '../design/components/Dialog'
import { useText } from '../design/text/useText'
import type { AppInfo } from '../gen/types'

type Props = { info: AppInfo; isOpen: boolean; onClose: () => void }

/** Which version this is, under which licence, on which file. */
export function About({ info, isOpen, onClose }: Props) {
  const { t } = useText()
  const facts: [string, string][] = [
    [t('about-version'), info.version],
    [t('about-licence'), 'Apache-2.0'],
    [t('about-file'), info.workspace?.path ?? ''],
    [t('about-keys'), t(info.keychain === 'os' ? 'about-keys-os' : 'about-keys-file')],
  ]
  return (
    <Dialog title={t('about')} isOpen={isOpen} onClose={onClose} width="narrow">
      <p className="mb-4 text-ink-2">{t('about-text')}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="break-all select-text">{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
