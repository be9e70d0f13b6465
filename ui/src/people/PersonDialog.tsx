import { useState } from 'react'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorSummary, type FormError } from '../design/components/ErrorSummary'
import { RadioCards } from '../design/components/RadioCards'
import { TextField } from '../design/components/TextField'
import { showToast } from '../design/components/toasts'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import type { OrganizationRole, StaffMember } from '../gen/types'
import { BadgeSection } from './BadgeSection'
import { PinSection } from './PinSection'
import { pinFrom } from './pin'
import { RemovePerson } from './RemovePerson'
import { GIVEN_ROLES } from './roles'

type Props = {
  person: StaffMember | null
  people: readonly StaffMember[]
  onClose: () => void
  onAdded: (id: string) => void
}

/** Adds somebody, or changes who they are, what they may do and how they sign in. */
export function PersonDialog({ person, people, onClose, onAdded }: Props) {
  const { t } = useText()
  const added = useCommandForm('people.add')
  const changed = useCommandForm('people.change')
  const form = person ? changed : added
  const [name, setName] = useState(person?.name ?? '')
  const [email, setEmail] = useState(person?.email ?? '')
  const [role, setRole] = useState<OrganizationRole>(person?.role ?? 'member')
  const [pin, setPin] = useState('')
  const isOwner = person?.role === 'owner'

  async function save(): Promise<void> {
    const missing: FormError[] = name.trim() ? [] : [{ field: 'name', message: t('person-name-missing') }]
    const facts = { name: name.trim(), email: email.trim() }
    if (person) {
      const saved = await changed.send({ user: person.id, ...facts, role: isOwner ? undefined : role }, missing)
      if (!saved) return
      showToast({ tone: 'success', title: t('person-changed', { name: facts.name }) })
      return onClose()
    }
    const made = await added.send({ ...facts, email: facts.email || undefined, role, pin: pin || undefined }, missing)
    if (!made) return
    showToast({ tone: 'success', title: t('person-added', { name: facts.name }) })
    const newcomer = made.find((member) => people.every((known) => known.id !== member.id))
    if (newcomer) onAdded(newcomer.id)
  }

  return (
    <Dialog
      title={person ? person.name : t('people-add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {person && !isOwner && <RemovePerson person={person} onRemoved={onClose} />}
          <span className="flex-1" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isPending={form.isSending} onPress={() => void save()}>
            {t(person ? 'person-save' : 'person-create')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <ErrorSummary errors={form.errors} />
        <div className="grid gap-4 @xl:grid-cols-2">
          <TextField
            label={t('name')}
            name="name"
            value={name}
            onChange={setName}
            error={form.errorOf('name')}
            autoFocus={!person}
            autoComplete="off"
          />
          <TextField
            label={t('own-email')}
            name="email"
            type="email"
            isOptional
            value={email}
            onChange={setEmail}
            error={form.errorOf('email')}
            autoComplete="off"
          />
        </div>
        {isOwner ? (
          <p className="text-ink-2">
            <strong className="font-medium text-ink">{t('role-owner')}.</strong> {t('role-owner-text')}
          </p>
        ) : (
          <RadioCards
            label={t('role')}
            value={role}
            onChange={(id) => setRole(id as OrganizationRole)}
            columns={2}
            cards={GIVEN_ROLES.map((id) => ({ id, title: t(`role-${id}`), text: t(`role-${id}-text`) }))}
          />
        )}
        {person ? (
          <>
            <PinSection person={person} />
            <BadgeSection person={person} />
          </>
        ) : (
          <TextField
            label={t('pin')}
            hint={t('pin-new-hint')}
            name="pin"
            type="password"
            inputMode="numeric"
            autoComplete="new-password"
            isOptional
            value={pin}
            onChange={(text) => setPin(pinFrom(text))}
            error={form.errorOf('pin')}
            inputClassName="max-w-60"
          />
        )}
      </div>
    </Dialog>
  )
}
