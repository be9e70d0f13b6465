import { Check, ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

import { OPTION_CLASS, POPOVER_CLASS } from '../design/components/SelectField'

type Props = {
  label: string
  value: string | null
  choices: readonly { id: string; name: string }[]
  onChange: (id: string) => void
}

/** A choice of this post, with its name before it. */
export function PostSelect({ label, value, choices, onChange }: Props) {
  return (
    <Select value={value} onChange={(key) => key !== null && onChange(String(key))} className="flex items-center gap-2">
      <Label className="sr-only text-sm text-ink-2 @7xl:not-sr-only">{label}</Label>
      <Button className="focus-ring flex min-h-10 max-w-44 cursor-default items-center gap-2 rounded-control border border-border-strong px-3 text-md font-semibold hover:bg-surface-2">
        <SelectValue className="truncate" />
        <ChevronDown size={16} strokeWidth={1.75} className="shrink-0 text-ink-2" aria-hidden />
      </Button>
      <Popover className={POPOVER_CLASS}>
        <ListBox items={choices} className="outline-none">
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className={OPTION_CLASS}>
              {({ isSelected }) => (
                <>
                  <bdi className="flex-1 truncate">{choice.name}</bdi>
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
