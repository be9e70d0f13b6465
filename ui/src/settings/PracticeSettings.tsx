import { useNavigate } from '@tanstack/react-router'
import { GraduationCap } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../design/components/Button'
import { ErrorCard } from '../design/components/ErrorCard'
import { setPreferences } from '../design/preferences'
import { useText } from '../design/text/useText'
import type { CallFailure } from '../host/query'
import { useSession } from '../people/session'
import { Panel } from './Panel'
import { practiceEvent } from './practice'

/** Practice for new staff: the real till and the real door, on an event whose sales count nowhere. */
export function PracticeSettings() {
  const { t } = useText()
  const navigate = useNavigate()
  const session = useSession()
  const [isStarting, setStarting] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  if (!session?.permissions.includes('publish_events')) return null
  const { name } = session.organization

  async function start(): Promise<void> {
    setStarting(true)
    setFailure(null)
    try {
      const tiers = [t('practice-tier-first'), t('practice-tier-second')] as const
      const words = { title: t('practice-title'), venue: name, tiers, list: t('practice-list') }
      const event = await practiceEvent(words, Date.now())
      setPreferences({ eventId: event.id, listId: null, gateId: null })
      await navigate({ to: '/till' })
    } catch (caught) {
      setFailure(caught as CallFailure)
    } finally {
      setStarting(false)
    }
  }

  return (
    <Panel title={t('settings-practice')}>
      <p className="max-w-prose text-ink-2">{t('practice-text')}</p>
      {failure && <ErrorCard failure={failure} />}
      <Button
        className="self-start"
        icon={<GraduationCap size={16} aria-hidden />}
        isPending={isStarting}
        onPress={() => void start()}
      >
        {t('practice-start')}
      </Button>
    </Panel>
  )
}
