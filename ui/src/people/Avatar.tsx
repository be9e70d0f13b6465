import { cx } from '../design/cx'
import { initials } from './pin'

type Props = { name: string; isLarge?: boolean }

/** A person in two letters. Decoration, drawn as such: the name always stands beside it. */
export function Avatar({ name, isLarge }: Props) {
  return (
    <span
      aria-hidden
      data-letters={initials(name)}
      className={cx(
        'before:content-[attr(data-letters)] flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-ink',
        isLarge ? 'size-11 text-md' : 'size-6 text-xs',
      )}
    />
  )
}
