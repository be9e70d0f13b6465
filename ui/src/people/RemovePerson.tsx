import { useState } from 'react'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { showToast } from '../design/components/toasts'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import type { StaffMember } from '../gen/types'

type Props = { person: StaffMember; onRemoved: () => void }

/** Takes somebody off the house; what they sold and scanned keeps their name. */
export function RemovePerson({ person, onRemoved }: Props) {
  const { t } = useText()
  const form = useCommandForm('people.remove')
  const [isAsking, setAsking] = useState(false)

  async function remove(): Promise<void> {
    if (!(await form.send({ user: person.id }))) return
    showToast({ tone: 'success', title: t('person-removed', { name: person.name }) })
    onRemoved()
  }

  return (
    <>
      <Button tone="quiet" onPress={() => setAsking(true)}>
        {t('person-remove')}
      </Button>
      {isAsking && (
        <Dialog
          title={t('person-remove-title', { name: person.name })}
          role="alertdialog"
          width="narrow"
          isOpen
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('person-keep')}</Button>
              <Button tone="danger" isPending={form.isSending} onPress={() => void remove()}>
                {t('person-remove-confirm', { name: person.name })}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-3">
            <ErrorSummary errors={form.errors} />
            <p>{t('person-remove-text')}</p>
          </div>
        </Dialog>
      )}
    </>
  )
}
