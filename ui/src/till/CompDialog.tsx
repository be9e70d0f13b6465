import { useState } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { TextField } from '../design/components/TextField'
import { useText } from '../design/text/useText'

type Props = { onGive: (reason: string) => void; onClose: () => void }

/** Tickets free of charge, with a reason that stands in the books. */
export function CompDialog({ onGive, onClose }: Props) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  function give(): void {
    if (reason.trim()) onGive(reason.trim())
    else setMissing(true)
  }
  return (
    <Dialog
      title={t('comp-title')}
      width="narrow"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" onPress={give}>
            {t('comp-give')}
          </Button>
        </>
      }
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          give()
        }}
      >
        <TextField
          label={t('reason')}
          hint={t('comp-hint')}
          value={reason}
          onChange={setReason}
          error={isMissing && !reason.trim() ? t('reason-missing') : undefined}
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
