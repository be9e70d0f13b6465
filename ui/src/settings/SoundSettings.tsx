import { Volume2 } from 'lucide-react'
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { Checkbox } from '../design/components/Checkbox'
import { setPreferences, usePreferences } from '../design/preferences'
import { doorSounds, type SoundName } from '../design/sounds'
import { useText } from '../design/text/useText'
import { Panel } from './Panel'

const TESTED: readonly SoundName[] = ['go', 'wait', 'stop', 'exit', 'attention', 'same', 'printed']

/** Whether this device makes sounds, how loudly, and what each of them says. */
export function SoundSettings() {
  const { t } = useText()
  const { hasSound, soundVolume } = usePreferences()
  // A test is heard also while sounds are off: that is what it is pressed for.
  function test(name: SoundName): void {
    doorSounds.unlock()
    doorSounds.play(name, soundVolume)
  }
  return (
    <Panel title={t('settings-sounds')}>
      <Checkbox isSelected={hasSound} onChange={(isOn) => setPreferences({ hasSound: isOn })} hint={t('sound-on-hint')}>
        {t('sound-on')}
      </Checkbox>
      <Slider
        value={soundVolume}
        onChange={(value) => setPreferences({ soundVolume: value as number })}
        minValue={5}
        maxValue={100}
        step={5}
        className="flex max-w-80 flex-col gap-1"
      >
        <div className="flex justify-between">
          <Label className="font-medium">{t('sound-volume')}</Label>
          <SliderOutput className="tabular text-ink-2" />
        </div>
        <SliderTrack className="relative h-8 w-full before:absolute before:inset-x-0 before:top-3.5 before:h-1 before:rounded-full before:bg-border-strong">
          <SliderThumb className="focus-ring top-1/2 size-5 rounded-full bg-accent" />
        </SliderTrack>
      </Slider>
      <div role="group" aria-label={t('sound-test')} className="flex flex-wrap gap-2">
        {TESTED.map((name) => (
          <Button key={name} icon={<Volume2 size={16} aria-hidden />} onPress={() => test(name)}>
            {t(`sound-${name}`)}
          </Button>
        ))}
      </div>
    </Panel>
  )
}
