import { useEffect, useRef, useState } from 'react'

import { cx } from '../design/cx'
import { useKeys, useShortcuts } from '../design/keys/useShortcuts'
import { setPreferences, usePreferences } from '../design/preferences'
import { doorSounds } from '../design/sounds'
import { useText } from '../design/text/useText'
import type { ListRow, Direction, EventDetail, EventSummary, GateRow } from '../gen/types'
import { AnswerDialog } from './AnswerDialog'
import { Counters } from './Counters'
import { DoorHeader } from './DoorHeader'
import { InputStrip, type InputState } from './InputStrip'
import { Lookup } from './Lookup'
import { OverrideDialog } from './OverrideDialog'
import { likeliestList } from './post'
import { ParkedStrip } from './ParkedStrip'
import { goOn } from './questionSheet'
import { RecentScans } from './RecentScans'
import { SummaryDialog } from './SummaryDialog'
import { useDoor } from './useDoor'
import { useWindowFocus } from './useWindowFocus'

type Props = {
  event: EventDetail
  events: readonly EventSummary[]
  lists: readonly ListRow[]
  gates: readonly GateRow[]
}

/** The screen at the door: silent until a ticket speaks. */
export function DoorDesk({ event, events, lists, gates }: Props) {
  const { t } = useText()
  const stage = useRef<HTMLDivElement>(null)
  const { listId, gateId, hideNames } = usePreferences()
  const [direction, setDirection] = useState<Direction>('entry')
  const [isCheckOnly, setCheckOnly] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [isSummary, setSummary] = useState(false)
  const list = lists.find((row) => row.id === listId) ?? likeliestList(lists)
  const gate = gates.find((row) => row.id === gateId) ?? null
  const hasFocus = useWindowFocus()
  const door = useDoor({ event, listId: list?.id ?? '', gateId: gate?.id ?? null, direction, isCheckOnly }, stage)
  const { questions } = door
  useUnlockedSound()
  const toggleDirection = (): void => setDirection(direction === 'entry' ? 'exit' : 'entry')
  useShortcuts({
    'door-undo': () => void door.undo(),
    'door-check-only': () => setCheckOnly(!isCheckOnly),
    'door-direction': toggleDirection,
    'door-hide-names': () => setPreferences({ hideNames: !hideNames }),
    'door-summary': () => list && setSummary(true),
  })
  useKeys((press) => {
    if (press.key === 'Escape') {
      setTyped(null)
      door.hide()
      return true
    }
    if (door.pressOnSheet(press.key)) return true
    if (press.key.toUpperCase() === 'Q' && questions.parked.length > 0 && typed === null) {
      door.backToQuestion()
      return true
    }
    if (!/^[\p{L}\p{N}]$/u.test(press.key) || !list) return false
    door.makeRoom()
    setTyped((before) => (before ?? '') + press.key)
    return true
  })
  const state: InputState = !list ? 'no-list' : typed !== null ? 'typing' : hasFocus ? 'ready' : 'paused'

  return (
    <main
      ref={stage}
      className={cx(
        'relative flex h-full flex-col border-4',
        isCheckOnly ? 'border-info border-dashed' : direction === 'exit' ? 'border-warning' : 'border-transparent',
      )}
    >
      <p id="verdict-spoken" role="alert" className="sr-only" />
      <DoorHeader
        {...{ event, events, lists, gates, direction, isCheckOnly }}
        listId={list?.id ?? null}
        gateId={gate?.id ?? null}
        onDirection={toggleDirection}
        onCheckOnly={() => setCheckOnly(!isCheckOnly)}
      />
      <div className="grid min-h-0 flex-1 auto-rows-max grid-cols-1 overflow-auto @3xl:auto-rows-[minmax(0,1fr)] @3xl:grid-cols-[minmax(0,1fr)_minmax(15rem,22rem)] @3xl:overflow-hidden">
        <section className="flex min-h-0 flex-col items-center gap-6 overflow-auto p-4 @4xl:p-6">
          {typed !== null && list ? (
            <Lookup
              eventId={event.id}
              listId={list.id}
              text={typed}
              onText={setTyped}
              door={door}
              onClose={() => setTyped(null)}
            />
          ) : (
            list && <Counters eventId={event.id} listId={list.id} />
          )}
          {!list && <p className="max-w-md text-center text-lg text-ink-2">{t('door-no-list')}</p>}
        </section>
        {list && <RecentScans eventId={event.id} listId={list.id} timeZone={event.time_zone} />}
      </div>
      <ParkedStrip parked={questions.parked} hidesNames={hideNames} onReturn={door.backToQuestion} />
      <InputStrip
        {...{ state, isCheckOnly, direction }}
        onType={() => setTyped('')}
        onSummary={list ? () => setSummary(true) : undefined}
      />
      {door.overriding !== null && (
        <OverrideDialog
          onClose={door.closeOverride}
          onOverride={(reason) => {
            void door.scan(door.overriding ?? '', { force: { reason } })
            door.closeOverride()
          }}
        />
      )}
      {questions.typing !== null && (
        <AnswerDialog
          key={questions.typing.code}
          pending={questions.typing}
          onClose={() => questions.setTyping(null)}
          onAnswer={(pending) => {
            questions.setTyping(null)
            goOn(pending, { more: door.showQuestion, send: door.answer })
          }}
        />
      )}
      {isSummary && list && <SummaryDialog event={event} list={list} onClose={() => setSummary(false)} />}
    </main>
  )
}

/** Browsers give sound only after a gesture: the first key or touch at the door opens it. */
function useUnlockedSound(): void {
  useEffect(() => {
    const unlock = (): void => doorSounds.unlock()
    window.addEventListener('pointerdown', unlock, { once: true })
    window.addEventListener('keydown', unlock, { once: true, capture: true })
    return () => {
      window.removeEventListener('pointerdown', unlock)
      window.removeEventListener('keydown', unlock, { capture: true })
    }
  }, [])
}
