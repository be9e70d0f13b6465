import { useState } from 'react'

import { Button } from '../design/components/Button'
import { Checkbox } from '../design/components/Checkbox'
import { Dialog } from '../design/components/Dialog'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { MoneyField } from '../design/components/MoneyField'
import { SelectField } from '../design/components/SelectField'
import { TextField } from '../design/components/TextField'
import { showToast } from '../design/components/toasts'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import type { OrderDetail } from '../gen/types'
import { REFUND_REASONS, refundableMinor, type RefundReason } from './refund'

type Props = { order: OrderDetail; chosen: readonly string[]; onClose: () => void }

/** Gives money back for chosen tickets. It names the order and the amount, and one key sent twice refunds once. */
export function RefundDialog({ order, chosen, onClose }: Props) {
  const { t, money } = useText()
  const form = useCommandForm('order.refund')
  const [key] = useState(() => crypto.randomUUID())
  const valid = order.tickets.filter((ticket) => ticket.status === 'issued')
  const [codes, setCodes] = useState<readonly string[]>(chosen)
  const [reason, setReason] = useState<RefundReason>('cannot_come')
  const [words, setWords] = useState('')
  const full = refundableMinor(order, codes)
  const [amount, setAmount] = useState<number | null>(null)
  const back = { minor: amount ?? full, currency: order.total.currency }

  async function refund(): Promise<void> {
    const missing = [
      ...(codes.length > 0 ? [] : [{ field: null, message: t('refund-none-chosen') }]),
      ...(reason === 'other' && !words.trim() ? [{ field: 'reason', message: t('reason-missing') }] : []),
    ]
    const done = await form.send(
      {
        order: order.id,
        tickets: [...codes],
        amount_minor: amount !== null && amount !== full ? amount : undefined,
        reason: reason === 'other' ? words.trim() : t(`refund-reason-${reason.replaceAll('_', '-')}`),
        idempotency_key: key,
      },
      missing,
    )
    if (!done) return
    showToast({ tone: 'success', title: t('refund-done', { amount: money(done.refund.amount), code: order.code }) })
    onClose()
  }

  return (
    <Dialog
      title={t('refund-title', { code: order.code })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('refund-keep')}</Button>
          <Button tone="danger" isPending={form.isSending} onPress={() => void refund()}>
            {t('refund-confirm', { amount: money(back), code: order.code })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={form.errors} />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 font-medium">{t('refund-which')}</legend>
          {valid.map((ticket) => (
            <Checkbox
              key={ticket.id}
              isSelected={codes.includes(ticket.code)}
              onChange={(isOn) => {
                setAmount(null)
                setCodes(isOn ? [...codes, ticket.code] : codes.filter((code) => code !== ticket.code))
              }}
            >
              <span className="tabular">
                <code className="font-mono">{ticket.code}</code> · <bdi>{ticket.tier_name}</bdi> · {money(ticket.gross)}
              </span>
            </Checkbox>
          ))}
        </fieldset>
        <div className="grid gap-4 @xl:grid-cols-2">
          <SelectField
            label={t('reason')}
            value={reason}
            onChange={(id) => setReason(id as RefundReason)}
            choices={REFUND_REASONS.map((id) => ({ id, label: t(`refund-reason-${id.replaceAll('_', '-')}`) }))}
          />
          <MoneyField
            key={codes.join()}
            label={t('refund-amount')}
            currency={order.total.currency}
            value={back.minor}
            onChange={setAmount}
            error={form.errorOf('amount_minor')}
          />
          {reason === 'other' && (
            <TextField
              label={t('reason-words')}
              name="reason"
              value={words}
              onChange={setWords}
              error={form.errorOf('reason')}
              className="@xl:col-span-2"
              autoFocus
            />
          )}
        </div>
        <p className="text-ink-2">{t('refund-text', { method: t(`pay-${order.payments[0]?.method ?? 'cash'}`) })}</p>
      </div>
    </Dialog>
  )
}
