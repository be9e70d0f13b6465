import { useEffect, useRef, useState, type RefObject } from 'react'

import { showToast } from '../design/components/toasts'
import { audibleVolume, preferences } from '../design/preferences'
import { doorSounds } from '../design/sounds'
import { failureWords } from '../design/text/failure'
import { speech } from '../design/text/useText'
import type { Direction, EventDetail, ScanOutcome } from '../gen/types'
import { host } from '../host'
import type { CallFailure } from '../host/query'
import { scanner } from '../host/scanner/scanner'
import type { Scan } from '../host/scanner/wedge'
import { groupOf } from './group'
import { admitGroup, type Painter } from './groupSteps'
import { questionActions, questionOnSheet } from './questionSheet'
import { resumed, type Pending } from './questions'
import { rememberEntry, undoEntry } from './undo'
import { useQuestions } from './useQuestions'
import { VerdictLayer, type SheetAction, type SheetWords } from './VerdictLayer'
import { sheetFor, VERDICTS, type LastAdmitted, type Sheet } from './verdicts'
import { FAILURE_SHEET, failureOnSheet, wordsFor, writingOf } from './words'

export type DoorPost = {
  event: EventDetail
  listId: string
  gateId: string | null
  direction: Direction
  isCheckOnly: boolean
}

type Options = {
  simulate?: boolean
  force?: { reason: string }
  /** A question is answered: the guest it was asked, with the answers. */
  answering?: Pending
  /** A look that may be followed by the deed: what its button does. */
  onConfirm?: () => void
}

/** Scanning at one post: answers are painted at once, newest last, whatever else the page is doing. */
export function useDoor(post: DoorPost, stage: RefObject<HTMLElement | null>) {
  const now = useRef(post)
  const layer = useVerdictLayer(stage)
  const lastAdmitted = useRef<LastAdmitted>(null)
  const sequence = useRef({ sent: 0, shown: 0 })
  const questions = useQuestions()
  const [overriding, setOverriding] = useState<string | null>(null)
  useEffect(() => {
    now.current = post
  })
  useScans((code) => {
    // The next guest is here: what was being typed about the one before waits.
    setOverriding(null)
    questions.putAside()
    void scan(code)
  })

  async function scan(code: string, options: Options = {}): Promise<ScanOutcome | null> {
    const { event, isCheckOnly } = now.current
    const { listId, gateId, direction } = options.answering?.post ?? now.current
    sequence.current.sent += 1
    const turn = sequence.current.sent
    const simulate = options.simulate ?? isCheckOnly
    const outcome = await host.call('scan', {
      ...{ event: event.id, list: listId, gate: gateId ?? undefined, code, direction, simulate },
      nonce: crypto.randomUUID(),
      device: preferences().deviceName || undefined,
      force: options.force ? true : undefined,
      override_reason: options.force?.reason,
      answers: options.answering?.answers,
    })
    if (turn < sequence.current.shown) {
      if (options.force || options.answering) tellLateEntry(outcome)
      if ('ok' in outcome && outcome.ok.is_admitted && outcome.ok.ticket) questions.settle(outcome.ok.ticket.id)
      return null
    }
    if (options.force && 'error' in outcome) {
      // The verdict that nobody overruled still stands.
      tellForceRefused(outcome.error)
      return null
    }
    sequence.current.shown = turn
    if ('error' in outcome) {
      showFailure(outcome.error)
      return null
    }
    const pending = { code, outcome: outcome.ok, post: { listId, gateId, direction }, answers: {}, isAgain: false }
    showOutcome(pending, { ...options, simulate })
    return outcome.ok
  }

  function showOutcome(guest: Pending, { answering, simulate = false, onConfirm }: Options): void {
    const { outcome } = guest
    if (!answering) questions.putAside()
    if (outcome.verdict === 'incomplete' && !simulate) {
      const before = answering ?? questions.waitingFor(guest)
      return showQuestion(resumed(before, guest, answering !== undefined))
    }
    if (outcome.ticket && !simulate) questions.settle(outcome.ticket.id)
    const at_ms = moment()
    const words = speech()
    const writing = writingOf(words, now.current.event.time_zone, at_ms)
    const judged = sheetFor(outcome, { last: lastAdmitted.current, now_ms: at_ms, isCheckOnly: simulate, writing })
    const actions = actionsFor(guest, { isSame: judged.signal === 'same', isLook: simulate })
    if (onConfirm && (outcome.is_admitted || outcome.verdict === 'incomplete')) {
      actions.unshift({ id: 'confirm', label: words.t('door-let-in'), keys: 'Enter', run: onConfirm })
    }
    const sheet = onConfirm ? { ...judged, stays_ms: null } : judged
    paint(sheet, wordsFor(words, sheet, outcome, preferences().hideNames), actions)
    if (!outcome.is_admitted || simulate) return
    if (outcome.ticket && outcome.direction === 'entry') lastAdmitted.current = { ticketId: outcome.ticket.id, at_ms }
    if (outcome.scan_id) rememberEntry([outcome.scan_id], at_ms)
  }

  function showQuestion(pending: Pending): void {
    questions.ask(pending)
    const { sheet, words } = questionOnSheet(speech(), pending, preferences().hideNames)
    const actions = questionActions(speech(), pending, {
      more: showQuestion,
      send: (done) => void scan(done.code, { answering: done }),
      type: questions.setTyping,
      giveUp: () => layer.current?.hide(),
    })
    paint(sheet, words, actions)
  }

  /** Puts a sheet up, and with it the way back to a question that waits. */
  function paint(sheet: Sheet, written: SheetWords, actions: readonly SheetAction[]): void {
    const { t } = speech()
    const all = [...actions, ...parkedAction(), clearAction()]
    layer.current?.show(sheet, written, all, questions.drop)
    doorSounds.play(sheet.sound, audibleVolume())
    announce(t('verdict-spoken', { word: written.word, why: written.why }))
  }

  function showFailure(failure: CallFailure): void {
    questions.putAside()
    paint(FAILURE_SHEET, failureOnSheet(speech(), failure), [])
  }

  function clearAction(): SheetAction {
    return { id: 'clear', label: speech().t('door-clear'), keys: 'Esc', run: () => layer.current?.hide() }
  }

  function parkedAction(): SheetAction[] {
    const count = questions.waiting.current.length
    if (count === 0) return []
    return [{ id: 'parked', label: speech().t('door-parked', { count }), keys: 'Q', run: backToQuestion }]
  }

  function backToQuestion(): void {
    const newest = questions.waiting.current.at(-1)
    if (!newest) return
    questions.putAside()
    showQuestion(newest)
  }

  function actionsFor({ outcome, code }: Pending, about: { isSame: boolean; isLook: boolean }): SheetAction[] {
    const { t } = speech()
    const group = about.isLook ? null : groupOf(outcome)
    if (group) {
      const label = t('door-admit-group', { count: group.count })
      return [{ id: 'group', label, keys: 'A', run: () => admitGroup(group, painter) }]
    }
    // Who may not decide it alone is asked for a supervisor's badge or PIN.
    if (now.current.isCheckOnly || about.isSame || !outcome.ticket || outcome.is_admitted) return []
    if (!VERDICTS[outcome.verdict].canForce) return []
    return [{ id: 'override', label: t('door-override'), keys: 'O', run: () => setOverriding(code) }]
  }

  const painter: Painter = { post: () => now.current, paint, showFailure, turn: () => sequence.current.sent }

  return {
    scan,
    undo: async () => {
      if (!(await undoEntry())) return
      lastAdmitted.current = null
      layer.current?.hide()
    },
    overriding,
    closeOverride: () => setOverriding(null),
    questions,
    backToQuestion,
    answer: (pending: Pending) => void scan(pending.code, { answering: pending }),
    showQuestion,
    hide: () => layer.current?.hide(),
    /** Makes room for a name that is typed; a question waits. */
    makeRoom: () => {
      questions.putAside()
      layer.current?.hide()
    },
    isSheetShown: () => layer.current?.isShown ?? false,
    pressOnSheet: (key: string) => layer.current?.press(key) ?? false,
  }
}

