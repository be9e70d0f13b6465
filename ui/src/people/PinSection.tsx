import { useState } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { TextField } from '../design/components/TextField'
import { showToast } from '../design/components/toasts'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import type { StaffMember } from '../gen/types'
import { pinFrom } from './pin'

type Props = { person: StaffMember }

/** A person's PIN on this device: set, replaced or taken away, never shown. */
export function PinSection({ person }: Props) {
  const { t } = useText()
  const form = useCommandForm('people.set_pin')
  const [pin, setPin] = useState('')

  async function set(next: string | null): Promise<void> {
    const missing = next === '' ? [{ field: 'pin', message: t('pin-empty') }] : []
    if (!(await form.send({ user: person.id, pin: next }, missing))) return
    setPin('')
    showToast({ tone: 'success', title: t(next === null ? 'pin-removed' : 'pin-set', { name: person.name }) })
  }

  return (
    <section aria-label={t('pin')} className="flex flex-col gap-3 border-t border-border pt-4">
      <ErrorSummary errors={form.errors} />
      <Form
        validationBehavior="aria"
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void set(pin)
        }}
      >
        <TextField
          label={t(person.has_pin ? 'pin-replace' : 'pin-give')}
          hint={t('pin-new-hint')}
          name="pin"
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          value={pin}
          onChange={(text) => setPin(pinFrom(text))}
          error={form.errorOf('pin')}
          inputClassName="max-w-60"
        />
        <Button type="submit" isPending={form.isSending}>
          {t('pin-save')}
        </Button>
        {person.has_pin && (
          <Button tone="quiet" onPress={() => void set(null)}>
            {t('pin-remove')}
          </Button>
        )}
      </Form>
    </section>
  )
}
