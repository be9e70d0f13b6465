import { Input, NumberField as AriaNumberField } from 'react-aria-components'

import { cx } from '../cx'
import { FieldParts, INPUT_CLASS } from './Field'

type Props = {
  label: string
  hint?: string
  /** Null while empty. */
  value: number | null
  onChange: (value: number | null) => void
  minimum?: number
  error?: string | undefined
  isOptional?: boolean
  name?: string
  className?: string
}

/** A whole number. */
export function NumberField({ label, hint, value, onChange, minimum = 0, error, isOptional, name, className }: Props) {
  return (
    <AriaNumberField
      name={name}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={minimum}
      formatOptions={{ maximumFractionDigits: 0 }}
      isInvalid={Boolean(error)}
      className={cx('flex flex-col gap-1', className)}
    >
      <FieldParts label={label} hint={hint} isOptional={isOptional} error={error}>
        <Input className={cx(INPUT_CLASS, 'tabular max-w-32 text-right')} />
      </FieldParts>
    </AriaNumberField>
  )
}
