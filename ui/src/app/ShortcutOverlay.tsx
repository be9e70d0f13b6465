import { Dialog } from '../design/components/Dialog'
import { KeyCap } from '../design/components/KeyCap'
import { SHORTCUT_IDS, shortcutOf, type Scope } from '../design/keys/shortcuts'
import type { Face } from '../design/preferences'
import { useText } from '../design/text/useText'

type Props = { face: Face; isOpen: boolean; onClose: () => void }

/** The keys of this screen, and those that work everywhere. */
export function ShortcutOverlay({ face, isOpen, onClose }: Props) {
  const { t } = useText()
  const scopes: Scope[] = face === 'settings' ? ['everywhere'] : [face, 'everywhere']
  return (
    <Dialog title={t('shortcut-help')} isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-x-8 gap-y-5 @xl:grid-cols-2">
        {scopes.map((scope) => (
          <section key={scope} aria-label={t(`scope-${scope}`)}>
            <h3 className="mb-2 text-sm text-ink-2">{t(`scope-${scope}`)}</h3>
            <dl className="flex flex-col gap-1.5">
              {SHORTCUT_IDS.filter((id) => shortcutOf(id).scope === scope).map((id) => (
                <div key={id} className="flex items-center justify-between gap-4">
                  <dt>{t(shortcutOf(id).label)}</dt>
                  <dd className="flex gap-2 text-ink-2">
                    {shortcutOf(id).keys.map((keys) => (
                      <span key={keys}>
                        <KeyCap keys={keys} />
                        <span className="sr-only">{keys}</span>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
