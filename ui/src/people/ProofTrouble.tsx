import { OctagonX } from 'lucide-react'
import { useEffect, useState } from 'react'

import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import type { CallFailure } from '../host/query'
import { secondsUntil, troubleOf } from './pin'

type Props = { failure: CallFailure | null }

/** Why a PIN or a badge did not do, with the tries that are left or the seconds to wait. */
export function ProofTrouble({ failure }: Props) {
  const speech = useText()
  const { t } = speech
  if (!failure) return <p role="alert" className="hidden" />
  const trouble = troubleOf(failure)
  const text = () => {
    switch (trouble.why) {
      case 'wrong':
        return trouble.triesLeft === null
          ? `${t('pin-wrong')} ${failure.fix}`
          : t('pin-wrong-left', { count: trouble.triesLeft })
      case 'wait':
        return <Countdown key={JSON.stringify(failure.params)} seconds={trouble.seconds} />
      case 'no-pin':
        return t('pin-missing')
      case 'nobody':
        return t('pin-nobody')
      case 'no-badge':
        return t('badge-unknown')
      case 'other': {
        const words = failureWords(speech, failure)
        return `${words.message} ${words.fix}`
      }
    }
  }
  return (
    <p role="alert" className="flex items-start gap-2 rounded-control bg-danger-soft px-3 py-2 font-medium text-danger">
      <OctagonX size={18} strokeWidth={2} className="mt-px shrink-0" aria-hidden />
      <span>{text()}</span>
    </p>
  )
}

type CountdownProps = { seconds: number }

function Countdown({ seconds }: CountdownProps) {
  const { t } = useText()
  const [until_ms] = useState(() => Date.now() + seconds * 1000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(until_ms, Date.now())), 500)
    return () => clearInterval(timer)
  }, [until_ms])
  // A screen reader hears the wait once, not each second of it.
  return (
    <>
      <span className="sr-only">{t('pin-wait', { seconds })}</span>
      <span aria-hidden className="tabular">
        {left > 0 ? t('pin-wait', { seconds: left }) : t('pin-wait-over')}
      </span>
    </>
  )
}
