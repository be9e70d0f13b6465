import { IdCard, KeyRound, UserPlus } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../design/components/Button'
import { ErrorCard } from '../design/components/ErrorCard'
import { Skeleton } from '../design/components/Skeleton'
import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'
import { Avatar } from './Avatar'
import { PersonDialog } from './PersonDialog'

/** Who works here, in which role, and how they sign in. */
export function PeopleSettings() {
  const { t } = useText()
  const people = useAnswer('people.list', {})
  const [open, setOpen] = useState<string | 'new' | null>(null)
  const opened = people.data?.find((person) => person.id === open) ?? null
  if (people.error) return <ErrorCard failure={people.error} onRetry={() => void people.refetch()} />
  if (!people.data) return <Skeleton rows={3} />
  return (
    <>
      <p className="max-w-prose text-ink-2">{t('people-text')}</p>
      <ul aria-label={t('people')} className="flex flex-col divide-y divide-border border-y border-border">
        {people.data.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <Avatar name={person.name} isLarge />
            <span className="min-w-40 flex-1">
              <span className="block font-medium break-words">
                <bdi>{person.name}</bdi>
              </span>
              <span className="block text-sm break-all text-ink-2">{person.email ?? t('people-no-email')}</span>
            </span>
            <span className="w-36 text-ink-2">{t(`role-${person.role}`)}</span>
            <span className="flex min-w-32 flex-col text-sm text-ink-2">
              {person.has_pin && (
                <span className="flex items-center gap-1.5">
                  <KeyRound size={14} strokeWidth={1.75} aria-hidden /> {t('has-pin')}
                </span>
              )}
              {person.has_badge && (
                <span className="flex items-center gap-1.5">
                  <IdCard size={14} strokeWidth={1.75} aria-hidden /> {t('has-badge')}
                </span>
              )}
              {!person.has_pin && !person.has_badge && t('people-cannot-sign-in')}
            </span>
            <Button aria-label={t('people-change-name', { name: person.name })} onPress={() => setOpen(person.id)}>
              {t('people-change')}
            </Button>
          </li>
        ))}
      </ul>
      <Button className="self-start" icon={<UserPlus size={16} aria-hidden />} onPress={() => setOpen('new')}>
        {t('people-add')}
      </Button>
      {open === 'new' && (
        <PersonDialog person={null} people={people.data} onClose={() => setOpen(null)} onAdded={setOpen} />
      )}
      {opened && (
        <PersonDialog
          key={opened.id}
          person={opened}
          people={people.data}
          onClose={() => setOpen(null)}
          onAdded={setOpen}
        />
      )}
    </>
  )
}
