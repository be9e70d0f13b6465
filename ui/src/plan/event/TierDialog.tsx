import { useState } from 'react'

import { Button } from '../../design/components/Button'
import { Checkbox } from '../../design/components/Checkbox'
import { Dialog } from '../../design/components/Dialog'
import { ErrorSummary, type FormError } from '../../design/components/ErrorSummary'
import { MoneyField } from '../../design/components/MoneyField'
import { NumberField } from '../../design/components/NumberField'
import { TextField } from '../../design/components/TextField'
import { WhenField } from '../../design/components/WhenField'
import { showToast } from '../../design/components/toasts'
import { localAt, localText } from '../../design/text/time'
import { useText } from '../../design/text/useText'
import { useCommandForm } from '../../design/useForm'
import type { EventDetail, TierDraft, TierRow } from '../../gen/types'

type Props = { event: EventDetail; tier: TierRow | null; onClose: () => void }

const localOf = (instant: string | null, zone: string): string | null =>
  instant === null ? null : localText(localAt(new Date(instant), zone))

/** Makes a tier, or changes one. */
export function TierDialog({ event, tier, onClose }: Props) {
  const { t } = useText()
  const created = useCommandForm('tier.create')
  const updated = useCommandForm('tier.update')
  const form = tier ? updated : created
  const [now] = useState(() => localAt(new Date(), event.time_zone))
  const [name, setName] = useState(tier?.name ?? '')
  const [badge, setBadge] = useState(tier?.badge_label ?? '')
  const [price, setPrice] = useState<number | null>(tier?.price.minor ?? null)
  const [quantity, setQuantity] = useState<number | null>(tier?.quantity ?? null)
  const [most, setMost] = useState<number | null>(tier?.order_quantity_max ?? null)
  const [tax, setTax] = useState(tier?.tax_rate ?? '')
  const [start, setStart] = useState(localOf(tier?.sales_start_at ?? null, event.time_zone))
  const [end, setEnd] = useState(localOf(tier?.sales_end_at ?? null, event.time_zone))
  const [isAdmission, setAdmission] = useState(tier?.is_admission ?? true)

  function missing(): FormError[] {
    return [
      ...(name.trim() ? [] : [{ field: 'name', message: t('tier-name-missing') }]),
      ...(price === null ? [{ field: 'price', message: t('tier-price-missing') }] : []),
    ]
  }

  async function save(): Promise<void> {
    const draft: TierDraft = {
      name: name.trim(),
      price_minor: price ?? 0,
      badge_label: badge.trim() || undefined,
      quantity: quantity ?? undefined,
      order_quantity_max: most ?? undefined,
      tax_rate: tax.trim().replace(',', '.') || undefined,
      sales_start_at: start ?? undefined,
      sales_end_at: end ?? undefined,
      is_admission: isAdmission,
    }
    // An empty field of a tier that is there takes its limit away.
    const emptied = { quantity, sales_start_at: start, sales_end_at: end, badge_label: badge.trim() }
    const saved = tier
      ? await updated.send({ event: event.id, tier: tier.id, version: tier.version, ...draft, ...emptied }, missing())
      : await created.send({ event: event.id, ...draft }, missing())
    if (!saved) return
    showToast({ tone: 'success', title: t(tier ? 'tier-changed' : 'tier-created', { name: saved.name }) })
    onClose()
  }

  return (
    <Dialog
      title={tier ? t('tier-edit', { name: tier.name }) : t('tier-add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isPending={form.isSending} onPress={() => void save()}>
            {t(tier ? 'tier-save' : 'tier-create')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={form.errors} />
        <div className="grid gap-4 @xl:grid-cols-[2fr_1fr]">
          <TextField
            label={t('name')}
            name="name"
            value={name}
            onChange={setName}
            error={form.errorOf('name')}
            autoFocus
          />
          <TextField
            label={t('tier-badge')}
            name="badge_label"
            isOptional
            value={badge}
            onChange={setBadge}
            error={form.errorOf('badge_label')}
          />
        </div>
        <div className="grid gap-4 @xl:grid-cols-2">
          <MoneyField
            label={t('price')}
            name="price"
            hint={t('price-hint')}
            currency={event.currency}
            value={price}
            onChange={setPrice}
            error={form.errorOf('price') ?? form.errorOf('price_minor')}
          />
          <TextField
            label={t('tax-rate')}
            hint={t('tax-rate-hint')}
            name="tax_rate"
            isOptional
            value={tax}
            onChange={setTax}
            error={form.errorOf('tax_rate')}
          />
          <NumberField
            label={t('places')}
            hint={t('places-hint')}
            name="quantity"
            isOptional
            value={quantity}
            onChange={setQuantity}
            error={form.errorOf('quantity')}
          />
          <NumberField
            label={t('order-most')}
            hint={t('order-most-hint')}
            name="order_quantity_max"
            isOptional
            value={most}
            onChange={setMost}
            minimum={1}
            error={form.errorOf('order_quantity_max')}
          />
          <WhenField
            label={t('sales-start')}
            name="sales_start_at"
            hint={t('sales-when-hint')}
            isOptional
            value={start}
            onChange={setStart}
            now={now}
            error={form.errorOf('sales_start_at')}
          />
          <WhenField
            label={t('sales-end')}
            name="sales_end_at"
            hint={t('sales-when-hint')}
            isOptional
            value={end}
            onChange={setEnd}
            now={now}
            error={form.errorOf('sales_end_at')}
          />
        </div>
        <Checkbox isSelected={isAdmission} onChange={setAdmission} hint={t('tier-admission-hint')}>
          {t('tier-admission')}
        </Checkbox>
      </div>
    </Dialog>
  )
}
