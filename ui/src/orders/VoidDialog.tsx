import { useState } from 'react'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { TextField } from '../design/components/TextField'
import { showToast } from '../design/components/toasts'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import type { TicketRow } from '../gen/types'

type Props = { ticket: TicketRow; onClose: () => void }

/** Makes a ticket worthless without giving money back. */
export function VoidDialog({ ticket, onClose }: Props) {
  const { t } = useText()
  const form = useCommandForm('ticket.void')
  const [key] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState('')

  async function voidTicket(): Promise<void> {
    const missing = reason.trim() ? [] : [{ field: 'reason', message: t('reason-missing') }]
    const done = await form.send({ ticket: ticket.id, reason: reason.trim(), idempotency_key: key }, missing)
    if (!done) return
    showToast({ tone: 'success', title: t('void-done', { code: ticket.code }) })
    onClose()
  }

  return (
    <Dialog
      title={t('void-title', { code: ticket.code })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('void-keep')}</Button>
          <Button tone="danger" isPending={form.isSending} onPress={() => void voidTicket()}>
            {t('void-confirm', { code: ticket.code })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={form.errors} />
        <p>{t('void-text', { tier: ticket.tier_name })}</p>
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
