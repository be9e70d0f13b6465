import { useEffect } from 'react'

import { msUntilLock } from './idle'

/** What counts as use. Keys of a scan are swallowed on their way down; they are seen on their way up. */
const USES = ['pointerdown', 'pointermove', 'keydown', 'keyup', 'wheel', 'touchstart'] as const

/** Locks the window after minutes without use; 0 never. */
export function useIdleLock(after_minutes: number, isArmed: boolean, onDue: () => void): void {
  useEffect(() => {
    if (!isArmed || after_minutes <= 0) return
    let used_ms = Date.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    const use = (): void => {
      used_ms = Date.now()
    }
    const look = (): void => {
      const left_ms = msUntilLock(used_ms, Date.now(), after_minutes)
      if (left_ms === null) return
      if (left_ms === 0) onDue()
      else timer = setTimeout(look, left_ms)
    }
    look()
    for (const name of USES) window.addEventListener(name, use, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const name of USES) window.removeEventListener(name, use, { capture: true })
    }
  }, [after_minutes, isArmed, onDue])
}
