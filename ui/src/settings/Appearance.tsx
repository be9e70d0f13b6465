import { Checkbox } from '../design/components/Checkbox'
import { SelectField } from '../design/components/SelectField'
import { setPreferences, usePreferences, type Preferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import { Panel } from './Panel'

const SCALES = [80, 90, 100, 110, 125, 150, 175, 200]

/** Light, language and size. */
export function Appearance() {
  const { t, percent } = useText()
  const { theme, tillTheme, doorTheme, language, textScale, singleKeys } = usePreferences()
  const themes = (['auto', 'light', 'dark'] as const).map((id) => ({ id, label: t(`theme-${id}`) }))
  const own = [{ id: 'same', label: t('theme-same') }, ...themes]
  return (
    <Panel title={t('settings-appearance')}>
      <div className="grid gap-4 @xl:grid-cols-3">
        <SelectField
          label={t('theme')}
          value={theme}
          choices={themes}
          onChange={(id) => setPreferences({ theme: id as Preferences['theme'] })}
        />
        <SelectField
          label={t('theme-till')}
          value={tillTheme}
          choices={own}
          onChange={(id) => setPreferences({ tillTheme: id as Preferences['tillTheme'] })}
        />
        <SelectField
          label={t('theme-door')}
          value={doorTheme}
          choices={own}
          onChange={(id) => setPreferences({ doorTheme: id as Preferences['doorTheme'] })}
        />
        <SelectField
          label={t('language')}
          value={language}
          choices={[
            { id: 'auto', label: t('language-auto') },
            { id: 'en', label: 'English' },
            { id: 'de', label: 'Deutsch' },
          ]}
          onChange={(id) => setPreferences({ language: id as Preferences['language'] })}
        />
        <SelectField
          label={t('text-size')}
          value={String(textScale)}
          choices={SCALES.map((scale) => ({ id: String(scale), label: percent(scale, 100) }))}
          onChange={(id) => setPreferences({ textScale: Number(id) })}
        />
      </div>
      <Checkbox
        isSelected={singleKeys}
        onChange={(isOn) => setPreferences({ singleKeys: isOn })}
        hint={t('single-keys-hint')}
      >
        {t('single-keys')}
      </Checkbox>
    </Panel>
  )
}
