import { useEffect, useState } from 'react'

import { preferences, speakAs } from '../design/preferences'
import { cx } from '../design/cx'
import { useText } from '../design/text/useText'
import { displayChannel } from '../host/displayChannel'
import { opened, type DisplayStage, type Poster } from './message'
import { heard, linesThatFit, stageNow, type Heard } from './screen'

/** How often silence is looked for. */
const LOOK_MS = 1000

/** The guest's side of the counter. It takes no input of any kind: nobody can change a payment from there. */
export function CustomerDisplay() {
  const { t } = useText()
  const [last, setLast] = useState<Heard | null>(null)
  const [now_ms, setNow] = useState(() => Date.now())
  useEffect(() => {
    displayChannel().listen((message) => {
      const received = opened(message)
      if (!received) return
      if (received.language !== preferences().language) speakAs(received.language)
      setLast((before) => heard(before, received.state, Date.now()))
      setNow(Date.now())
    })
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  const stage = stageNow(last, now_ms)
  return (
    <main className="@container flex h-full flex-col bg-bg select-none">
      <h1 className="sr-only">{t('display-title')}</h1>
      {last?.state.poster.is_training && (
        <p className="bg-wait py-1 text-center text-lg font-semibold text-on-wait">{t('display-training')}</p>
      )}
      {!last || !stage ? (
        <p className="m-auto text-2xl text-ink-3">{t('display-waiting')}</p>
      ) : (
        <Stage stage={stage} poster={last.state.poster} />
      )}
    </main>
  )
}

type StageProps = { stage: DisplayStage; poster: Poster }

function Stage({ stage, poster }: StageProps) {
  switch (stage.at) {
    case 'idle':
      return <Idle poster={poster} />
    case 'basket':
      return <BasketView stage={stage} poster={poster} />
    case 'paid':
      return <PaidView stage={stage} />
  }
}

type IdleProps = { poster: Poster }

function Idle({ poster }: IdleProps) {
  const { t, instant } = useText()
  return (
    <section className="m-auto flex max-w-[90%] flex-col items-center gap-[3vh] p-6 text-center">
      <p className="text-[min(11vw,16vh)] leading-[1.05] font-[800] tracking-tight text-balance break-words">
        <bdi>{poster.title}</bdi>
      </p>
      <p className="text-[min(4vw,6vh)] text-ink-2">
        {instant(poster.starts_at, poster.time_zone, 'full')}
        {poster.venue && (
          <span className="block">
            <bdi>{poster.venue}</bdi>
          </span>
        )}
      </p>
      {poster.accepts.length > 0 && (
        <p className="text-[min(2.6vw,4vh)] text-ink-3">
          {t('display-accepts', { ways: poster.accepts.map((way) => t(`display-way-${way}`)).join(' · ') })}
        </p>
      )}
    </section>
  )
}

type BasketProps = { stage: Extract<DisplayStage, { at: 'basket' }>; poster: Poster }

function BasketView({ stage, poster }: BasketProps) {
  const { t, money } = useText()
  const { shown, hidden } = linesThatFit(stage.lines)
  return (
    <section className="flex min-h-0 flex-1 flex-col p-[4vw]">
      <p className="mb-[2vh] truncate text-[min(2.6vw,4vh)] text-ink-2">
        <bdi>{poster.title}</bdi>
      </p>
      <ul
        className={cx(
          'flex min-h-0 flex-1 flex-col overflow-hidden leading-tight',
          shown.length > 4 ? 'text-[min(2.4vw,3.6vh)]' : 'text-[min(3.6vw,6vh)]',
        )}
      >
        {hidden > 0 && <li className="py-[0.6vh] text-ink-2">{t('display-more', { count: hidden })}</li>}
        {shown.map((line) => (
          <li key={line.name} className="flex items-baseline gap-[2vw] border-b border-border py-[0.9vh]">
            <span className="tabular min-w-[2.2em] text-right text-ink-2">{line.quantity} ×</span>
            <span className="min-w-0 flex-1 truncate">
              <bdi>{line.name}</bdi>
            </span>
            <span className="tabular">{money(line.total)}</span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-baseline justify-between gap-x-[3vw] pt-[2vh]">
        <span className="text-[min(4vw,6vh)] text-ink-2">{t('total')}</span>
        <span className="tabular text-[min(12vw,20vh)] leading-none font-[800]">{money(stage.total)}</span>
      </p>
    </section>
  )
}

type PaidProps = { stage: Extract<DisplayStage, { at: 'paid' }> }

function PaidView({ stage }: PaidProps) {
  const { t, money } = useText()
  const { change } = stage
  const hasChange = change !== null && change.minor > 0
  return (
    <section className="m-auto flex flex-col items-center gap-[3vh] p-6 text-center">
      <p className="text-[min(5vw,8vh)] font-semibold text-success">{t('display-thanks')}</p>
      {hasChange && (
        <p>
          <span className="block text-[min(4vw,6vh)] text-ink-2">{t('display-change')}</span>
          <span className="tabular text-[min(15vw,28vh)] leading-none font-[800]">{money(change)}</span>
        </p>
      )}
      <p className="tabular text-[min(3.2vw,5vh)] text-ink-2">
        {stage.given && hasChange
          ? t('display-given', { total: money(stage.total), given: money(stage.given) })
          : t('display-paid', { total: money(stage.total) })}
      </p>
    </section>
  )
}
