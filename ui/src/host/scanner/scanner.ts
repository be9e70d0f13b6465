import { badgeCode } from './codes'
import { Wedge, type Scan, type WedgeEffect, type WedgeKey } from './wedge'

/** A timer this late ran behind a busy page: key events may still be queued before it. */
const LATE_MS = 12
const RELEASED = Symbol('released')
type ReleasedEvent = KeyboardEvent & { [RELEASED]?: true }
type TextField = HTMLInputElement | HTMLTextAreaElement

const TEXT_TYPES = new Set(['text', 'search', 'email', 'tel', 'url', 'password', 'number', ''])

export function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  return target instanceof HTMLInputElement && TEXT_TYPES.has(target.type) && !target.readOnly
}

/** Puts a value into a field the way typing would, so that React hears of it. */
function writeField(field: TextField, value: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * One listener for the whole window: scans go to whoever subscribed last, wherever the focus is, and never
 * into a text field or onto a focused button.
 */
export class Scanner {
  private readonly wedge = new Wedge()
  private readonly held: { key: WedgeKey; event: KeyboardEvent; target: EventTarget | null }[] = []
  private readonly readers: ((scan: Scan) => void)[] = []
  private readonly badgeReaders: ((badge: string) => void)[] = []
  private snapshot: { field: TextField; value: string } | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  /** Starts listening; returns how to stop. */
  attach(view: Window): () => void {
    const onKey = (event: KeyboardEvent): void => this.onKey(event)
    view.addEventListener('keydown', onKey, { capture: true })
    return () => view.removeEventListener('keydown', onKey, { capture: true })
  }

  /** Receives scans until the returned function is called; the newest reader has them alone. */
  onScan(reader: (scan: Scan) => void): () => void {
    return subscribe(this.readers, reader)
  }

  /** Receives staff badges, whichever face is on screen; the newest reader has them alone. */
  onBadge(reader: (badge: string) => void): () => void {
    return subscribe(this.badgeReaders, reader)
  }

  private deliver(scan: Scan): void {
    const badge = badgeCode(scan.text)
    if (badge !== null && this.badgeReaders.length > 0) this.badgeReaders.at(-1)?.(badge)
    else this.readers.at(-1)?.(scan)
  }

  private onKey(event: ReleasedEvent): void {
    if (event[RELEASED] || event.isComposing || isEcho(event)) return
    const key: WedgeKey = {
      code: event.code,
      key: event.key,
      shift: event.shiftKey,
      at_ms: event.timeStamp,
      isCommand: event.ctrlKey || event.altKey || event.metaKey || event.repeat,
      isInText: isTextField(event.target),
    }
    for (const effect of this.wedge.feed(key)) this.apply(effect, key, event)
    this.arm()
  }

  private apply(effect: WedgeEffect, key?: WedgeKey, event?: KeyboardEvent): void {
    switch (effect.do) {
      case 'pass':
        return
      case 'hold':
        if (key && event) this.held.push({ key, event, target: event.target })
        return hide(event)
      case 'swallow':
        return hide(event)
      case 'release':
        return this.release(effect.keys)
      case 'snapshot':
        this.snapshot = isTextField(event?.target ?? null)
          ? { field: event?.target as TextField, value: (event?.target as TextField).value }
          : null
        return
      case 'restore':
        if (this.snapshot) writeField(this.snapshot.field, this.snapshot.value)
        return
      case 'scan':
        this.held.length = 0
        this.snapshot = null
        this.deliver(effect.scan)
    }
  }

  private release(keys: readonly WedgeKey[]): void {
    const events = this.held.splice(0).filter((entry) => keys.includes(entry.key))
    for (const { event, target } of events) {
      const { key, code, shiftKey, ctrlKey, altKey, metaKey, location } = event
      const again: ReleasedEvent = new KeyboardEvent('keydown', {
        ...{ key, code, shiftKey, ctrlKey, altKey, metaKey, location },
        ...{ bubbles: true, cancelable: true, composed: true },
      })
      again[RELEASED] = true
      ;(target instanceof Node && target.isConnected ? target : document.body).dispatchEvent(again)
    }
  }

  private arm(): void {
    clearTimeout(this.timer)
    if (!this.wedge.isWaiting) return
    const wait_ms = this.wedge.gapMax_ms + 1
    const due = performance.now() + wait_ms
    this.timer = setTimeout(() => this.settle(due), wait_ms)
  }

  private settle(due_ms: number): void {
    const now = performance.now()
    if (now - due_ms > LATE_MS) {
      this.timer = setTimeout(() => this.settle(performance.now()), 4)
      return
    }
    for (const effect of this.wedge.expire(now)) this.apply(effect)
    if (this.wedge.isWaiting) this.arm()
  }
}

function subscribe<R>(readers: R[], reader: R): () => void {
  readers.push(reader)
  return () => {
    const at = readers.indexOf(reader)
    if (at >= 0) readers.splice(at, 1)
  }
}

/** Lists that are steered from a text field get copies of its keys: those were heard already. */
function isEcho(event: KeyboardEvent): boolean {
  return isTextField(document.activeElement) && event.target !== document.activeElement
}

function hide(event?: KeyboardEvent): void {
  event?.preventDefault()
  event?.stopImmediatePropagation()
}

/** The scanner of this window. */
export const scanner = new Scanner()
