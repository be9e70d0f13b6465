import { useCallback, useEffect, useRef, useState } from 'react'

import { showToast } from '../design/components/toasts'
import { useShortcuts } from '../design/keys/useShortcuts'
import { usePreferences } from '../design/preferences'
import { failureWords } from '../design/text/failure'
import { speech, useText } from '../design/text/useText'
import type { CurrentSession } from '../gen/types'
import type { CallFailure } from '../host/query'
import { scanner } from '../host/scanner/scanner'
import { ApprovalDialog } from './ApprovalDialog'
import { LockScreen } from './LockScreen'
import { lock, signIn } from './session'
import { useIdleLock } from './useIdleLock'

type Props = {
  session: CurrentSession
  /** At the till one letter does it. */
  isTill: boolean
  isSwitching: boolean
  onSwitching: (isSwitching: boolean) => void
}

function say(failure: CallFailure): void {
  const words = failureWords(speech(), failure)
  showToast({ tone: 'danger', title: words.message, text: words.fix })
}

/** Locks now, unless nobody could unlock again. */
export async function lockNow(session: CurrentSession): Promise<void> {
  const { t } = speech()
  if (!session.asks_for_credentials) {
    showToast({ tone: 'info', title: t('lock-needs-pin'), text: t('lock-needs-pin-fix') })
    return
  }
  const outcome = await lock()
  if ('error' in outcome) say(outcome.error)
}

/** One scan, and somebody else is at the controls. */
async function switchByBadge(badge: string, before: string | null): Promise<void> {
  const outcome = await signIn({ badge })
  if ('error' in outcome) return say(outcome.error)
  const { user } = outcome.ok
  const { t } = speech()
  if (user) showToast({ tone: 'success', title: t(user.id === before ? 'user-same' : 'user-now', { name: user.name }) })
}

/** Locking, unlocking and changing users, whichever face is on screen; and the supervisor's word over a clerk's. */
export function SessionGuard({ session, isTill, isSwitching, onSwitching }: Props) {
  const { t } = useText()
  const { lockAfter_minutes } = usePreferences()
  const last = useLastUser(session)
  const canLock = !session.is_locked && session.asks_for_credentials
  useIdleLock(
    lockAfter_minutes,
    canLock,
    useCallback(() => void lock(), []),
  )
  const keys = { switch: () => onSwitching(true), lock: () => void lockNow(session) }
  useShortcuts({
    ...{ 'switch-user': keys.switch, lock: keys.lock },
    ...(isTill ? { 'till-switch-user': keys.switch, 'till-lock': keys.lock } : {}),
  })

  const current = useRef(session)
  useEffect(() => {
    current.current = session
  })
  useEffect(() => scanner.onBadge((badge) => void switchByBadge(badge, current.current.user?.id ?? null)), [])

  return (
    <>
      {(session.is_locked || isSwitching) && (
        <LockScreen
          session={session}
          first={session.is_locked ? last.current : last.before}
          onClose={() => onSwitching(false)}
          onSignedIn={() => onSwitching(false)}
        />
      )}
      <ApprovalDialog />
      <p role="status" className="sr-only">
        {session.is_locked ? t('lock-title') : ''}
      </p>
    </>
  )
}

type Last = { current: string | null; before: string | null }

/** Who was at the controls last, and who before: the lock asks for the one, a change of users for the other. */
function useLastUser(session: CurrentSession): Last {
  const id = session.user?.id ?? null
  const [last, setLast] = useState<Last>({ current: id, before: null })
  if (id !== null && id !== last.current) setLast({ current: id, before: last.current })
  return last
}
