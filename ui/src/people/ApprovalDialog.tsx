import { ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'

import { Dialog } from '../design/components/Dialog'
import { useText } from '../design/text/useText'
import { onApprovalWish, type ApprovalWish } from '../host/approval'
import { useAnswer } from '../host/query'
import { useSession } from './session'
import { SignInPanel } from './SignInPanel'

/** Asks a supervisor over the clerk's session: the clerk stays signed in, the basket stays, one command is allowed. */
export function ApprovalDialog() {
  const { t } = useText()
  const session = useSession()
  const [wish, setWish] = useState<ApprovalWish | null>(null)
  const staff = useAnswer('session.staff', {}, { isEnabled: wish !== null })
  useEffect(
    () =>
      onApprovalWish((next) =>
        setWish((before) => {
          before?.giveUp()
          return next
        }),
      ),
    [],
  )
  if (!wish) return null
  const clerk = session?.user ?? null
  const others = staff.data?.filter((member) => member.id !== clerk?.id)
  const [onlyOne, ...more] = others?.filter((member) => member.has_pin) ?? []
  return (
    <Dialog
      title={t('approval-title')}
      isOpen
      width="normal"
      onClose={() => {
        wish.giveUp()
        setWish(null)
      }}
    >
      <p className="mb-4 flex items-start gap-2">
        <ShieldCheck size={18} className="mt-px shrink-0 text-accent" aria-hidden />
        <span>
          {t('approval-text', { name: clerk?.name ?? '', what: t(`may-${wish.permission.replaceAll('_', '-')}`) })}
        </span>
      </p>
      {others && (
        <SignInPanel
          staff={others}
          first={onlyOne && more.length === 0 ? onlyOne.id : null}
          submit={t('approve')}
          onProof={async (proof) => {
            const failure = await wish.attempt(proof)
            if (!failure) setWish(null)
            return failure
          }}
        />
      )}
    </Dialog>
  )
}
