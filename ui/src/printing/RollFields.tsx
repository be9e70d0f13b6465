import { Checkbox } from '../design/components/Checkbox'
import { SelectField } from '../design/components/SelectField'
import { useText } from '../design/text/useText'
import type { Acknowledgement, CodePage, QrMethod } from '../gen/types'
import type { PrinterForm } from './form'
import { isRoll } from './kinds'

type Props = {
  draft: PrinterForm
  onChange: (part: Partial<PrinterForm>) => void
  errorOf: (field: string) => string | undefined
}

const PINS = [0, 2, 5] as const
const CODE_PAGES: readonly CodePage[] = ['cp437', 'cp858', 'wpc1252', 'drawn']
const QR_METHODS: readonly QrMethod[] = ['printer', 'picture']
const ACKNOWLEDGEMENTS: readonly Acknowledgement[] = ['answered', 'written']

/** What only printers know that are spoken to directly: drawer, cutter, letters, and when a sheet counts. */
export function RollFields({ draft, onChange, errorOf }: Props) {
  const { t } = useText()
  return (
    <div className="grid gap-4 @xl:grid-cols-2">
      {isRoll(draft.kind) && (
        <>
          <SelectField
            label={t('printer-drawer')}
            value={String(draft.drawer_pin)}
            choices={PINS.map((pin) => ({ id: String(pin), label: t(`printer-drawer-${pin}`) }))}
            onChange={(id) => onChange({ drawer_pin: Number(id) })}
            error={errorOf('drawer_pin')}
          />
          <SelectField
            label={t('printer-letters')}
            value={draft.code_page}
            choices={CODE_PAGES.map((id) => ({ id, label: t(`printer-letters-${id}`) }))}
            onChange={(id) => onChange({ code_page: id as CodePage })}
          />
          <SelectField
            label={t('printer-qr')}
            value={draft.qr}
            choices={QR_METHODS.map((id) => ({ id, label: t(`printer-qr-${id}`) }))}
            onChange={(id) => onChange({ qr: id as QrMethod })}
          />
        </>
      )}
      <SelectField
        label={t('printer-counts')}
        value={draft.acknowledgement ?? (draft.kind.endsWith('_device') ? 'written' : 'answered')}
        choices={ACKNOWLEDGEMENTS.map((id) => ({ id, label: t(`printer-counts-${id}`) }))}
        onChange={(id) => onChange({ acknowledgement: id as Acknowledgement })}
      />
      {isRoll(draft.kind) && (
        <Checkbox isSelected={draft.has_cutter} onChange={(has_cutter) => onChange({ has_cutter })}>
          {t('printer-cutter')}
        </Checkbox>
      )}
    </div>
  )
}
