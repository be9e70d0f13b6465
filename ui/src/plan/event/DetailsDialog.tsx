import { useState } from 'react'

import { Button } from '../../design/components/Button'
import { ComboField } from '../../design/components/ComboField'
import { Dialog } from '../../design/components/Dialog'
import { ErrorSummary } from '../../design/components/ErrorSummary'
import { NumberField } from '../../design/components/NumberField'
import { TextField } from '../../design/components/TextField'
import { WhenField } from '../../design/components/WhenField'
import { showToast } from '../../design/components/toasts'
import { localAt } from '../../design/text/time'
import { useText } from '../../design/text/useText'
import { useCommandForm } from '../../design/useForm'
import type { EventDetail } from '../../gen/types'
import { useAnswer } from '../../host/query'
import { changesOf, detailsOf } from './details'

type Props = { event: EventDetail; onClose: () => void }

/** Everything about the event that is not a tier. */
export function DetailsDialog({ event, onClose }: Props) {
  const { t } = useText()
  const form = useCommandForm('event.update')
  const lists = useAnswer('reference.lists', {})
  const [now] = useState(() => localAt(new Date(), event.time_zone))
  const [before] = useState(() => detailsOf(event))
  const [details, setDetails] = useState(before)
  const set = (change: Partial<typeof details>): void => setDetails({ ...details, ...change })
  const categories = (lists.data?.categories ?? []).filter((category) => category.parent_code !== null)

  async function save(): Promise<void> {
    const missing = [
      ...(details.title.trim() ? [] : [{ field: 'title', message: t('event-title-missing') }]),
      ...(details.starts_at ? [] : [{ field: 'starts_at', message: t('event-starts-missing') }]),
    ]
    const saved = await form.send({ event: event.id, ...changesOf(before, details) }, missing)
    if (!saved) return
    showToast({ tone: 'success', title: t('event-changed', { title: saved.title }) })
    onClose()
  }

  return (
    <Dialog
      title={t('event-details')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isPending={form.isSending} onPress={() => void save()}>
            {t('event-save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={form.errors} />
        <TextField
          label={t('event-title')}
          name="title"
          value={details.title}
          onChange={(title) => set({ title })}
          error={form.errorOf('title')}
          autoFocus
        />
        <div className="grid gap-4 @xl:grid-cols-2">
          <WhenField
            label={t('event-starts')}
            name="starts_at"
            hint=""
            value={details.starts_at}
            onChange={(starts_at) => set({ starts_at })}
            now={now}
            error={form.errorOf('starts_at')}
          />
          <WhenField
            label={t('event-doors')}
            name="doors_at"
            hint=""
            isOptional
            value={details.doors_at}
            onChange={(doors_at) => set({ doors_at })}
            now={now}
            error={form.errorOf('doors_at')}
          />
          <WhenField
            label={t('event-ends')}
            name="ends_at"
            hint=""
            value={details.ends_at}
            onChange={(ends_at) => set({ ends_at })}
            now={now}
            error={form.errorOf('ends_at')}
          />
          <NumberField
            label={t('capacity')}
            name="capacity"
            isOptional
            value={details.capacity}
            onChange={(capacity) => set({ capacity })}
            minimum={1}
            error={form.errorOf('capacity')}
          />
          <TextField
            label={t('venue')}
            name="venue"
            value={details.venue}
            onChange={(venue) => set({ venue })}
            error={form.errorOf('venue') ?? form.errorOf('venue.name')}
          />
          <TextField label={t('city')} name="city" isOptional value={details.city} onChange={(city) => set({ city })} />
        </div>
        <ComboField
          label={t('category')}
          isOptional
          value={details.category_code || null}
          onChange={(category_code) => set({ category_code })}
          choices={categories.map((category) => ({ id: category.code, label: category.name }))}
          error={form.errorOf('category_code')}
        />
        <TextField
          label={t('description')}
          name="description"
          isOptional
          rows={3}
          value={details.description}
          onChange={(description) => set({ description })}
          error={form.errorOf('description')}
        />
        <TextField
          label={t('terms')}
          hint={t('terms-hint')}
          name="terms"
          isOptional
          rows={2}
          value={details.terms}
          onChange={(terms) => set({ terms })}
          error={form.errorOf('terms')}
        />
      </div>
    </Dialog>
  )
}
