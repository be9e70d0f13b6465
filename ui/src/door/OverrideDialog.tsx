import { useState } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { TextField } from '../design/components/TextField'
import { useText } from '../design/text/useText'

type Props = { onOverride: (reason: string) => void; onClose: () => void }

/** Letting a guest in against the verdict: a person's decision, kept with its reason. */
export function OverrideDialog({ onOverride, onClose }: Props) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  function override(): void {
    if (reason.trim()) onOverride(reason.trim())
    else setMissing(true)
  }
  return (
    <Dialog
      title={t('override-title')}
      role="alertdialog"
      width="narrow"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('override-keep')}</Button>
          <Button tone="danger" onPress={override}>
            {t('override-confirm')}
          </Button>
        </>
      }
    >
      <Form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          override()
        }}
      >
        <p>{t('override-text')}</p>
        <TextField
          label={t('reason')}
          value={reason}
          onChange={setReason}
          error={isMissing && !reason.trim() ? t('reason-missing') : undefined}
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
