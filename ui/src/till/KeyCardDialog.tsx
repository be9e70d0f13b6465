import { Printer } from 'lucide-react'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { KeyCap } from '../design/components/KeyCap'
import { SHORTCUT_IDS, shortcutOf } from '../design/keys/shortcuts'
import { useText } from '../design/text/useText'
import type { TillTier } from './basket'
import './keyCard.css'

type Props = { title: string; tiers: readonly TillTier[]; onClose: () => void }

/** The keys of this till on one sheet, to lie beside the keyboard. */
export function KeyCardDialog({ title, tiers, onClose }: Props) {
  const { t } = useText()
  const keys = SHORTCUT_IDS.filter((id) => shortcutOf(id).scope === 'till')
  return (
    <Dialog
      title={t('shortcut-till-key-card')}
      isOpen
      onClose={onClose}
      actions={
        <Button tone="primary" icon={<Printer size={16} aria-hidden />} onPress={() => window.print()}>
          {t('key-card-print')}
        </Button>
      }
    >
      <div
        tabIndex={0}
        role="group"
        aria-label={t('shortcut-till-key-card')}
        className="key-card outline-none grid content-start gap-x-8 gap-y-4 @xl:grid-cols-2"
      >
        <h3 className="text-lg font-semibold @xl:col-span-2">
          <bdi>{title}</bdi>
        </h3>
        <section aria-label={t('till-tiers')}>
          <h4 className="mb-2 text-sm text-ink-2">{t('till-tiers')}</h4>
          <dl className="flex flex-col gap-1.5">
            {tiers.slice(0, 9).map((tier, at) => (
              <div key={tier.id} className="flex items-center justify-between gap-4">
                <dt>
                  <bdi>{tier.name}</bdi>
                </dt>
                <dd>
                  <KeyCap keys={String(at + 1)} />
                  <span className="sr-only">{at + 1}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-label={t('scope-till')} className="@xl:col-span-2">
          <h4 className="mb-2 text-sm text-ink-2">{t('scope-till')}</h4>
          <dl className="gap-x-8 @xl:columns-2">
            {keys.map((id) => (
              <div key={id} className="flex break-inside-avoid items-center py-0.5 justify-between gap-4">
                <dt>{t(shortcutOf(id).label)}</dt>
                <dd className="flex gap-2">
                  {shortcutOf(id).keys.map((chord) => (
                    <span key={chord}>
                      <KeyCap keys={chord} />
                      <span className="sr-only">{chord}</span>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
