import { useText } from '../design/text/useText'
import { Appearance } from './Appearance'
import { DisplaySettings } from './DisplaySettings'
import { DoorSettings } from './DoorSettings'
import { LockSettings } from './LockSettings'
import { PeopleSection } from './PeopleSection'
import { PracticeSettings } from './PracticeSettings'
import { PrinterSection } from './PrinterSection'
import { ScannerCheck } from './ScannerCheck'
import { SoundSettings } from './SoundSettings'
import { TillSettings } from './TillSettings'
import { WorkspaceSettings } from './WorkspaceSettings'

/** How this device looks, sounds and prints, who works here, and the care of the file. */
export function SettingsFace() {
  const { t } = useText()
  return (
    <main className="h-full overflow-auto">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-6 @4xl:px-6">
        <h1 className="text-xl">{t('face-settings')}</h1>
        <Appearance />
        <TillSettings />
        <PrinterSection />
        <DisplaySettings />
        <DoorSettings />
        <SoundSettings />
        <ScannerCheck />
        <LockSettings />
        <PeopleSection />
        <PracticeSettings />
        <WorkspaceSettings />
      </div>
    </main>
  )
}
