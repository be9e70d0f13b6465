import { Checkbox } from '../design/components/Checkbox'
import { RadioCards } from '../design/components/RadioCards'
import { setPreferences, usePreferences, type Preferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import { Panel } from './Panel'

const LAYOUTS = ['a4', 'a4-4up', 'roll80'] as const

/** What this till prints. */
export function TillSettings() {
  const { t } = useText()
  const { ticketLayout, showsTicketsAfterSale } = usePreferences()
  return (
    <Panel title={t('settings-till')}>
      <RadioCards
        label={t('ticket-layout')}
        value={ticketLayout}
        onChange={(id) => setPreferences({ ticketLayout: id as Preferences['ticketLayout'] })}
        columns={3}
        cards={LAYOUTS.map((id) => ({ id, title: t(`layout-${id}`), text: t(`layout-${id}-text`) }))}
      />
      <Checkbox
        isSelected={showsTicketsAfterSale}
        onChange={(isOn) => setPreferences({ showsTicketsAfterSale: isOn })}
        hint={t('tickets-after-sale-hint')}
      >
        {t('tickets-after-sale')}
      </Checkbox>
    </Panel>
  )
}
