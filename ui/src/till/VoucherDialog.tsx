import { useState } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { TextField } from '../design/components/TextField'
import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import type { CallFailure } from '../host/query'

type Props = {
  /** Null when the code was taken. */
  onCode: (code: string) => Promise<CallFailure | null>
  onGive: (reason: string) => void
  onClose: () => void
}

/** A code that lowers the price or pays; or tickets free of charge, with a reason that stands in the books. */
export function VoucherDialog({ onCode, onGive, onClose }: Props) {
  const speech = useText()
  const { t } = speech
  const [code, setCode] = useState('')
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [missing, setMissing] = useState<'code' | 'reason' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const words = failure && failureWords(speech, failure)

  async function apply(): Promise<void> {
    if (!code.trim()) return setMissing('code')
    setBusy(true)
    const refused = await onCode(code)
    setBusy(false)
    if (refused) setFailure(refused)
    else onClose()
  }

  return (
    <Dialog title={t('voucher-or-free')} width="narrow" isOpen onClose={onClose}>
      <div className="flex flex-col gap-5">
        <Form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void apply()
          }}
        >
          <TextField
            label={t('voucher-code')}
            hint={t('voucher-code-hint')}
            value={code}
            onChange={(next) => {
              setCode(next)
              setFailure(null)
            }}
            error={
              words
                ? `${words.message.replace(/\.?$/, '.')} ${words.fix}`
                : missing === 'code' && !code
                  ? t('voucher-missing')
                  : undefined
            }
            inputClassName="font-mono uppercase"
            autoFocus
          />
          <Button tone="primary" type="submit" isPending={isBusy}>
            {t('voucher-apply')}
          </Button>
        </Form>
        <Form
          className="flex flex-col gap-3 border-t border-border pt-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim()) onGive(reason.trim())
            else setMissing('reason')
          }}
        >
          <TextField
            label={t('comp-title')}
            hint={t('comp-hint')}
            value={reason}
            onChange={setReason}
            error={missing === 'reason' && !reason.trim() ? t('reason-missing') : undefined}
          />
          <Button type="submit">{t('comp-give')}</Button>
        </Form>
      </div>
    </Dialog>
  )
}
