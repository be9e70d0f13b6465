import { useText } from '../design/text/useText'
import { EventRoles } from '../people/EventRoles'
import { PeopleSettings } from '../people/PeopleSettings'
import { useSession } from '../people/session'
import { Panel } from './Panel'

/** People and roles, for those who may change them. */
export function PeopleSection() {
  const { t } = useText()
  const session = useSession()
  if (!session?.permissions.includes('manage_organization')) return null
  return (
    <Panel title={t('settings-people')}>
      <PeopleSettings />
      <EventRoles />
    </Panel>
  )
}
