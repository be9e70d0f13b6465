import { isMac } from '../keys/useShortcuts'
import { shortcutOf, type ShortcutId } from '../keys/shortcuts'
import { cx } from '../cx'

type Props = { of?: ShortcutId; keys?: string; className?: string }

const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const OTHER: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

function shown(name: string): string {
  return (isMac ? MAC[name] : OTHER[name]) ?? name
}

/** A key as it stands on the keyboard. */
export function KeyCap({ of, keys, className }: Props) {
  const chord = keys ?? (of ? shortcutOf(of).keys[0] : '') ?? ''
  return (
    <kbd aria-hidden className={cx('inline-flex items-center gap-0.5 font-sans', className)}>
      {chord.split(' ').map((part) => (
        <span key={part} className="inline-flex gap-0.5">
          {part.split('+').map((name) => (
            <span
              key={name}
              className="inline-flex min-w-5 items-center justify-center rounded-[4px] border border-current/35 px-1 py-px text-xs leading-4 font-medium whitespace-nowrap"
            >
              {shown(name)}
            </span>
          ))}
        </span>
      ))}
    </kbd>
  )
}
