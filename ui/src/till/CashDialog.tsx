import { useState } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { MoneyField } from '../design/components/MoneyField'
import { TextField } from '../design/components/TextField'
import { showToast } from '../design/components/toasts'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import { kickDrawer } from './paper'

export type CashMove = 'pay-in' | 'pay-out' | 'no-sale'
type Props = { move: CashMove; till: string; currency: string; onClose: () => void }

const COMMANDS = { 'pay-in': 'till.pay_in', 'pay-out': 'till.pay_out', 'no-sale': 'till.no_sale' } as const

/** Cash put in or taken out between sales, or the drawer opened for neither; each with its reason on the report. */
export function CashDialog({ move, till, currency, onClose }: Props) {
  const { t, money } = useText()
  const form = useCommandForm(COMMANDS[move])
  const [key] = useState(() => crypto.randomUUID())
  const [amount, setAmount] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const hasAmount = move !== 'no-sale'

  async function send(): Promise<void> {
    const missing = [
      ...(hasAmount && !amount ? [{ field: 'amount_minor', message: t('amount-missing') }] : []),
      ...(reason.trim() ? [] : [{ field: 'reason', message: t('reason-missing') }]),
    ]
    const request = { till, reason: reason.trim(), idempotency_key: key }
    const done = await form.send(hasAmount ? { ...request, amount_minor: amount ?? 0 } : request, missing)
    if (!done) return
    const said = money({ minor: amount ?? 0, currency })
    showToast({ tone: 'success', title: t(`${move}-done`, { amount: said }) })
    void kickDrawer().catch(() => undefined)
    onClose()
  }

  return (
    <Dialog title={t(`${move}-title`)} width="narrow" isOpen onClose={onClose}>
      <Form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ErrorSummary errors={form.errors} />
        {hasAmount && (
          <MoneyField
            label={t('amount')}
            name="amount_minor"
            currency={currency}
            value={amount}
            onChange={setAmount}
            error={form.errorOf('amount_minor')}
            autoFocus
          />
        )}
        <TextField
          label={t('reason')}
          hint={t(`${move}-hint`)}
          name="reason"
          value={reason}
          onChange={setReason}
          error={form.errorOf('reason')}
          autoFocus={!hasAmount}
        />
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" type="submit" isPending={form.isSending}>
            {t(`${move}-do`)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
