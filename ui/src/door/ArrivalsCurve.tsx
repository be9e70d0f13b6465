import { useText } from '../design/text/useText'
import type { MinuteCount } from '../gen/types'
import { arrivalsOf } from './arrivals'

type Props = { counted: readonly MinuteCount[]; timeZone: string }

const WIDTH = 720
const HEIGHT = 200
/** Room below the bars for the clock. */
const CLOCK = 24
const LABELS = 5

/** When the guests came: a picture, and the same as a table for whoever wants the numbers or hears the screen. */
export function ArrivalsCurve({ counted, timeZone }: Props) {
  const { t, number, instant } = useText()
  const { minutes, intervals } = arrivalsOf(counted)
  if (intervals.length === 0) return <p className="text-ink-2">{t('summary-nobody')}</p>
  const clock = (at_ms: number): string => instant(new Date(at_ms).toISOString(), timeZone, 'time')
  const most = Math.max(...intervals.map(({ entries }) => entries))
  const step = WIDTH / intervals.length
  const every = Math.ceil(intervals.length / LABELS)
  const busy = intervals.filter(({ entries }) => entries > 0)
  return (
    <div className="grid items-start gap-4 @2xl:grid-cols-[minmax(0,1fr)_12rem]">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full" aria-hidden>
        <line x1="0" y1={HEIGHT - CLOCK} x2={WIDTH} y2={HEIGHT - CLOCK} className="stroke-border-strong" />
        {intervals.map(({ at_ms, entries }, at) => {
          const height = (entries / most) * (HEIGHT - CLOCK - 20)
          const top = HEIGHT - CLOCK - height
          const isPeak = entries === most
          return (
            <g key={at_ms}>
              <rect
                x={at * step + 1}
                y={top}
                width={Math.max(1, Math.min(step - 2, 56))}
                height={height}
                className={isPeak ? 'fill-accent' : 'fill-ink-3'}
              />
              {isPeak && (
                <text x={at * step + 1} y={top - 5} className="fill-ink text-base font-semibold">
                  {number(entries)}
                </text>
              )}
              {at % every === 0 && (
                <text x={at * step + 1} y={HEIGHT - 6} className="tabular fill-ink-2 text-sm">
                  {clock(at_ms)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <div
        tabIndex={0}
        role="group"
        aria-label={t('summary-arrivals')}
        className="focus-ring max-h-52 overflow-auto rounded-control border border-border"
      >
        <table className="tabular w-full text-sm">
          <caption className="sr-only">{t('summary-arrivals-table', { minutes })}</caption>
          <thead className="sticky top-0 bg-surface-2 text-ink-2">
            <tr>
              <th scope="col" className="px-2 py-1 text-left font-medium">
                {t('summary-from', { minutes })}
              </th>
              <th scope="col" className="px-2 py-1 text-right font-medium">
                {t('summary-entries')}
              </th>
            </tr>
          </thead>
          <tbody>
            {busy.map(({ at_ms, entries }) => (
              <tr key={at_ms} className="border-t border-border">
                <td className="px-2 py-1">{clock(at_ms)}</td>
                <td className="px-2 py-1 text-right">{number(entries)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
