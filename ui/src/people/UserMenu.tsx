import { Lock, Users } from 'lucide-react'

import { MenuButton } from '../design/components/MenuButton'
import { useText } from '../design/text/useText'
import type { CurrentSession } from '../gen/types'
import { Avatar } from './Avatar'

type Props = { session: CurrentSession; onSwitch: () => void; onLock: () => void }

/** Who is at the controls, and the way to somebody else. */
export function UserMenu({ session, onSwitch, onLock }: Props) {
  const { t } = useText()
  if (!session.user || !session.role) return null
  const { name } = session.user
  return (
    <MenuButton
      label={t('user-menu', { name, role: t(`role-${session.role}`) })}
      actions={[
        {
          id: 'switch',
          label: t('shortcut-switch-user'),
          icon: <Users size={16} aria-hidden />,
          shortcut: 'switch-user',
          run: onSwitch,
        },
        { id: 'lock', label: t('shortcut-lock'), icon: <Lock size={16} aria-hidden />, shortcut: 'lock', run: onLock },
      ]}
    >
      <Avatar name={name} />
      <span className="sr-only max-w-32 truncate text-sm @4xl:not-sr-only">
        <bdi>{name}</bdi>
      </span>
    </MenuButton>
  )
}