export type Door = ReturnType<typeof useDoor>

const moment = (): number => performance.timeOrigin + performance.now()

/** Hears the scanner, wherever the focus is. */
function useScans(onCode: (code: string) => void): void {
  const heard = useRef(onCode)
  useEffect(() => {
    heard.current = onCode
  })
  useEffect(
    () =>
      scanner.onScan((given: Scan) => {
        if (given.isReadingNew) showToast({ tone: 'info', title: speech().t('scanner-layout-fixed') })
        heard.current(given.text)
      }),
    [],
  )
}

/** A supervisor or an answer took its time and the next guest's verdict is on screen: that one stays there. */
function tellLateEntry(outcome: { ok: ScanOutcome } | { error: CallFailure }): void {
  const { t } = speech()
  if ('ok' in outcome && outcome.ok.is_admitted && outcome.ok.ticket) {
    const { ticket, scan_id } = outcome.ok
    if (scan_id) rememberEntry([scan_id], moment())
    showToast({ tone: 'success', title: t('door-entered-late', { order: ticket.order_code, tier: ticket.tier_name }) })
  }
}

/** Without a supervisor there is nothing to tell: who gave up knows it. */
function tellForceRefused(failure: CallFailure): void {
  if (failure.code === 'not_permitted') return
  const { message, fix } = failureWords(speech(), failure)
  showToast({ tone: 'danger', title: message, text: fix })
}

/** The sheet, mounted before the first scan. */
function useVerdictLayer(stage: RefObject<HTMLElement | null>): RefObject<VerdictLayer | null> {
  const layer = useRef<VerdictLayer | null>(null)
  useEffect(() => {
    if (!stage.current) return
    const built = new VerdictLayer(stage.current)
    layer.current = built
    return () => built.remove()
  }, [stage])
  return layer
}

/** Says the verdict to a screen reader; the sheet itself is pictures and colour to it. */
function announce(text: string): void {
  const region = document.getElementById('verdict-spoken')
  if (region) region.textContent = text
}
