import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { cx } from '../cx'
import { moveRow } from './rows'

export type Column<Row> = {
  id: string
  header: string
  /** A CSS grid track: "minmax(12rem, 2fr)". */
  width: string
  align?: 'start' | 'end'
  render: (row: Row) => ReactNode
  /** The cell as plain text, for copying. */
  text: (row: Row) => string
}

type Props<Row> = {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** How many rows there are in all, loaded or not. */
  total: number
  rowKey: (row: Row) => string
  onOpen?: (row: Row) => void
  /** Called when the last loaded rows come into sight. */
  onNearEnd?: () => void
  /** Shown dimmed while newer rows are on their way. */
  isStale?: boolean
}

const ROW_REM = 2.75
const NEAR_END_ROWS = 20

/** Rows by keyboard or pointer, by the ARIA grid pattern; only those in sight are in the document. */
export function DataGrid<Row>(props: Props<Row>) {
  const { label, columns, rows, total, rowKey, onOpen, onNearEnd, isStale } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * rem,
    overscan: 12,
  })
  const seen = virtual.getVirtualItems()
  const lastSeen = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length < total && lastSeen >= rows.length - NEAR_END_ROWS) onNearEnd?.()
  }, [rows.length, total, lastSeen, onNearEnd])
  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  const active = Math.min(current, Math.max(0, rows.length - 1))

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = rows[active]
    if (event.key === 'Enter' && row && onOpen) {
      event.preventDefault()
      onOpen(row)
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'c' && row && !getSelection()?.toString()) {
      void navigator.clipboard.writeText(columns.map((column) => column.text(row)).join('\t'))
    } else {
      const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / (ROW_REM * rem)) - 1)
      const next = moveRow(event.key, active, rows.length, perPage)
      if (next === null || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      setCurrent(next)
      virtual.scrollToIndex(next)
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus())
    }
  }

  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={isStale}
      onKeyDown={onKeyDown}
      className="flex h-full min-h-0 flex-col"
    >
      <div ref={scroller} className={cx('min-h-0 flex-1 overflow-auto', isStale && 'opacity-60')}>
        <div role="rowgroup" className="sticky top-0 z-10 min-w-fit border-b border-border bg-bg">
          <div role="row" aria-rowindex={1} className="grid px-4 @4xl:px-6" style={template}>
            {columns.map((column) => (
              <span
                key={column.id}
                role="columnheader"
                className={cx(
                  'truncate py-2 pr-3 text-sm font-medium text-ink-2',
                  column.align === 'end' && 'text-right',
                )}
              >
                {column.header}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative min-w-fit" style={{ height: virtual.getTotalSize() }}>
          {seen.map((item) => {
            const row = rows[item.index]
            if (!row) return null
            return (
              <div
                key={rowKey(row)}
                role="row"
                data-row={item.index}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === active ? 0 : -1}
                onFocus={() => setCurrent(item.index)}
                onClick={() => onOpen?.(row)}
                className="focus-ring absolute inset-x-0 grid cursor-default items-center border-b border-border px-4 outline-offset-[-3px] hover:bg-surface-2 @4xl:px-6"
                style={{ top: item.start, height: item.size, ...template }}
              >
                {columns.map((column) => (
                  <span
                    key={column.id}
                    role="gridcell"
                    className={cx('min-w-0 truncate pr-3', column.align === 'end' && 'tabular text-right')}
                  >
                    {column.render(row)}
                  </span>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
