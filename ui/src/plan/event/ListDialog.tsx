import { useState } from 'react'

import { Button } from '../../design/components/Button'
import { Checkbox } from '../../design/components/Checkbox'
import { Dialog } from '../../design/components/Dialog'
import { ErrorSummary } from '../../design/components/ErrorSummary'
import { RadioCards } from '../../design/components/RadioCards'
import { TextField } from '../../design/components/TextField'
import { useText } from '../../design/text/useText'
import { useCommandForm } from '../../design/useForm'
import type { EventDetail, TierRow } from '../../gen/types'

type Props = { event: EventDetail; tiers: readonly TierRow[]; onClose: () => void }
type Entries = 'once' | 'reentry' | 'many'

/** A list that a door checks against. */
export function ListDialog({ event, tiers, onClose }: Props) {
  const { t } = useText()
  const form = useCommandForm('checkin_list.create')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(tiers.map((tier) => tier.id))
  const [entries, setEntries] = useState<Entries>('once')

  async function create(): Promise<void> {
    const missing = [
      ...(name.trim() ? [] : [{ field: 'name', message: t('list-name-missing') }]),
      ...(chosen.length > 0 || tiers.length === 0 ? [] : [{ field: null, message: t('list-tiers-missing') }]),
    ]
    const made = await form.send(
      {
        event: event.id,
        name: name.trim(),
        tiers: chosen.length === tiers.length ? undefined : [...chosen],
        allows_multiple_entries: entries === 'many',
        allows_reentry_after_exit: entries !== 'once',
      },
      missing,
    )
    if (made) onClose()
  }

  return (
    <Dialog
      title={t('list-add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isPending={form.isSending} onPress={() => void create()}>
            {t('list-create')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ErrorSummary errors={form.errors} />
        <TextField
          label={t('name')}
          hint={t('list-name-hint')}
          name="name"
          value={name}
          onChange={setName}
          error={form.errorOf('name')}
          autoFocus
        />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 font-medium">{t('list-tiers')}</legend>
          {tiers.map((tier) => (
            <Checkbox
              key={tier.id}
              isSelected={chosen.includes(tier.id)}
              onChange={(isOn) => setChosen(isOn ? [...chosen, tier.id] : chosen.filter((id) => id !== tier.id))}
            >
              <bdi>{tier.name}</bdi>
            </Checkbox>
          ))}
        </fieldset>
        <RadioCards
          label={t('list-entries')}
          value={entries}
          onChange={(id) => setEntries(id as Entries)}
          columns={3}
          cards={[
            { id: 'once', title: t('list-one-entry'), text: t('list-one-entry-text') },
            { id: 'reentry', title: t('list-reentry'), text: t('list-reentry-text') },
            { id: 'many', title: t('list-many-entries'), text: t('list-many-entries-text') },
          ]}
        />
      </div>
    </Dialog>
  )
}
