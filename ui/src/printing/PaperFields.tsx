import { NumberField } from '../design/components/NumberField'
import { SelectField } from '../design/components/SelectField'
import { useText } from '../design/text/useText'
import type { Paper } from '../gen/types'
import type { PrinterForm } from './form'
import { papersOf } from './kinds'

type Props = {
  draft: PrinterForm
  onChange: (part: Partial<PrinterForm>) => void
  errorOf: (field: string) => string | undefined
}

/** What a printer prints on. */
export function PaperFields({ draft, onChange, errorOf }: Props) {
  const { t } = useText()
  const papers = papersOf(draft.kind)
  if (draft.paper === 'label') {
    return (
      <div className="grid gap-4 @xl:grid-cols-2">
        <NumberField
          label={t('printer-label-width')}
          name="label_width_mm"
          value={draft.label_width_mm}
          onChange={(label_width_mm) => onChange({ label_width_mm })}
          minimum={1}
          error={errorOf('label_width_mm')}
        />
        <NumberField
          label={t('printer-label-height')}
          name="label_height_mm"
          value={draft.label_height_mm}
          onChange={(label_height_mm) => onChange({ label_height_mm })}
          minimum={1}
          error={errorOf('label_height_mm')}
        />
      </div>
    )
  }
  return (
    <SelectField
      label={t('printer-paper')}
      value={draft.paper}
      choices={papers.map((id) => ({ id, label: t(`printer-paper-${id}`) }))}
      onChange={(id) => onChange({ paper: id as Paper })}
      error={errorOf('paper')}
      className="max-w-60"
    />
  )
}
