import { useEffect, useRef, useSyncExternalStore } from 'react'

import { preferences } from '../preferences'
import { hear, shortcutOf, type KeyPress, type ShortcutId } from './shortcuts'

export type Handlers = Partial<Record<ShortcutId, () => void>>
type KeyListener = (press: KeyPress) => boolean

const handlers: { current: Handlers }[] = []
const listeners: { current: KeyListener }[] = []
const changed = new Set<() => void>()
let active: readonly ShortcutId[] = []
let first: { chord: string; at_ms: number } | null = null
/** Two presses belong together within this time. */
const SEQUENCE_MS = 1200

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

function refresh(): void {
  active = [...new Set(handlers.flatMap((entry) => Object.keys(entry.current) as ShortcutId[]))]
  for (const listener of changed) listener()
}

/** Shortcuts that would do something now: what the palette offers. */
export function useActiveShortcuts(): readonly ShortcutId[] {
  return useSyncExternalStore(
    (listener) => {
      changed.add(listener)
      return () => changed.delete(listener)
    },
    () => active,
  )
}

/** Does what the shortcut does; the newest handler wins. Behind the lock nothing is done. */
export function runShortcut(id: ShortcutId): void {
  if (isLocked()) return
  handlers.findLast((entry) => entry.current[id])?.current[id]?.()
}

/** Gives shortcuts their meaning while the component is there. */
export function useShortcuts(given: Handlers): void {
  const entry = useRef(given)
  useEffect(() => {
    entry.current = given
  })
  const ids = Object.keys(given).join(' ')
  useEffect(() => {
    handlers.push(entry)
    refresh()
    return () => {
      handlers.splice(handlers.indexOf(entry), 1)
      refresh()
    }
  }, [ids])
}

/** Hears every key that no field, dialog or shortcut took; answers whether it took the key. */
export function useKeys(listener: KeyListener): void {
  const entry = useRef(listener)
  useEffect(() => {
    entry.current = listener
  })
  useEffect(() => {
    listeners.push(entry)
    return () => {
      listeners.splice(listeners.indexOf(entry), 1)
    }
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.matches(
    'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=spinbutton]',
  )
}

const isOverlaid = (): boolean => document.querySelector('[data-modal]') !== null

/** Whether the lock stands before everything: then the keys are its own. */
const isLocked = (): boolean => document.documentElement.hasAttribute('data-locked')

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isLocked()) return
  const press: KeyPress = {
    ...{ code: event.code, key: event.key, shift: event.shiftKey },
    ...{ ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey },
  }
  const isCommand = press.ctrl || press.meta || press.alt || /^F\d+$/.test(press.code)
  if (!isCommand && (isTyping(event.target) || isOverlaid())) return
  const takers = isOverlaid() ? active.filter((id) => shortcutOf(id).scope === 'everywhere') : active
  const now = event.timeStamp
  const pending = first && now - first.at_ms <= SEQUENCE_MS ? first.chord : null
  const heard = hear(press, takers, { first: pending, isMac, allowsSingleKeys: preferences().singleKeys })
  first = heard.pendingFirst ? { chord: heard.pendingFirst, at_ms: now } : null
  if (heard.id) {
    event.preventDefault()
    runShortcut(heard.id)
    return
  }
  if (isCommand || isOverlaid()) return
  if (listeners.findLast((entry) => entry.current(press))) event.preventDefault()
}

/** Starts hearing keys; returns how to stop. */
export function listenForShortcuts(): () => void {
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
