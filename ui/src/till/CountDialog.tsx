import { useState } from 'react'

import { Button } from '../design/components/Button'
import { Dialog } from '../design/components/Dialog'
import { ErrorSummary } from '../design/components/ErrorSummary'
import { INPUT_CLASS } from '../design/components/Field'
import { MoneyField } from '../design/components/MoneyField'
import { TextField } from '../design/components/TextField'
import { cx } from '../design/cx'
import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import type { DrawerReport, DrawerState } from '../gen/types'
import { run, type CallFailure } from '../host/query'
import { countedMinor, countsOf, unreadable, type Counted } from './count'

type Props = {
  state: DrawerState
  /** Puts the count off. */
  onPutOff: () => void
  onClosed: (report: DrawerReport) => void
  onClose: () => void
}

/** Counts the drawer blind: notes, then coins; what should be in it is said only when the count is done. */
export function CountDialog({ state, onPutOff, onClosed, onClose }: Props) {
  const speech = useText()
  const { t, money } = speech
  const { denominations, session, till } = state
  const { currency } = till
  const [counted, setCounted] = useState<Counted>({})
  const [nextFloat, setNextFloat] = useState<number | null>(session?.float.minor ?? 0)
  const [overShort, setOverShort] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const sum = countedMinor(denominations, counted)
  const wrong = unreadable(denominations, counted)

  function change(minor: number, text: string): void {
    setCounted({ ...counted, [minor]: text })
    setOverShort(null)
    setFailure(null)
  }

  async function close(): Promise<void> {
    if (isBusy || wrong.length > 0) return
    if (overShort !== null && !reason.trim()) return setMissing(true)
    setBusy(true)
    setFailure(null)
    try {
      const done = await run('till.close', {
        ...{ till: till.code, counts: countsOf(denominations, counted) },
        ...(overShort !== null ? { reason: reason.trim() } : {}),
        ...(nextFloat === null ? {} : { next_float_minor: nextFloat }),
        idempotency_key: crypto.randomUUID(),
      })
      onClosed(done.report)
    } catch (thrown) {
      const known = thrown as CallFailure
      const difference = Number(known.params?.['over_short_minor'])
      if (known.code === 'over_short_reason_missing' && !Number.isNaN(difference)) setOverShort(difference)
      else setFailure(known)
    } finally {
      setBusy(false)
    }
  }

  const words = failure && failureWords(speech, failure)
  const fields = (isNote: boolean) =>
    denominations
      .filter(({ is_note }) => is_note === isNote)
      .map(({ minor }) => (
        <Pieces
          key={minor}
          label={money({ minor, currency })}
          worth={money({ minor: minor * (Number.parseInt(counted[minor] ?? '', 10) || 0), currency })}
          value={counted[minor] ?? ''}
          isWrong={wrong.includes(minor)}
          isFirst={minor === denominations[0]?.minor}
          onChange={(text) => change(minor, text)}
        />
      ))
  return (
    <Dialog title={t('count-title', { till: till.name })} isOpen onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void close()
        }}
      >
        <ErrorSummary errors={words ? [{ field: null, message: words.message, fix: words.fix }] : []} />
        <p className="text-ink-2">{t('count-text')}</p>
        <div className="grid gap-x-8 gap-y-4 @lg:grid-cols-2">
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 font-medium">{t('count-notes')}</legend>
            {fields(true)}
          </fieldset>
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 font-medium">{t('count-coins')}</legend>
            {fields(false)}
          </fieldset>
        </div>
        <div className="sticky -bottom-4 -mx-5 -mb-4 rounded-b-card flex flex-col gap-3 border-t border-border bg-surface px-5 py-3">
          <p aria-live="polite" className="tabular flex items-baseline justify-between">
            <span className="text-md">{t('count-sum')}</span>
            <strong className="text-3xl font-extrabold tracking-tight">{money({ minor: sum, currency })}</strong>
          </p>
          {overShort !== null && (
            <div className="flex flex-col gap-3 rounded-card border border-warning bg-warning-soft p-4">
              <p role="alert" className="text-lg font-semibold text-warning">
                {t(overShort < 0 ? 'count-short' : 'count-over', {
                  amount: money({ minor: Math.abs(overShort), currency }),
                })}
              </p>
              <TextField
                label={t('count-reason')}
                hint={t('count-reason-hint')}
                name="reason"
                value={reason}
                onChange={setReason}
                error={isMissing && !reason.trim() ? t('reason-missing') : undefined}
                autoFocus
              />
            </div>
          )}
          <div className="flex flex-wrap items-end justify-end gap-2">
            <div className="mr-auto">
              <MoneyField label={t('count-next-float')} currency={currency} value={nextFloat} onChange={setNextFloat} />
            </div>
            <Button onPress={onPutOff}>{t('count-put-off')}</Button>
            <Button tone="primary" type="submit" isPending={isBusy}>
              {t(overShort === null ? 'count-done' : 'count-close')}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  )
}

type PiecesProps = {
  label: string
  worth: string
  value: string
  isWrong: boolean
  isFirst: boolean
  onChange: (text: string) => void
}

function Pieces({ label, worth, value, isWrong, isFirst, onChange }: PiecesProps) {
  return (
    <label className="tabular grid grid-cols-[5.5rem_5rem_1fr] items-center gap-3">
      <span className="text-right">{label} ×</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        autoFocus={isFirst}
        value={value}
        aria-invalid={isWrong}
        onChange={(event) => onChange(event.target.value)}
        className={cx(INPUT_CLASS, 'tabular text-right', isWrong && 'border-danger')}
      />
      <span className="text-right text-ink-2">{worth}</span>
    </label>
  )
}
