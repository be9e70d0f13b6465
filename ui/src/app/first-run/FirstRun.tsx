import { CalendarRange, DoorOpen, FolderOpen, Sparkles, Ticket } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import { Button } from '../../design/components/Button'
import { ErrorSummary, type FormError } from '../../design/components/ErrorSummary'
import { RadioCards } from '../../design/components/RadioCards'
import { setPreferences, type Face } from '../../design/preferences'
import { failureWords } from '../../design/text/failure'
import { useText } from '../../design/text/useText'
import { host } from '../../host'
import { useCommand, type CallFailure } from '../../host/query'
import { OwnVenue } from './OwnVenue'

/** The first window of a new computer: what you came for, then a demo venue or your own. */
export function FirstRun() {
  const speech = useText()
  const { t } = speech
  const [job, setJob] = useState<Face>('plan')
  const [isOwn, setOwn] = useState(false)
  const [errors, setErrors] = useState<FormError[]>([])
  const demo = useCommand('workspace.open_demo')
  const open = useCommand('workspace.open')

  // Called through the promise, not the mutation's own callbacks: the open workspace takes this screen away before them.
  function arrive(): void {
    setPreferences({ lastFace: job, eventId: null, listId: null, gateId: null })
    location.hash = `/${job}`
  }

  function refuse(failure: CallFailure): void {
    const words = failureWords(speech, failure)
    setErrors([{ field: null, message: words.message, fix: words.fix }])
  }

  // A file that was asked for and could not be opened leads here: say why before asking for another.
  const refuseRef = useRef(refuse)
  useEffect(() => {
    void host.openingFailure().then((failure) => failure && refuseRef.current(failure))
  }, [])

  async function openFile(): Promise<void> {
    const path = await host.chooseWorkspace()
    if (path) open.mutateAsync({ path }).then(arrive, refuse)
  }

  return (
    <main className="@container h-full overflow-auto bg-bg">
      <div className="mx-auto flex min-h-full max-w-4xl flex-col justify-center gap-7 px-6 py-10">
        <header className="flex flex-col gap-2">
          <h1 className="text-3xl font-semibold tracking-tight">{t('welcome')}</h1>
          <p className="max-w-2xl text-md text-ink-2">{t('welcome-text')}</p>
        </header>
        <ErrorSummary errors={errors} />
        <RadioCards
          label={t('welcome-job')}
          value={job}
          onChange={(id) => setJob(id as Face)}
          columns={3}
          cards={[
            {
              id: 'plan',
              title: t('welcome-plan'),
              text: t('welcome-plan-text'),
              icon: <CalendarRange size={20} strokeWidth={1.75} />,
            },
            {
              id: 'till',
              title: t('welcome-sell'),
              text: t('welcome-sell-text'),
              icon: <Ticket size={20} strokeWidth={1.75} />,
            },
            {
              id: 'door',
              title: t('welcome-scan'),
              text: t('welcome-scan-text'),
              icon: <DoorOpen size={20} strokeWidth={1.75} />,
            },
          ]}
        />
        {isOwn ? (
          <OwnVenue onCreated={arrive} onCancel={() => setOwn(false)} />
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <Button
              tone="primary"
              icon={<Sparkles size={16} aria-hidden />}
              isPending={demo.isPending}
              onPress={() => demo.mutateAsync({}).then(arrive, refuse)}
            >
              {t('welcome-demo')}
            </Button>
            <Button onPress={() => setOwn(true)}>{t('welcome-own')}</Button>
            {host.abilities.choosesFiles && (
              <Button tone="quiet" icon={<FolderOpen size={16} aria-hidden />} onPress={() => void openFile()}>
                {t('welcome-open')}
              </Button>
            )}
            <p className="w-full text-sm text-ink-3">{t('welcome-demo-text')}</p>
          </div>
        )}
      </div>
    </main>
  )
}
