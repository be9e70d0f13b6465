import { Link } from '@tanstack/react-router'
import {
  CalendarRange,
  CircleHelp,
  DoorOpen,
  Info,
  Menu as MenuIcon,
  MonitorSmartphone,
  Search,
  Settings,
  SunMoon,
  Ticket,
} from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'

import markUrl from '../../../assets/icons/stagedoor.svg'
import { cx } from '../design/cx'
import { KeyCap } from '../design/components/KeyCap'
import { MenuButton } from '../design/components/MenuButton'
import type { Face } from '../design/preferences'
import { useText } from '../design/text/useText'
import type { AppInfo, CurrentSession } from '../gen/types'
import type { Overlay } from './Frame'
import { SavedPill } from './SavedPill'
import { PrintTray } from '../printing/PrintTray'
import { nextTheme } from './theme'
import { openDisplay } from '../display/openDisplay'
import { lockNow } from '../people/SessionGuard'
import { UserMenu } from '../people/UserMenu'

type Props = {
  face: Face
  info: AppInfo
  session: CurrentSession | null
  onOverlay: (overlay: Overlay) => void
  onSwitch: () => void
}

const LINKS = [
  { face: 'plan', Icon: CalendarRange },
  { face: 'till', Icon: Ticket },
  { face: 'door', Icon: DoorOpen },
  { face: 'settings', Icon: Settings },
] as const

/** The faces, the way to everything else, and whether work is safe. */
export function TopBar({ face, info, session, onOverlay, onSwitch }: Props) {
  const { t } = useText()
  const organization = info.workspace?.organization?.name ?? info.workspace?.name ?? ''
  return (
    <div className="@container shrink-0 border-b border-border bg-surface">
      <div className="flex h-12 items-center gap-1 overflow-x-auto px-3 no-scrollbar">
        <Mark />
        <span className="mr-2 hidden max-w-44 truncate text-sm font-medium text-ink-2 @5xl:inline" title={organization}>
          <bdi>{organization}</bdi>
        </span>
        <nav aria-label={t('faces')} className="flex gap-0.5">
          {LINKS.map(({ face: target, Icon }) => (
            <Link
              key={target}
              to={`/${target}`}
              aria-current={face === target ? 'page' : undefined}
              className={cx(
                'focus-ring flex min-h-9 items-center gap-2 rounded-control px-2.5 text-base font-medium',
                face === target ? 'bg-accent-soft text-ink' : 'text-ink-2 hover:bg-surface-2 hover:text-ink',
              )}
            >
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              {t(`face-${target}`)}
            </Link>
          ))}
        </nav>
        <span className="flex-1" />
        {session?.permissions.includes('sell') && <PrintTray />}
        <SavedPill info={info} />
        <AriaButton
          onPress={() => onOverlay('palette')}
          className="focus-ring ml-1 inline-flex min-h-9 shrink-0 cursor-default items-center gap-2 rounded-control border border-border bg-bg px-2.5 text-sm text-ink-2 hover:border-border-strong hover:text-ink"
        >
          <Search size={16} strokeWidth={1.75} aria-hidden />
          <span className="sr-only pr-2 whitespace-nowrap @4xl:not-sr-only">{t('palette-open')}</span>
          <KeyCap of="palette" className="hidden @3xl:inline-flex" />
        </AriaButton>
        {session && <UserMenu session={session} onSwitch={onSwitch} onLock={() => void lockNow(session)} />}
        <MenuButton
          label={t('menu')}
          actions={[
            {
              id: 'help',
              label: t('shortcut-help'),
              icon: <CircleHelp size={16} aria-hidden />,
              shortcut: 'help',
              run: () => onOverlay('help'),
            },
            {
              id: 'theme',
              label: t('shortcut-theme'),
              icon: <SunMoon size={16} aria-hidden />,
              shortcut: 'theme',
              run: nextTheme,
            },
            {
              id: 'display',
              label: t('shortcut-customer-display'),
              icon: <MonitorSmartphone size={16} aria-hidden />,
              shortcut: 'customer-display',
              run: () => void openDisplay(),
            },
            { id: 'about', label: t('about'), icon: <Info size={16} aria-hidden />, run: () => onOverlay('about') },
          ]}
        >
          <MenuIcon size={18} strokeWidth={1.75} aria-hidden />
        </MenuButton>
      </div>
    </div>
  )
}

function Mark() {
  return <img src={markUrl} width={26} height={26} alt="" className="mr-1.5 shrink-0" />
}
