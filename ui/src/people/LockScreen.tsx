import { Lock, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { ErrorCard } from '../design/components/ErrorCard'
import { useText } from '../design/text/useText'
import type { CurrentSession } from '../gen/types'
import { useAnswer } from '../host/query'
import { scanner } from '../host/scanner/scanner'
import { signIn } from './session'
import { SignInPanel } from './SignInPanel'

type Props = {
  session: CurrentSession
  /** Who is asked for first. */
  first: string | null
  /** Leaves a change of users without one; the lock itself cannot be left. */
  onClose: () => void
  onSignedIn: () => void
}

/** The whole window asks who is there. What was on screen stays mounted behind it, basket and all. */
export function LockScreen({ session, first, onClose, onSignedIn }: Props) {
  const { t } = useText()
  const staff = useAnswer('session.staff', {})
  const { is_locked: isLocked } = session
  const [isForeign, setForeign] = useState(false)
  // Tickets scanned at a locked screen go nowhere, and say so.
  useEffect(() => scanner.onScan(() => setForeign(true)), [])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-locked', true)
    return () => {
      document.documentElement.toggleAttribute('data-locked', false)
    }
  }, [])

  return (
    <ModalOverlay
      isOpen
      isKeyboardDismissDisabled={isLocked}
      onOpenChange={(open) => !open && !isLocked && onClose()}
      className="fixed inset-0 z-[60] overflow-auto bg-[color-mix(in_oklab,var(--bg)_72%,transparent)]"
    >
      <Modal data-modal data-lock className="flex min-h-full items-center justify-center p-[min(2rem,3vw)]">
        <Dialog
          aria-label={t(isLocked ? 'lock-title' : 'switch-title')}
          className="@container w-full max-w-4xl rounded-card border border-border bg-bg p-5 shadow-overlay outline-none"
        >
          <header className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
            {isLocked ? <Lock size={20} aria-hidden /> : <Users size={20} aria-hidden />}
            <Heading slot="title" className="text-xl">
              {t(isLocked ? 'lock-title' : 'switch-title')}
            </Heading>
            <p className="flex-1 text-ink-2">{t(isForeign ? 'lock-not-a-badge' : 'lock-text')}</p>
            {!isLocked && <Button onPress={onClose}>{t('cancel')}</Button>}
          </header>
          {staff.error && <ErrorCard failure={staff.error} onRetry={() => void staff.refetch()} />}
          {staff.data && (
            <SignInPanel
              staff={staff.data}
              // Where only one person works, nobody has to be chosen.
              first={first ?? (staff.data.length === 1 ? (staff.data[0]?.id ?? null) : null)}

              submit={t('sign-in')}
              onProof={async (proof) => {
                const outcome = await signIn(proof)
                if ('error' in outcome) return outcome.error
                onSignedIn()
                return null
              }}
            />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
