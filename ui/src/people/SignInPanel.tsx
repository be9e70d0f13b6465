import { LogIn, ScanLine } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Form, Input, Label, TextField } from 'react-aria-components'

import { Button } from '../design/components/Button'
import { INPUT_CLASS } from '../design/components/Field'
import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import type { StaffMember } from '../gen/types'
import type { Proof } from '../host/approval'
import type { CallFailure } from '../host/query'
import { scanner } from '../host/scanner/scanner'
import { Keypad } from './Keypad'
import { neighbour, pinFrom, pressPad } from './pin'
import { ProofTrouble } from './ProofTrouble'
import { StaffTiles } from './StaffTiles'

type Props = {
  staff: readonly StaffMember[]
  /** Who is asked for first. */
  first: string | null
  submit: string
  /** Tries the proof; says why not. */
  onProof: (proof: Proof) => Promise<CallFailure | null>
}

const NOBODY_CHOSEN: CallFailure = { kind: 'refusal', code: 'nobody_chosen', message: '', fix: '' }

/** Somebody proves who they are: a badge under the scanner, or a name and a PIN. */
export function SignInPanel({ staff, first, submit, onProof }: Props) {
  const { t } = useText()
  const [user, setUser] = useState(first)
  const [pin, setPin] = useState('')
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isTrying, setTrying] = useState(false)
  const hint = useId()
  const field = useRef<HTMLInputElement>(null)
  const chosen = staff.find((member) => member.id === user) ?? null

  async function attempt(proof: Proof): Promise<void> {
    if (isTrying) return
    setTrying(true)
    const refused = await onProof(proof)
    setTrying(false)
    setFailure(refused)
    if (!refused) return
    setPin('')
    field.current?.focus()
  }

  const attemptRef = useRef(attempt)
  useEffect(() => {
    attemptRef.current = attempt
  })
  useEffect(() => scanner.onBadge((badge) => void attemptRef.current({ badge })), [])

  function choose(id: string): void {
    setUser(id)
    setFailure(null)
    setPin('')
    field.current?.focus()
  }

  function send(): void {
    if (!user) return setFailure(NOBODY_CHOSEN)
    if (pin === '') field.current?.focus()
    else void attempt({ user, pin })
  }

  return (
    <div className="grid gap-6 @xl:grid-cols-[minmax(0,1fr)_17rem]">
      <StaffTiles staff={staff} chosen={user} onChoose={choose} />
      <Form
        className="flex flex-col gap-3"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <ProofTrouble failure={failure} />
        <TextField
          value={pin}
          onChange={(text) => setPin(pinFrom(text))}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          className="flex flex-col gap-1"
        >
          <Label className="text-base font-medium">{chosen ? t('pin-of', { name: chosen.name }) : t('pin')}</Label>
          <Input
            ref={field}
            name="pin"
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
              event.preventDefault()
              const next = neighbour(staff, user, event.key === 'ArrowDown' ? 1 : -1)
              if (next) choose(next)
            }}
            aria-describedby={hint}
            className={cx(INPUT_CLASS, 'min-h-12 text-center text-xl tracking-[0.3em]')}
          />
        </TextField>
        <p id={hint} className="sr-only">
          {t('pin-arrows')}
        </p>
        {chosen && !chosen.has_pin && !failure && (
          <p className="text-sm text-ink-2">
            {t(chosen.has_badge ? 'pin-none-but-badge' : 'pin-none', { name: chosen.name })}
          </p>
        )}
        <Keypad
          onKey={(key) => setPin(pressPad(pin, key))}
          submit={
            <Button
              type="submit"
              tone="primary"
              className="min-h-14"
              isPending={isTrying}
              icon={<LogIn size={18} aria-hidden />}
            >
              <span className="sr-only">{submit}</span>
              <span aria-hidden>{t('pin-ok')}</span>
            </Button>
          }
        />
        <p className="flex items-center gap-2 text-sm text-ink-2">
          <ScanLine size={16} strokeWidth={1.75} className="shrink-0" aria-hidden /> {t('pin-or-badge')}
        </p>
      </Form>
    </div>
  )
}
