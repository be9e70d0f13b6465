import { Checkbox } from '../design/components/Checkbox'
import { TextField } from '../design/components/TextField'
import { setPreferences, usePreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import { Panel } from './Panel'

/** What this door is called, and what the queue may read. */
export function DoorSettings() {
  const { t } = useText()
  const { deviceName, hideNames } = usePreferences()
  return (
    <Panel title={t('settings-door')}>
      <TextField
        label={t('device-name')}
        hint={t('device-name-hint')}
        isOptional
        value={deviceName}
        onChange={(name) => setPreferences({ deviceName: name })}
        className="max-w-80"
      />
      <Checkbox
        isSelected={hideNames}
        onChange={(isOn) => setPreferences({ hideNames: isOn })}
        hint={t('hide-names-hint')}
      >
        {t('hide-names')}
      </Checkbox>
    </Panel>
  )
}
