import { Inbox } from 'lucide-react'

import { MoneyField } from '../design/components/MoneyField'
import { SelectField } from '../design/components/SelectField'
import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import { PayKey } from './PayKey'
import type { Drawer } from './useDrawer'

type Props = {
  drawer: Drawer
  currency: string
  /** What will be put in. */
  float_minor: number
  onFloat: (minor: number | null) => void
  onOpen: () => void
}

/** Where money is taken otherwise: without an open drawer there is no sale. */
export function OpenDrawer({ drawer, currency, float_minor, onFloat, onOpen }: Props) {
  const speech = useText()
  const { t, money } = speech
  const words = drawer.failure && failureWords(speech, drawer.failure)
  return (
    <form
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        onOpen()
      }}
    >
      <h2 className="flex items-center gap-2 text-lg">
        <Inbox size={20} strokeWidth={1.75} aria-hidden /> {t('drawer-closed')}
      </h2>
      {drawer.tills.length > 1 && (
        <SelectField
          label={t('till')}
          value={drawer.state?.till.id ?? drawer.tills[0]?.id ?? ''}
          onChange={(id) => drawer.choose(String(id))}
          choices={drawer.tills.map((till) => ({ id: till.id, label: till.name }))}
        />
      )}
      <MoneyField
        key={`${drawer.till ?? ''}:${drawer.state?.suggested_float.minor ?? 0}`}
        label={t('drawer-float')}
        hint={t(drawer.tills.length === 0 ? 'drawer-first-hint' : 'drawer-float-hint')}
        currency={currency}
        value={float_minor}
        onChange={onFloat}
      />
      {words && (
        <p role="alert" className="rounded-control bg-danger-soft px-3 py-1.5 text-danger">
          <strong>{words.message}</strong> {words.fix}
        </p>
      )}
      <PayKey cap="Enter" isMain isDisabled={drawer.isBusy} onPress={onOpen}>
        <span className="flex flex-col leading-tight">
          <span>{t('drawer-open')}</span>
          <span className="tabular text-sm font-normal">{money({ minor: float_minor, currency })}</span>
        </span>
      </PayKey>
    </form>
  )
}
