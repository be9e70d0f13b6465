import { useState, type KeyboardEvent } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { KeyCap } from '../design/components/KeyCap'
import { NumberField } from '../design/components/NumberField'
import { RadioCards } from '../design/components/RadioCards'
import { TextField } from '../design/components/TextField'
import { WhenField } from '../design/components/WhenField'
import { showToast } from '../design/components/toasts'
import { localAt, localFromText } from '../design/text/time'
import { useText } from '../design/text/useText'
import { useCommandForm } from '../design/useForm'
import type { EventTemplate, Organization } from '../gen/types'
import { EventPreviewPane } from './EventPreviewPane'
import { previewEvent, tiersFor } from './preview'

type Props = {
  templates: readonly EventTemplate[]
  organization: Organization
  onCreated: (eventId: string) => void
  onCancel: () => void
}

/** The form on the left, what it will make on the right. */
export function NewEventForm({ templates, organization, onCreated, onCancel }: Props) {
  const { t, has } = useText()
  const form = useCommandForm('event.create')
  const [key, setKey] = useState(templates[0]?.key ?? null)
  const [title, setTitle] = useState('')
  const [starts, setStarts] = useState<string | null>(null)
  const [venue, setVenue] = useState('')
  const [city, setCity] = useState('')
  const [capacity, setCapacity] = useState<number | null>(templates[0]?.capacity ?? null)
  const template = templates.find((candidate) => candidate.key === key)
  const local = starts === null ? null : localFromText(starts)
  const [now] = useState(() => localAt(new Date(), organization.time_zone))

  /** The template's own words where the catalogue has none: a file may be added without a translation. */
  const named = (id: string, own: string): string => (has(id) ? t(id) : own)

  /** A template brings its usual number of places along, unless a number was typed before. */
  function choose(next: string): void {
    const chosen = templates.find((candidate) => candidate.key === next)
    if (capacity === null || capacity === template?.capacity) setCapacity(chosen?.capacity ?? null)
    setKey(next)
  }

  async function create(): Promise<void> {
    const missing = [
      ...(title.trim() ? [] : [{ field: 'title', message: t('event-title-missing') }]),
      ...(starts ? [] : [{ field: 'starts_at', message: t('event-starts-missing') }]),
    ]
    const made = await form.send(
      {
        title: title.trim(),
        starts_at: starts ?? '',
        template: template?.key,
        venue: venue.trim()
          ? { name: venue.trim(), city: city.trim() || undefined, capacity: capacity ?? undefined }
          : undefined,
        capacity: capacity ?? undefined,
        tiers:
          template && local && capacity && capacity !== template.capacity
            ? tiersFor(template, local, capacity)
            : undefined,
      },
      missing,
    )
    if (!made) return
    showToast({ tone: 'success', title: t('event-created', { title: made.title }) })
    onCreated(made.id)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void create()
  }

  return (
    <main className="h-full overflow-auto" onKeyDown={onKeyDown}>
      <div className="mx-auto grid max-w-6xl gap-8 px-4 py-6 @4xl:grid-cols-[minmax(0,1fr)_22rem] @4xl:px-6">
        <Form
          className="flex flex-col gap-5"
          validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault()
            void create()
          }}
        >
          <h1 className="text-xl">{t('new-event')}</h1>
          <ErrorSummary errors={form.errors} />
          <TextField
            label={t('event-title')}
            name="title"
            value={title}
            onChange={setTitle}
            error={form.errorOf('title')}
            autoFocus
          />
          <WhenField
            label={t('event-starts')}
            name="starts_at"
            value={starts}
            onChange={setStarts}
            now={now}
            error={form.errorOf('starts_at')}
          />
          <RadioCards
            label={t('event-template')}
            value={key}
            onChange={choose}
            columns={2}
            cards={templates.map((candidate) => ({
              id: candidate.key,
              title: named(`template-${candidate.key}`, candidate.name),
              text: named(`template-${candidate.key}-text`, candidate.summary),
            }))}
          />
          <div className="grid gap-4 @xl:grid-cols-[2fr_1fr_auto]">
            <TextField
              label={t('venue')}
              name="venue"
              isOptional
              value={venue}
              onChange={setVenue}
              error={form.errorOf('venue')}
            />
            <TextField label={t('city')} name="city" isOptional value={city} onChange={setCity} />
            <NumberField
              label={t('capacity')}
              name="capacity"
              isOptional
              value={capacity}
              onChange={setCapacity}
              minimum={1}
              error={form.errorOf('capacity')}
            />
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" tone="primary" isPending={form.isSending}>
              {t('event-create')}
            </Button>
            <Button tone="quiet" onPress={onCancel}>
              {t('cancel')}
            </Button>
            <KeyCap keys="Mod+Enter" className="text-ink-3" />
          </div>
        </Form>
        <EventPreviewPane
          preview={template && local ? previewEvent(template, local, capacity) : null}
          currency={organization.currency}
          timeZone={organization.time_zone}
        />
      </div>
    </main>
  )
}
