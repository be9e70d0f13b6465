import { useSyncExternalStore } from 'react'

export type Toast = {
  id: number
  tone: 'success' | 'info' | 'warning' | 'danger'
  title: string
  text?: string
  action?: { label: string; run: () => void }
}

/** Long enough to reach for its action; without one, long enough to read. */
const STAYS_MS = { withAction: 10_000, plain: 5000 } as const
let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()
const timers = new Map<number, ReturnType<typeof setTimeout>>()

function publish(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

export function dismissToast(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  publish(toasts.filter((toast) => toast.id !== id))
}

/** Says what happened, without taking the focus. What went wrong stays until it is dismissed. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = nextId
  nextId += 1
  publish([...toasts.slice(-3), { ...toast, id }])
  if (toast.tone !== 'danger') resumeToast(id)
  return id
}

/** Keeps a toast while the pointer or the focus is on it. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id))
}

export function resumeToast(id: number): void {
  clearTimeout(timers.get(id))
  const toast = toasts.find((candidate) => candidate.id === id)
  if (!toast || toast.tone === 'danger') return
  timers.set(
    id,
    setTimeout(() => dismissToast(id), toast.action ? STAYS_MS.withAction : STAYS_MS.plain),
  )
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
}
