import { useEffect, useRef, useState, type RefObject } from 'react'

import { showToast } from '../design/components/toasts'
import { audibleVolume, preferences } from '../design/preferences'
import { doorSounds } from '../design/sounds'
import { failureWords } from '../design/text/failure'
import { speech } from '../design/text/useText'
import type { Direction, EventDetail, ScanOutcome } from '../gen/types'
import { host } from '../host'
import { run, type CallFailure } from '../host/query'
import { scanner } from '../host/scanner/scanner'
import type { Scan } from '../host/scanner/wedge'
import { VerdictLayer, type SheetAction } from './VerdictLayer'
import { sheetFor, type LastAdmitted } from './verdicts'
import { FAILURE_SHEET, failureOnSheet, whyText, wordsFor, writingOf } from './words'

export type DoorPost = {
  event: EventDetail
  listId: string
  gateId: string | null
  direction: Direction
  isCheckOnly: boolean
}

/** How long the device that admitted a guest may take it back by itself. */
const UNDO_MS = 60_000
type Undoable = { scanId: string; at_ms: number } | null
/** Outlives the screen: who looks something up in the planner can still take the entry back. */
const undoable: { current: Undoable } = { current: null }
type Options = {
  simulate?: boolean
  force?: { reason: string }
  /** A look that may be followed by the deed: what its button does. */
  onConfirm?: () => void
}

/** Scanning at one post: answers are painted at once, newest last, whatever else the page is doing. */
export function useDoor(post: DoorPost, stage: RefObject<HTMLElement | null>) {
  const now = useRef(post)
  const layer = useVerdictLayer(stage)
  const lastAdmitted = useRef<LastAdmitted>(null)
  const sequence = useRef({ sent: 0, shown: 0 })
  const shown = useRef<{ outcome: ScanOutcome; code: string } | null>(null)
  const [overriding, setOverriding] = useState<string | null>(null)
  useEffect(() => {
    now.current = post
  })
  const scanRef = useRef(scan)
  useEffect(() => {
    scanRef.current = scan
  })
  useEffect(
    () =>
      scanner.onScan((given: Scan) => {
        if (given.isReadingNew) showToast({ tone: 'info', title: speech().t('scanner-layout-fixed') })
        void scanRef.current(given.text)
      }),
    [],
  )

  async function scan(code: string, options: Options = {}): Promise<ScanOutcome | null> {
    const { event, listId, gateId, direction, isCheckOnly } = now.current
    sequence.current.sent += 1
    const turn = sequence.current.sent
    const simulate = options.simulate ?? isCheckOnly
    const outcome = await host.call('scan', {
      ...{ event: event.id, list: listId, gate: gateId ?? undefined, code, direction, simulate },
      nonce: crypto.randomUUID(),
      device: preferences().deviceName || undefined,
      force: options.force ? true : undefined,
      override_reason: options.force?.reason,
    })
    if (turn < sequence.current.shown) return null
    sequence.current.shown = turn
    if ('error' in outcome) {
      showFailure(outcome.error)
      return null
    }
    showOutcome(outcome.ok, code, simulate, options.onConfirm)
    return outcome.ok
  }

  function showOutcome(outcome: ScanOutcome, code: string, isCheckOnly: boolean, onConfirm?: () => void): void {
    const at_ms = performance.timeOrigin + performance.now()
    const words = speech()
    const { event } = now.current
    const writing = writingOf(words, event.time_zone, at_ms)
    const judged = sheetFor(outcome, { last: lastAdmitted.current, now_ms: at_ms, isCheckOnly, writing })
    const sheet = onConfirm ? { ...judged, stays_ms: null } : judged
    shown.current = { outcome, code }
    const actions = actionsFor(outcome, code, sheet.signal === 'same')
    if (onConfirm && outcome.is_admitted) {
      actions.unshift({ id: 'confirm', label: words.t('door-let-in'), keys: 'Enter', run: onConfirm })
    }
    layer.current?.show(sheet, wordsFor(words, sheet, outcome, preferences().hideNames), actions, clearShown)
    doorSounds.play(sheet.sound, audibleVolume())
    announce(words.t('verdict-spoken', { word: words.t(sheet.word.id), why: whyText(words, sheet) }))
    if (!outcome.is_admitted || isCheckOnly) return
    if (outcome.ticket && outcome.direction === 'entry') lastAdmitted.current = { ticketId: outcome.ticket.id, at_ms }
    if (outcome.scan_id) undoable.current = { scanId: outcome.scan_id, at_ms }
  }

  function showFailure(failure: CallFailure): void {
    const words = speech()
    const written = failureOnSheet(words, failure)
    layer.current?.show(FAILURE_SHEET, written, [clearAction()], clearShown)
    doorSounds.play(FAILURE_SHEET.sound, audibleVolume())
    announce(`${written.word}. ${written.why}`)
  }

  function clearShown(): void {
    shown.current = null
  }

  function clearAction(): SheetAction {
    return { id: 'clear', label: speech().t('door-clear'), keys: 'Esc', run: () => layer.current?.hide() }
  }

  function actionsFor(outcome: ScanOutcome, code: string, isSame: boolean): SheetAction[] {
    const { t } = speech()
    const actions: SheetAction[] = []
    const { ticket } = outcome
    const waiting = ticket ? ticket.order_size - ticket.order_inside : 0
    if (outcome.is_admitted && outcome.direction === 'entry' && ticket && waiting > 0 && outcome.scan_id) {
      actions.push({
        id: 'group',
        label: t('door-admit-group', { count: waiting }),
        keys: 'A',
        run: () => void admitGroup(ticket.order_code),
      })
    }
    // Who may not decide it alone is asked for a supervisor's badge or PIN.
    if (!outcome.is_admitted && !isSame && ticket) {
      actions.push({ id: 'override', label: t('door-override'), keys: 'O', run: () => setOverriding(code) })
    }
    return [...actions, clearAction()]
  }

  async function admitGroup(orderCode: string): Promise<void> {
    const { event, listId } = now.current
    const rows = await run('door.search', { event: event.id, list: listId, text: orderCode })
    const waiting = rows.filter((row) => row.order_code === orderCode && row.status === 'issued' && !row.is_inside)
    for (const row of waiting) {
      const outcome = await scan(row.code)
      // The first one that is not let in stays on screen: a person decides.
      if (!outcome?.is_admitted) return
    }
  }

  async function undo(): Promise<void> {
    const words = speech()
    const last = undoable.current
    if (!last || performance.timeOrigin + performance.now() - last.at_ms > UNDO_MS) {
      showToast({ tone: 'info', title: words.t('door-nothing-to-undo') })
      return
    }
    undoable.current = null
    try {
      await run('scan.annul', { scan_id: last.scanId })
      lastAdmitted.current = null
      layer.current?.hide()
      showToast({ tone: 'success', title: words.t('door-undone') })
    } catch (failure) {
      const { message, fix } = failureWords(words, failure as CallFailure)
      showToast({ tone: 'danger', title: message, text: fix })
    }
  }

  return {
    scan,
    undo,
    overriding,
    closeOverride: () => setOverriding(null),
    hide: () => layer.current?.hide(),
    isSheetShown: () => layer.current?.isShown ?? false,
    pressOnSheet: (keys: string) => layer.current?.press(keys) ?? false,
    shown,
  }
}

export type Door = ReturnType<typeof useDoor>

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
