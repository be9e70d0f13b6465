import { useState } from 'react'
import { Group, Input, TextField } from 'react-aria-components'

import { cx } from '../cx'
import { decimalSeparatorOf, formatAmount, readMoney } from '../text/money'
import { useText } from '../text/useText'
import { FieldParts } from './Field'

type Props = {
  label: string
  hint?: string
  currency: string
  /** Minor units; null while the field is empty or unreadable. */
  value: number | null
  onChange: (minor: number | null) => void
  error?: string | undefined
  isOptional?: boolean
  name?: string
  autoFocus?: boolean
  className?: string
}

/** An amount in either decimal habit; it edits minor units and echoes the normal form when left. */
export function MoneyField({
  label,
  hint,
  currency,
  value,
  onChange,
  error,
  isOptional,
  name,
  autoFocus,
  className,
}: Props) {
  const { t, locale } = useText()
  const separator = decimalSeparatorOf(locale)
  const shown = (minor: number): string => formatAmount(locale, { minor, currency })
  const [text, setText] = useState(value === null ? '' : shown(value))
  const [isTyping, setTyping] = useState(false)
  const reading = readMoney(text, currency, separator)
  const fault = 'fault' in reading && reading.fault !== 'empty' ? reading.fault : null
  const ownError = fault && !isTyping ? t(`money-${fault}`) : undefined

  function change(next: string): void {
    setText(next)
    setTyping(true)
    const read = readMoney(next, currency, separator)
    onChange('minor' in read ? read.minor : null)
  }

  function leave(): void {
    setTyping(false)
    if ('minor' in reading) setText(shown(reading.minor))
  }

  return (
    <TextField
      name={name}
      value={text}
      onChange={change}
      onBlur={leave}
      autoFocus={autoFocus}
      inputMode="decimal"
      autoComplete="off"
      isInvalid={Boolean(ownError ?? error)}
      className={cx('flex flex-col gap-1', className)}
    >
      <FieldParts label={label} hint={hint} isOptional={isOptional} error={ownError ?? error}>
        <Group className="flex w-full max-w-48 items-stretch overflow-hidden rounded-control border border-border-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus invalid:border-danger">
          <span className="flex items-center border-r border-border bg-surface-2 px-2 text-sm text-ink-2">
            {currency}
          </span>
          <Input className="tabular min-h-9 w-full bg-transparent px-2.5 text-right text-base text-ink outline-none" />
        </Group>
      </FieldParts>
    </TextField>
  )
}
