import { MonitorSmartphone } from 'lucide-react'

import { Button } from '../design/components/Button'
import { SelectField } from '../design/components/SelectField'
import { setPreferences, usePreferences, type Language } from '../design/preferences'
import { useText } from '../design/text/useText'
import { openDisplay } from '../display/openDisplay'
import { Panel } from './Panel'

/** The guest's side of the counter. */
export function DisplaySettings() {
  const { t } = useText()
  const { displayLanguage } = usePreferences()
  return (
    <Panel title={t('settings-display')}>
      <p className="max-w-prose text-ink-2">{t('display-text')}</p>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('display-language')}
          value={displayLanguage}
          choices={[
            { id: 'auto', label: t('display-language-auto') },
            { id: 'en', label: 'English' },
            { id: 'de', label: 'Deutsch' },
          ]}
          onChange={(id) => setPreferences({ displayLanguage: id as Language })}
          className="min-w-60"
        />
        <Button
          shortcut="customer-display"
          icon={<MonitorSmartphone size={16} aria-hidden />}
          onPress={() => void openDisplay()}
        >
          {t('display-open')}
        </Button>
      </div>
    </Panel>
  )
}
