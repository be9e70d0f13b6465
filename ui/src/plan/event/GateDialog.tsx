import { useState } from 'react'

import { Button } from '../../design/components/Button'
import { Dialog } from '../../design/components/Dialog'
import { ErrorSummary } from '../../design/components/ErrorSummary'
import { TextField } from '../../design/components/TextField'
import { useText } from '../../design/text/useText'
import { useCommandForm } from '../../design/useForm'
import type { EventDetail } from '../../gen/types'

type Props = { event: EventDetail; onClose: () => void }

/** A place where tickets are scanned. */
export function GateDialog({ event, onClose }: Props) {
  const { t } = useText()
  const form = useCommandForm('gate.create')
  const [name, setName] = useState('')

  async function create(): Promise<void> {
    const missing = name.trim() ? [] : [{ field: 'name', message: t('gate-name-missing') }]
    if (await form.send({ event: event.id, name: name.trim() }, missing)) onClose()
  }

  return (
    <Dialog
      title={t('gate-add')}
      width="narrow"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isPending={form.isSending} onPress={() => void create()}>
            {t('gate-create')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={form.errors} />
        <TextField
          label={t('name')}
          hint={t('gate-name-hint')}
          name="name"
          value={name}
          onChange={setName}
          error={form.errorOf('name')}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
