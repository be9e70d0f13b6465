import { Copy, OctagonX, RotateCw } from 'lucide-react'

import type { CallFailure } from '../../host/host'
import { failureWords } from '../text/failure'
import { useText } from '../text/useText'
import { Button } from './Button'
import { showToast } from './toasts'

type Props = { failure: CallFailure; onRetry?: () => void }

/** What happened, whether work is safe, what to do, and the code to quote. */
export function ErrorCard({ failure, onRetry }: Props) {
  const speech = useText()
  const { t } = speech
  const words = failureWords(speech, failure)

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(JSON.stringify(failure, null, 2))
    showToast({ tone: 'success', title: t('copied') })
  }

  return (
    <div role="alert" className="card m-4 flex max-w-2xl gap-3 border-l-4 border-l-danger p-4">
      <OctagonX size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-danger" aria-hidden />
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="font-semibold">{words.message}</p>
        <p className="text-ink-2">{words.fix}</p>
        <p className="text-sm text-ink-3">
          {t('error-code')} <code className="font-mono select-text">{failure.code}</code>
        </p>
        <div className="mt-1 flex flex-wrap gap-2">
          {onRetry && (
            <Button icon={<RotateCw size={16} aria-hidden />} onPress={onRetry}>
              {t('try-again')}
            </Button>
          )}
          <Button tone="quiet" icon={<Copy size={16} aria-hidden />} onPress={() => void copy()}>
            {t('copy-details')}
          </Button>
        </div>
      </div>
    </div>
  )
}
