import { IdCard, KeyRound } from 'lucide-react'

import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { StaffMember } from '../gen/types'
import { Avatar } from './Avatar'

type Props = { staff: readonly StaffMember[]; chosen: string | null; onChoose: (id: string) => void }

/** Everybody who works here, large enough for a thumb. */
export function StaffTiles({ staff, chosen, onChoose }: Props) {
  const { t } = useText()
  return (
    <ul
      aria-label={t('staff')}
      className="grid auto-rows-max grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-2"
    >
      {staff.map((member) => (
        <li key={member.id} className="flex">
          <button
            type="button"
            aria-pressed={member.id === chosen}
            onClick={() => onChoose(member.id)}
            className={cx(
              'focus-ring flex min-h-16 w-full cursor-default items-center gap-3 rounded-card border p-3 text-left',
              member.id === chosen
                ? 'border-accent bg-accent-soft shadow-[inset_0_0_0_1px_var(--accent)]'
                : 'border-border bg-surface hover:border-border-strong',
            )}
          >
            <Avatar name={member.name} isLarge />
            <span className="min-w-0 flex-1">
              <span className="block font-medium break-words">
                <bdi>{member.name}</bdi>
              </span>
              <span className="block text-sm text-ink-2">{t(`role-${member.role}`)}</span>
            </span>
            <span className="flex flex-col gap-1 text-ink-3">
              {member.has_badge && <IdCard size={16} strokeWidth={1.75} aria-label={t('has-badge')} />}
              {member.has_pin && <KeyRound size={16} strokeWidth={1.75} aria-label={t('has-pin')} />}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
