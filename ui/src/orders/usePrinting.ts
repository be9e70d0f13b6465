import { useState } from 'react'

import { showToast } from '../design/components/toasts'
import { failureWords } from '../design/text/failure'
import { useText } from '../design/text/useText'
import type { CallFailure } from '../host/query'

/** Runs a printing job; what went wrong is said and can be tried again. */
export function usePrinting(): { print: (job: () => Promise<unknown>) => void; isPrinting: boolean } {
  const speech = useText()
  const [jobs, setJobs] = useState(0)
  function print(job: () => Promise<unknown>): void {
    setJobs((count) => count + 1)
    job()
      .catch((failure: CallFailure) => {
        const words = failureWords(speech, failure)
        const again = { label: speech.t('try-again'), run: () => print(job) }
        showToast({ tone: 'danger', title: words.message, text: words.fix, action: again })
      })
      .finally(() => setJobs((count) => count - 1))
  }
  return { print, isPrinting: jobs > 0 }
}
