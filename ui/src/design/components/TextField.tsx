import type { ReactNode } from 'react'
import { Input, TextArea, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components'

import { cx } from '../cx'
import { FieldParts, INPUT_CLASS } from './Field'

type Props = Omit<TextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
  label: string
  hint?: ReactNode
  isOptional?: boolean
  error?: string | undefined
  placeholder?: string
  /** More than one line of text. */
  rows?: number
  className?: string
  inputClassName?: string
}

/** A line of text, or several. */
export function TextField({
  label,
  hint,
  isOptional,
  error,
  placeholder,
  rows,
  className,
  inputClassName,
  ...rest
}: Props) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={cx('flex flex-col gap-1', className)}>
      <FieldParts label={label} hint={hint} isOptional={isOptional} error={error}>
        {rows ? (
          <TextArea rows={rows} placeholder={placeholder} className={cx(INPUT_CLASS, inputClassName)} />
        ) : (
          <Input placeholder={placeholder} className={cx(INPUT_CLASS, inputClassName)} />
        )}
      </FieldParts>
    </AriaTextField>
  )
}
