import { SelectField } from '../design/components/SelectField'
import { TextField } from '../design/components/TextField'
import { useText } from '../design/text/useText'
import type { PrinterKind } from '../gen/types'
import { useAnswer } from '../host/query'
import { kindId } from './kinds'

type Props = { kind: PrinterKind; value: string; onChange: (address: string) => void; error: string | undefined }

/** Where a printer is: chosen among what this computer knows, or typed. */
export function AddressField({ kind, value, onChange, error }: Props) {
  const { t } = useText()
  const isSystem = kind === 'system'
  const isDevice = kind === 'escpos_device' || kind === 'zpl_device'
  const found = useAnswer('printer.discover', {}, { isEnabled: isSystem || isDevice })
  const queues = isSystem ? (found.data?.queues ?? []) : []
  const devices = isDevice ? (found.data?.devices ?? []) : []
  const choices = [
    ...queues.map(({ name, description, reason }) => ({ id: name, label: description || name, hint: reason })),
    ...devices.map((device) => ({ id: device, label: device, hint: '' })),
  ]
  return (
    <div className="flex flex-col gap-3">
      {choices.length > 0 && (
        <SelectField
          label={t('printer-found')}
          value={choices.some((choice) => choice.id === value) ? value : null}
          choices={choices}
          onChange={onChange}
          className="max-w-md"
        />
      )}
      {isSystem && found.data && choices.length === 0 && (
        <p className="text-sm text-ink-2">{t('printer-found-none')}</p>
      )}
      <TextField
        label={t(`${kindId(kind)}-address`)}
        hint={t(`${kindId(kind)}-address-hint`)}
        name="address"
        value={value}
        onChange={onChange}
        error={error}
        inputClassName="font-mono text-sm"
        className="max-w-md"
      />
    </div>
  )
}
