import { useState } from 'react'
import { Form } from 'react-aria-components'

import { Button } from '../../design/components/Button'
import { ComboField } from '../../design/components/ComboField'
import { ErrorSummary } from '../../design/components/ErrorSummary'
import { Skeleton } from '../../design/components/Skeleton'
import { TextField } from '../../design/components/TextField'
import { deviceZone } from '../../design/text/time'
import { useText } from '../../design/text/useText'
import { useCommandForm } from '../../design/useForm'
import type { ReferenceLists } from '../../gen/types'
import { useAnswer } from '../../host/query'
import { currencyOf, regionOf } from './region'

type Props = { onCreated: () => void; onCancel: () => void }

/** Starts an organization of one's own: a name, a person, and where it is. */
export function OwnVenue(props: Props) {
  const lists = useAnswer('reference.lists', {})
  return lists.data ? <OwnVenueForm {...props} lists={lists.data} /> : <Skeleton rows={4} />
}

function OwnVenueForm({ lists, onCreated, onCancel }: Props & { lists: ReferenceLists }) {
  const { t, locale } = useText()
  const form = useCommandForm('workspace.create')
  const region = regionOf(locale, deviceZone())
  const [name, setName] = useState('')
  const [owner, setOwner] = useState('')
  const [email, setEmail] = useState('')
  const [country, setCountry] = useState(region)
  const [currency, setCurrency] = useState(currencyOf(region))
  const [zone, setZone] = useState(deviceZone())
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })

  async function create(): Promise<void> {
    const missing = [
      ...(name.trim() ? [] : [{ field: 'organization_name', message: t('own-name-missing') }]),
      ...(owner.trim() ? [] : [{ field: 'owner_name', message: t('own-owner-missing') }]),
    ]
    const made = await form.send(
      {
        organization_name: name.trim(),
        owner_name: owner.trim(),
        owner_email: email.trim() || undefined,
        ...{ country_code: country, currency, time_zone: zone },
      },
      missing,
    )
    if (made) onCreated()
  }

  return (
    <Form
      className="card flex flex-col gap-4 p-5"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <ErrorSummary errors={form.errors} />
      <div className="grid gap-4 @xl:grid-cols-2">
        <TextField
          label={t('own-name')}
          hint={t('own-name-hint')}
          name="organization_name"
          value={name}
          onChange={setName}
          error={form.errorOf('organization_name')}
          autoFocus
          className="@xl:col-span-2"
        />
        <TextField
          label={t('own-owner')}
          name="owner_name"
          value={owner}
          onChange={setOwner}
          error={form.errorOf('owner_name')}
          autoComplete="name"
        />
        <TextField
          label={t('own-email')}
          name="owner_email"
          isOptional
          type="email"
          value={email}
          onChange={setEmail}
          error={form.errorOf('owner_email')}
          autoComplete="email"
        />
        <ComboField
          label={t('own-country')}
          name="country_code"
          value={country}
          onChange={(code) => {
            setCountry(code)
            setCurrency(currencyOf(code) || currency)
          }}
          choices={lists.countries.map(({ code, name: english }) => ({
            id: code,
            label: names.of(code) ?? english,
            hint: code,
          }))}
          error={form.errorOf('country_code')}
        />
        <ComboField
          label={t('own-currency')}
          name="currency"
          value={currency}
          onChange={setCurrency}
          choices={lists.currencies.map(({ code, name: english }) => ({ id: code, label: `${code} – ${english}` }))}
          error={form.errorOf('currency')}
        />
        <ComboField
          label={t('own-zone')}
          name="time_zone"
          value={zone}
          onChange={setZone}
          choices={lists.time_zones.map((id) => ({ id, label: id.replaceAll('_', ' ') }))}
          error={form.errorOf('time_zone')}
          className="@xl:col-span-2"
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" isPending={form.isSending}>
          {t('own-create')}
        </Button>
        <Button tone="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  )
}
