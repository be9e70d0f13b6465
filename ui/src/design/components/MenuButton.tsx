import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

import type { ShortcutId } from '../keys/shortcuts'
import { cx } from '../cx'
import { KeyCap } from './KeyCap'
import { OPTION_CLASS, POPOVER_CLASS } from './SelectField'

export type MenuAction = {
  id: string
  label: string
  icon?: ReactNode
  shortcut?: ShortcutId
  isDangerous?: boolean
  isDisabled?: boolean
  run: () => void
}
type Props = { label: string; children: ReactNode; actions: readonly MenuAction[]; className?: string }

/** More things to do, behind a button. */
export function MenuButton({ label, children, actions, className }: Props) {
  return (
    <MenuTrigger>
      <Button
        aria-label={label}
        className={cx(
          'focus-ring inline-flex min-h-9 min-w-9 shrink-0 cursor-default items-center justify-center gap-2 rounded-control px-2 text-ink-2 hover:bg-surface-2 hover:text-ink',
          className,
        )}
      >
        {children}
      </Button>
      <Popover placement="bottom end" className={POPOVER_CLASS}>
        <Menu onAction={(key) => actions.find((action) => action.id === key)?.run()} className="outline-none">
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              isDisabled={action.isDisabled}
              className={cx(OPTION_CLASS, action.isDangerous && 'text-danger')}
            >
              {action.icon}
              <span className="flex-1">{action.label}</span>
              {action.shortcut && <KeyCap of={action.shortcut} className="text-ink-3" />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
