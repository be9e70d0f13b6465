import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

import { cx } from '../cx'
import { FieldParts } from './Field'

export type Choice = { id: string; label: string; hint?: string }
type Props = {
  label: string
  hint?: string
  choices: readonly Choice[]
  value: string | null
  onChange: (id: string) => void
  error?: string | undefined
  isOptional?: boolean
  className?: string
}

export const POPOVER_CLASS =
  'animate-rise max-h-80 min-w-(--trigger-width) overflow-auto rounded-card border border-border bg-surface p-1 shadow-overlay'
export const OPTION_CLASS =
  'flex cursor-default items-center gap-2 rounded-control px-2 py-1.5 text-base text-ink outline-none hover:bg-surface-2 focus:bg-surface-2 disabled:opacity-50'

/** One of a few. */
export function SelectField({ label, hint, choices, value, onChange, error, isOptional, className }: Props) {
  return (
    <Select
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={Boolean(error)}
      className={cx('flex flex-col gap-1', className)}
    >
      <FieldParts label={label} hint={hint} isOptional={isOptional} error={error}>
        <Button className="focus-ring flex min-h-9 w-full cursor-default items-center justify-between gap-2 rounded-control border border-border-strong bg-surface px-2.5 py-1.5 text-left text-base text-ink">
          <SelectValue className="truncate placeholder-shown:text-ink-3" />
          <ChevronDown size={16} strokeWidth={1.75} className="shrink-0 text-ink-2" aria-hidden />
        </Button>
      </FieldParts>
      <Popover className={POPOVER_CLASS}>
        <ListBox items={choices} className="outline-none">
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={OPTION_CLASS}>
              {({ isSelected }) => (
                <>
                  <span className="flex-1 truncate">
                    {choice.label}
                    {choice.hint && <span className="text-ink-3"> {choice.hint}</span>}
                  </span>
                  {isSelected && <Check size={16} strokeWidth={2} className="text-accent" aria-hidden />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
