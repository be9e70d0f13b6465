import { useEffect, useRef } from 'react'

import { scanner } from '../host/scanner/scanner'

/** Hears what is scanned while the till is open, wherever the focus is. */
export function useScans(onCode: (code: string) => void): void {
  const take = useRef(onCode)
  useEffect(() => {
    take.current = onCode
  })
  useEffect(() => scanner.onScan((scan) => take.current(scan.text)), [])
}
