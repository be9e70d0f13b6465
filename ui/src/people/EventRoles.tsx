import { UserPlus, X } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../design/components/Button'
import { ErrorCard } from '../design/components/ErrorCard'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { IconButton } from '../design/components/IconButton'
import { SelectField } from '../design/components/SelectField'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import type { EventRole } from '../gen/types'
import { useAnswer } from '../host/query'
import { EVENT_ROLES, eventRoleId } from './roles'

/** Who may do more at one event than in the house. */
export function EventRoles() {
  const { t, instant } = useText()
  const events = useAnswer('event.list', { page: { first: 200 } })
  const [chosen, setChosen] = useState<string | null>(null)
  const rows = events.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section aria-label={t('event-roles')} className="flex flex-col gap-3 border-t border-border pt-4">
      <h3 className="text-base font-medium">{t('event-roles')}</h3>
      <p className="max-w-prose text-ink-2">{t('event-roles-text')}</p>
      <SelectField
        label={t('event-switch')}
        value={chosen}
        choices={rows.map((event) => ({
          id: event.id,
          label: event.title,
          hint: instant(event.starts_at, event.time_zone, 'day'),
        }))}
        onChange={setChosen}
        className="max-w-md"
      />
      {chosen && <RolesOfEvent key={chosen} event={chosen} />}
    </section>
  )
}

type RolesProps = { event: string }

function RolesOfEvent({ event }: RolesProps) {
  const { t } = useText()
  const roles = useAnswer('event_role.list', { event })
  const people = useAnswer('people.list', {})
  const grant = useCommandForm('event_role.grant')
  const revoke = useCommandForm('event_role.revoke')
  const [user, setUser] = useState<string | null>(null)
  const [role, setRole] = useState<EventRole>('box_office')
  if (roles.error) return <ErrorCard failure={roles.error} onRetry={() => void roles.refetch()} />
  const rows = roles.data ?? []

  async function add(): Promise<void> {
    const missing = user ? [] : [{ field: 'user', message: t('event-role-person-missing') }]
    if (await grant.send({ event, user: user ?? '', role }, missing)) setUser(null)
  }

  return (
    <div className="flex flex-col gap-3">
      <ErrorSummary errors={[...grant.errors, ...revoke.errors]} />
      {rows.length === 0 && <p className="text-ink-2">{t('event-roles-none')}</p>}
      <ul aria-label={t('event-roles')} className="flex flex-col divide-y divide-border empty:hidden">
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-3 py-1">
            <span className="min-w-0 flex-1 truncate">
              <bdi>{row.user.name}</bdi>
            </span>
            <span className="text-ink-2">{t(eventRoleId(row.role))}</span>
            <IconButton
              label={t('event-role-revoke', { name: row.user.name, role: t(eventRoleId(row.role)) })}
              onPress={() => void revoke.send({ event, user: row.user.id, role: row.role })}
            >
              <X size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className="grid items-end gap-3 @xl:grid-cols-[1fr_1fr_auto]">
        <SelectField
          label={t('event-role-person')}
          value={user}
          choices={(people.data ?? []).map((person) => ({ id: person.id, label: person.name }))}
          onChange={setUser}
          error={grant.errorOf('user')}
        />
        <SelectField
          label={t('role')}
          value={role}
          choices={EVENT_ROLES.map((id) => ({ id, label: t(eventRoleId(id)) }))}
          onChange={(id) => setRole(id as EventRole)}
        />
        <Button icon={<UserPlus size={16} aria-hidden />} isPending={grant.isSending} onPress={() => void add()}>
          {t('event-role-grant')}
        </Button>
      </div>
    </div>
  )
}
