import { IdCard, Printer } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'

import { Button } from '../design/components/Button'
import { ErrorCard } from '../design/components/ErrorCard'
import { showToast } from '../design/components/toasts'
import { useText } from '../design/text/useText'
import type { StaffMember } from '../gen/types'
import { useCommand } from '../host/query'
import { BadgeSheet } from './BadgeSheet'

type Props = { person: StaffMember }

/** A badge just made must be seen: it lies below the fold of a small window. */
function bringIntoSight(line: HTMLElement | null): void {
  line?.parentElement?.scrollIntoView({ block: 'end' })
}

/** A person's badge: its code exists on paper only, so it is shown when it is made and never again. */
export function BadgeSection({ person }: Props) {
  const { t } = useText()
  const make = useCommand('people.make_badge')
  const drop = useCommand('people.drop_badge')
  const [code, setCode] = useState<string | null>(null)
  const failure = make.error ?? drop.error

  async function makeBadge(): Promise<void> {
    const made = await make.mutateAsync({ user: person.id }).catch(() => null)
    if (made) setCode(made.code)
  }

  async function dropBadge(): Promise<void> {
    const dropped = await drop.mutateAsync({ user: person.id }).catch(() => null)
    if (dropped === null) return
    setCode(null)
    showToast({ tone: 'success', title: t('badge-dropped', { name: person.name }) })
  }

  return (
    <section aria-label={t('badge')} className="flex flex-col gap-3 border-t border-border pt-4">
      <h3 className="text-base font-medium">{t('badge')}</h3>
      {failure && <ErrorCard failure={failure} />}
      {code === null ? (
        <>
          <p className="text-ink-2">{t(person.has_badge ? 'badge-has-text' : 'badge-text')}</p>
          <div className="flex flex-wrap gap-2">
            <Button icon={<IdCard size={16} aria-hidden />} isPending={make.isPending} onPress={() => void makeBadge()}>
              {t(person.has_badge ? 'badge-renew' : 'badge-make')}
            </Button>
            {person.has_badge && (
              <Button tone="quiet" isPending={drop.isPending} onPress={() => void dropBadge()}>
                {t('badge-drop')}
              </Button>
            )}
          </div>
        </>
      ) : (
        <>
          <p ref={bringIntoSight} role="status" className="font-medium">
            {t('badge-once')}
          </p>
          <div className="flex flex-wrap items-end gap-4">
            <BadgeSheet name={person.name} code={code} />
            <Button tone="primary" icon={<Printer size={16} aria-hidden />} onPress={() => window.print()}>
              {t('badge-print')}
            </Button>
          </div>
          {createPortal(
            <div className="print-sheet">
              <BadgeSheet name={person.name} code={code} />
            </div>,
            document.body,
          )}
        </>
      )}
    </section>
  )
}
