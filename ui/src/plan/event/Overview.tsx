import { CircleCheck, CircleDashed, HeartPulse, TriangleAlert } from 'lucide-react'

import { useState } from 'react'

import { Button } from '../../design/components/Button'
import { Skeleton } from '../../design/components/Skeleton'
import { cx } from '../../design/cx'
import { failureWords } from '../../design/text/failure'
import { useText, type Speech } from '../../design/text/useText'
import type { EventDetail, EventHealth, EventReadiness, TierRow } from '../../gen/types'
import { useAnswer } from '../../host/query'
import { DetailsDialog } from './DetailsDialog'
import { placeToMend, type Mending } from './mending'

type Props = { event: EventDetail; onGo: (tab: string) => void }

/** Where the event stands: what keeps it from going on sale, what is sold, and whether anything is wrong. */
export function Overview({ event, onGo }: Props) {
  const readiness = useAnswer('event.readiness', { event: event.id })
  const health = useAnswer('event.health', { event: event.id })
  const tiers = useAnswer('tier.list', { event: event.id })
  return (
    <div className="mx-auto grid max-w-6xl gap-4 p-4 @4xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] @4xl:p-6">
      <div className="flex flex-col gap-4">
        <Figures event={event} />
        {tiers.data && tiers.data.length > 0 && <TierBars tiers={tiers.data} />}
      </div>
      <div className="flex flex-col gap-4">
        {readiness.data ? (
          <ReadinessCard event={event} readiness={readiness.data} onGo={onGo} />
        ) : (
          <Skeleton rows={4} />
        )}
        {health.data && <HealthCard health={health.data} />}
      </div>
    </div>
  )
}

type FiguresProps = { event: EventDetail }

function Figures({ event }: FiguresProps) {
  const { t, number, money, percent } = useText()
  const figures: [string, string, string][] = [
    [
      t('sold'),
      number(event.sold),
      event.capacity === null
        ? t('no-capacity')
        : t('of-capacity', { capacity: number(event.capacity), percent: percent(event.sold, event.capacity) }),
    ],
    [t('revenue'), money(event.revenue), t('revenue-hint')],
  ]
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] gap-4">
      {figures.map(([name, value, hint]) => (
        <div key={name} className="card flex flex-col gap-0.5 p-4">
          <dt className="text-sm text-ink-2">{name}</dt>
          <dd className="tabular text-2xl font-semibold tracking-tight">{value}</dd>
          <dd className="text-sm text-ink-3">{hint}</dd>
        </div>
      ))}
    </dl>
  )
}

type TierBarsProps = { tiers: readonly TierRow[] }

function TierBars({ tiers }: TierBarsProps) {
  const { t, number } = useText()
  return (
    <section aria-label={t('tier-sales')} className="card flex flex-col gap-3 p-4">
      <h2 className="text-base">{t('tier-sales')}</h2>
      {tiers.map((tier) => {
        const share = tier.quantity ? Math.min(100, (tier.issued / tier.quantity) * 100) : 0
        return (
          <div key={tier.id} className="flex flex-col gap-1">
            <div className="flex justify-between gap-3 text-sm">
              <bdi className="truncate font-medium">{tier.name}</bdi>
              <span className="tabular text-ink-2">
                {tier.quantity === null
                  ? number(tier.issued)
                  : t('sold-of', { sold: tier.issued, capacity: tier.quantity })}
              </span>
            </div>
            <div aria-hidden className="h-2 overflow-hidden rounded-full bg-surface-2">
              <div className="h-full bg-accent" style={{ width: `${share}%` }} />
            </div>
          </div>
        )
      })}
    </section>
  )
}

/** An item's own words, or the catalogue's for its code. */
function itemText({ t, has }: Speech, item: EventReadiness['items'][number]): { message: string; fix: string } {
  const id = `ready-${item.code.replaceAll('_', '-')}`
  if (!has(id)) return item
  return { message: t(id, { done: item.is_done ? 'yes' : 'no' }), fix: has(`${id}-fix`) ? t(`${id}-fix`) : item.fix }
}

type ReadinessProps = { event: EventDetail; readiness: EventReadiness; onGo: (tab: string) => void }

function ReadinessCard({ event, readiness, onGo }: ReadinessProps) {
  const [isEditing, setEditing] = useState(false)
  const speech = useText()
  const { t } = speech
  const done = readiness.items.filter((item) => item.is_done)
  const mend = (place: Mending): void => (place === 'details' ? setEditing(true) : onGo(place))
  const open = readiness.items.filter((item) => item.is_required && !item.is_done).length
  return (
    <section aria-label={t('readiness-title')} className="card p-4">
      <h2 className="text-base">{t('readiness-title')}</h2>
      <p className={cx('mb-2', readiness.is_ready ? 'text-success' : 'text-ink-2')}>
        {readiness.is_ready ? t('readiness-ready') : t('readiness-open', { count: open })}
      </p>
      <ReadinessLines items={readiness.items.filter((item) => !item.is_done)} onMend={mend} />
      {done.length > 0 && (
        <details className="border-t border-border py-2">
          <summary className="focus-ring cursor-default rounded-control text-ink-2">
            {t('readiness-done', { count: done.length })}
          </summary>
          <ReadinessLines items={done} onMend={mend} />
        </details>
      )}
      {isEditing && <DetailsDialog event={event} onClose={() => setEditing(false)} />}
    </section>
  )
}

type HealthProps = { health: EventHealth }

function HealthCard({ health }: HealthProps) {
  const speech = useText()
  const { t } = speech
  return (
    <section aria-label={t('health-title')} className="card p-4">
      <h2 className="mb-2 text-base">{t('health-title')}</h2>
      {health.is_healthy ? (
        <p className="flex items-center gap-2.5 text-success">
          <HeartPulse size={18} strokeWidth={1.75} aria-hidden /> {t('health-good')}
        </p>
      ) : (
        <ul className="flex flex-col">
          {health.findings.map((finding) => (
            <li key={finding.code} className="flex items-start gap-2.5 border-t border-border py-2">
              <TriangleAlert size={18} strokeWidth={1.75} className="mt-px shrink-0 text-warning" aria-hidden />
              <span>
                {failureWords(speech, { kind: 'refusal', ...finding }).message}
                <span className="block text-sm text-ink-2">{finding.fix}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type LinesProps = { items: EventReadiness['items']; onMend: (place: Mending) => void }

function ReadinessLines({ items, onMend }: LinesProps) {
  const speech = useText()
  const { t } = speech
  return (
    <ul className="flex flex-col">
      {items.map((item) => {
        const tab = placeToMend(item.code)
        const words = itemText(speech, item)
        const Icon = item.is_done ? CircleCheck : item.is_required ? CircleDashed : TriangleAlert
        return (
          <li key={item.code} className="flex items-start gap-2.5 border-t border-border py-2">
            <Icon
              size={18}
              strokeWidth={1.75}
              className={cx(
                'mt-px shrink-0',
                item.is_done ? 'text-success' : item.is_required ? 'text-ink-2' : 'text-warning',
              )}
              aria-hidden
            />
            <span className="min-w-0 flex-1">
              <span className={cx(item.is_done && 'text-ink-2')}>
                {words.message}
                <span className="sr-only">
                  {t(item.is_done ? 'item-done' : item.is_required ? 'item-open' : 'item-advised')}
                </span>
              </span>
              {!item.is_done && <span className="block text-sm text-ink-2">{words.fix}</span>}
            </span>
            {!item.is_done && tab && (
              <Button tone="quiet" className="-my-1 text-accent" onPress={() => onMend(tab)}>
                {t(`mend-${tab}`)}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
