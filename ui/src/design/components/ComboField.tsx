import { ChevronDown } from 'lucide-react'
import {
  Button,
  ComboBox,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components'

import { cx } from '../cx'
import { FieldParts } from './Field'
import { OPTION_CLASS, POPOVER_CLASS, type Choice } from './SelectField'

type Props = {
  label: string
  hint?: string
  choices: readonly Choice[]
  value: string | null
  onChange: (id: string) => void
  error?: string | undefined
  isOptional?: boolean
  name?: string
  className?: string
}

/** One of many: type to narrow the list. */
export function ComboField({ label, hint, choices, value, onChange, error, isOptional, name, className }: Props) {
  return (
    <ComboBox
      name={name}
      defaultItems={choices}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={Boolean(error)}
      menuTrigger="focus"
      className={cx('flex flex-col gap-1', className)}
    >
      <FieldParts label={label} hint={hint} isOptional={isOptional} error={error}>
        <Group className="flex min-h-9 w-full items-stretch overflow-hidden rounded-control border border-border-strong bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus invalid:border-danger">
          <Input className="w-full bg-transparent px-2.5 text-base text-ink outline-none" />
          <Button className="flex w-9 items-center justify-center text-ink-2 outline-none">
            <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
          </Button>
        </Group>
      </FieldParts>
      <Popover className={POPOVER_CLASS}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 34 }}>
          <ListBox className="max-h-72 overflow-auto outline-none">
            {(choice: Choice) => (
              <ListBoxItem id={choice.id} textValue={choice.label} className={OPTION_CLASS}>
                <span className="flex-1 truncate">{choice.label}</span>
                {choice.hint && <span className="text-sm text-ink-3">{choice.hint}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  )
}
