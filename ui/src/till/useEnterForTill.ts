import { useEffect, useRef } from 'react'

/**
 * Enter is cash. A button that a mouse or finger pressed keeps the browser's focus, and the next Enter would press
 * it again; so Enter belongs to the till until somebody walks the buttons with Tab.
 */
export function useEnterForTill(press: (code: string) => void): void {
  const take = useRef(press)
  useEffect(() => {
    take.current = press
  })
  useEffect(() => {
    let walksByTab = false
    const onPointer = (): void => {
      walksByTab = false
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') walksByTab = true
      const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') !== null
      if (
        event.key !== 'Enter' ||
        walksByTab ||
        !isOnButton ||
        document.querySelector('[data-modal], [role=listbox], [role=menu]')
      )
        return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      take.current(event.code)
    }
    window.addEventListener('pointerdown', onPointer, { capture: true })
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      window.removeEventListener('pointerdown', onPointer, { capture: true })
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [])
}
