import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

import { ErrorCard } from '../design/components/ErrorCard'
import { Toasts } from '../design/components/Toasts'
import { cx } from '../design/cx'
import { setPreferences, type Face } from '../design/preferences'
import { learnExponents } from '../design/text/money'
import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'
import { SessionGuard } from '../people/SessionGuard'
import { About } from './About'
import { FirstRun } from './first-run/FirstRun'
import { Palette } from './palette/Palette'
import { ShortcutOverlay } from './ShortcutOverlay'
import { showFace } from './theme'
import { TopBar } from './TopBar'
import { useTraining } from './useTraining'
import { useGlobalShortcuts } from './useGlobalShortcuts'

const FACES: readonly Face[] = ['plan', 'till', 'door', 'settings']

function faceOf(pathname: string): Face {
  return FACES.find((face) => pathname.startsWith(`/${face}`)) ?? 'plan'
}

export type Overlay = 'palette' | 'help' | 'about' | null

/** The window: the bar on top, the face below, and what lies above both. */
export function Frame() {
  const { t } = useText()
  const info = useAnswer('app.info', {})
  const lists = useAnswer('reference.lists', {})
  const [overlay, setOverlay] = useState<Overlay>(null)
  const face = faceOf(useLocation({ select: (location) => location.pathname }))
  const session = useAnswer('session.current', {}, { isEnabled: Boolean(info.data?.workspace?.organization) })
  const [isSwitching, setSwitching] = useState(false)
  const isTraining = useTraining(face)
  useGlobalShortcuts(setOverlay)
  useEffect(() => showFace(face), [face])
  useEffect(() => {
    if (info.data?.workspace) setPreferences({ lastFace: face })
  }, [face, info.data?.workspace])
  useEffect(() => {
    if (lists.data) learnExponents(lists.data.currencies)
  }, [lists.data])

  if (info.error) return <ErrorCard failure={info.error} onRetry={() => void info.refetch()} />
  if (!info.data) return <div role="status" aria-label={t('loading')} className="h-full bg-bg" />
  const { workspace } = info.data
  if (!workspace) return <FirstRun />
  return (
    <div className="flex h-full flex-col bg-bg">
      <a
        href="#face"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('face')?.focus()
        }}
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-control focus:bg-surface focus:px-3 focus:py-2"
      >
        {t('skip-to-content')}
      </a>
      <header>
        {workspace.is_demo && (
          <p className="hatched border-b border-warning bg-warning-soft px-4 py-0.5 text-center text-sm font-medium text-warning">
            {t('demo-strip')}
          </p>
        )}
        {workspace.is_read_only && (
          <p className="border-b border-warning bg-warning-soft px-4 py-1 text-center text-sm text-warning">
            {t('read-only-strip')}
          </p>
        )}
        <TopBar
          face={face}
          info={info.data}
          session={session.data ?? null}
          onOverlay={setOverlay}
          onSwitch={() => setSwitching(true)}
        />
      </header>
      {isTraining && (
        <p className="bg-wait px-4 py-1 text-center text-md font-semibold text-on-wait">{t('training-strip')}</p>
      )}
      <div
        id="face"
        tabIndex={-1}
        className={cx('@container min-h-0 flex-1 outline-none', isTraining && 'training-frame')}
      >
        <Outlet />
      </div>
      <Palette isOpen={overlay === 'palette'} onClose={() => setOverlay(null)} />
      <ShortcutOverlay face={face} isOpen={overlay === 'help'} onClose={() => setOverlay(null)} />
      <About info={info.data} isOpen={overlay === 'about'} onClose={() => setOverlay(null)} />
      {session.data && (
        <SessionGuard
          session={session.data}
          isTill={face === 'till'}
          isSwitching={isSwitching}
          onSwitching={setSwitching}
        />
      )}
      <Toasts />
    </div>
  )
}
