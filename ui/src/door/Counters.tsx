import { useText } from '../design/text/useText'
import { useAnswer } from '../host/query'

type Props = { eventId: string; listId: string }

/** Other posts count too: how often this one asks. */
const REFRESH_MS = 5000

/** How many are in, of how many, and how fast they come. */
export function Counters({ eventId, listId }: Props) {
  const { t, number } = useText()
  const counters = useAnswer('door.counters', { event: eventId, list: listId }, { refreshEvery_ms: REFRESH_MS })
  if (!counters.data) return null
  const { inside, admitted, expected, entries_last_minute, per_tier } = counters.data
  return (
    <div className="@container my-auto flex w-full max-w-4xl flex-col items-center gap-6">
      <p className="tabular text-center leading-none">
        <span className="block text-[min(14rem,28cqi)] font-extrabold tracking-tighter">{number(inside)}</span>
        <span className="text-2xl text-ink-2">{t('door-inside', { expected: number(expected) })}</span>
      </p>
      <p className="tabular flex flex-wrap justify-center gap-x-8 gap-y-1 text-lg text-ink-2">
        <span>{t('door-admitted', { count: number(admitted) })}</span>
        <span>{t('door-pace', { count: number(entries_last_minute) })}</span>
      </p>
      {per_tier.length > 1 && (
        <ul className="grid w-full grid-cols-[repeat(auto-fit,minmax(min(100%,12rem),1fr))] gap-x-8 gap-y-3">
          {per_tier.map((tier) => (
            <li key={tier.tier_name}>
              <div className="flex justify-between gap-3 whitespace-nowrap">
                <span className="truncate text-ink-2">
                  <bdi>{tier.tier_name}</bdi>
                </span>
                <span className="tabular shrink-0">
                  {t('sold-of', { sold: tier.admitted, capacity: tier.expected })}
                </span>
              </div>
              <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-surface-2">
                <div
                  className="h-full bg-ink-2"
                  style={{
                    width: `${tier.expected === 0 ? 0 : Math.min(100, (tier.admitted / tier.expected) * 100)}%`,
                  }}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
