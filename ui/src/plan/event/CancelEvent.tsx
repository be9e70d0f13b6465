import { useState } from 'react'

import { Button } from '../../design/components/Button'
import { Dialog } from '../../design/components/Dialog'
import { ErrorSummary } from '../../design/components/ErrorSummary'
import { TextField } from '../../design/components/TextField'
import { useText } from '../../design/text/useText'
import { useCommandForm } from '../../design/useForm'
import type { EventDetail } from '../../gen/types'

type Props = { event: EventDetail; isOpen: boolean; onClose: () => void }

/** Cancelling is final: it names the event, says what follows, and keeps the reason. */
export function CancelEvent({ event, isOpen, onClose }: Props) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const form = useCommandForm('event.cancel')

  async function cancel(): Promise<void> {
    const missing = reason.trim() ? [] : [{ field: 'reason', message: t('reason-missing') }]
    if (await form.send({ event: event.id, reason: reason.trim() }, missing)) onClose()
  }

  return (
    <Dialog
      title={t('event-cancel-title', { title: event.title })}
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('event-cancel-keep')}</Button>
          <Button tone="danger" isPending={form.isSending} onPress={() => void cancel()}>
            {t('event-cancel-confirm', { title: event.title })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={form.errors} />
        <p>{t('event-cancel-text', { sold: event.sold })}</p>
        <TextField
          label={t('reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          error={form.errorOf('reason')}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
