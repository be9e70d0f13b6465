import { Button } from '../design/components/Button'
import { ErrorCard } from '../design/components/ErrorCard'
import { useText } from '../design/text/useText'

type Props = { error: Error | null }

/** A screen that failed to draw. What was sold and scanned is in the file, untouched by it. */
export function Crash({ error }: Props) {
  const { t } = useText()
  return (
    <main className="flex flex-col items-start">
      <ErrorCard
        failure={{
          kind: 'fault',
          code: error ? 'screen_failed' : 'no_such_page',
          message: error ? t('screen-failed') : t('no-such-page'),
          fix: error ? t('screen-failed-fix', { detail: error.message }) : t('no-such-page-fix'),
        }}
      />
      <Button className="mx-4" onPress={() => location.assign('#/')}>
        {t('go-home')}
      </Button>
    </main>
  )
}
