import { Lock } from 'lucide-react'

import { Button } from '../design/components/Button'
import { SelectField } from '../design/components/SelectField'
import { setPreferences, usePreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import { useSession } from '../people/session'
import { lockNow } from '../people/SessionGuard'
import { Panel } from './Panel'

const MINUTES = [1, 2, 5, 10, 15, 30, 60]

/** When this window asks again who is there. */
export function LockSettings() {
  const { t } = useText()
  const { lockAfter_minutes } = usePreferences()
  const session = useSession()
  if (!session) return null
  return (
    <Panel title={t('settings-lock')}>
      {!session.asks_for_credentials && <p className="text-ink-2">{t('lock-needs-pin-fix')}</p>}
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('lock-after')}
          value={String(lockAfter_minutes)}
          choices={[
            { id: '0', label: t('lock-after-never') },
            ...MINUTES.map((minutes) => ({ id: String(minutes), label: t('lock-after-minutes', { minutes }) })),
          ]}
          onChange={(id) => setPreferences({ lockAfter_minutes: Number(id) })}
          className="min-w-60"
        />
        <Button shortcut="lock" icon={<Lock size={16} aria-hidden />} onPress={() => void lockNow(session)}>
          {t('lock-now')}
        </Button>
      </div>
    </Panel>
  )
}
