'use client'

import { Copy } from 'lucide-react'
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { ScrollArea } from '@/components/ui/scroll-area'
import type { StatementResult } from '@/lib/engines/database/shared'
import {
  type Cell,
  columnWidths,
  HEADER_HEIGHT,
  moveCell,
  ROW_HEIGHT,
  rowsInView,
} from './grid-layout'
import { isNumeric } from './result-text'
import { useCopy } from './use-copy'

/** More of a value than this is not drawn in its cell. */
const LONGEST_IN_CELL = 300

/** Rows of a result, of which those in view are drawn, and the whole value of the chosen cell. */
export function ResultGrid({ result }: { result: StatementResult }) {
  const { columns, types, rows } = result
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 400 })
  const [cell, setCell] = useState<Cell>({ row: 0, column: 0 })
  const widths = useMemo(() => columnWidths(result), [result])
  const copy = useCopy()
  const { from, to } = rowsInView(view.top, view.height, rows.length)
  const template = widths.map((width) => `${width}px`).join(' ')
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`
  const isDrawn = cell.row >= from && cell.row < to

  const measure = () => {
    const element = box.current
    if (element) setView({ top: element.scrollTop, height: element.clientHeight })
  }
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setView({ top: element.scrollTop, height: element.clientHeight })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const goTo = (next: Cell) => {
    setCell(next)
    reveal(box.current, next, widths)
    measure()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isWhole = event.ctrlKey || event.metaKey
    if (isWhole && event.key === 'c' && window.getSelection()?.isCollapsed !== false) {
      event.preventDefault()
      void copy(rows[cell.row]?.[cell.column] ?? '', 'Value copied')
      return
    }
    const page = Math.max(1, Math.floor((view.height - HEADER_HEIGHT) / ROW_HEIGHT) - 1)
    const size = { rows: rows.length, columns: columns.length, page }
    const next = rows.length > 0 ? moveCell(cell, { key: event.key, isWhole }, size) : null
    if (!next) return
    event.preventDefault()
    goTo(next)
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: A table whose rows are not all there. */}
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label="Result"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={
          isDrawn && rows.length > 0 ? cellId(cell.row, cell.column) : undefined
        }
        className="group/grid min-h-0 flex-1 overflow-auto overscroll-contain font-mono text-sm focus-visible:-outline-offset-2"
        onScroll={measure}
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: As above. */}
        <div
          role="row"
          aria-rowindex={1}
          tabIndex={-1}
          className="sticky top-0 z-10 grid w-max min-w-full border-b bg-sunken"
          style={{ gridTemplateColumns: template, height: HEADER_HEIGHT }}
        >
          {columns.map((name, column) => (
            // biome-ignore lint/a11y/useSemanticElements: As above.
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: Columns have no other identity.
              key={column}
              role="columnheader"
              aria-colindex={column + 1}
              tabIndex={-1}
              className={cn(
                'flex min-w-0 flex-col justify-center px-2.5',
                isNumeric(types[column] ?? '') && 'items-end',
              )}
            >
              <span className="max-w-full truncate font-medium" title={name}>
                {name}
              </span>
              <span className="max-w-full truncate text-xs text-muted" title={types[column]}>
                {types[column] || '\u00a0'}
              </span>
            </div>
          ))}
        </div>
        <div aria-hidden="true" style={{ height: from * ROW_HEIGHT }} />
        {rows.slice(from, to).map((values, at) => {
          const row = from + at
          return (
            // biome-ignore lint/a11y/useSemanticElements: As above.
            <div
              key={row}
              role="row"
              aria-rowindex={row + 2}
              tabIndex={-1}
              className="grid w-max min-w-full border-b border-border/60 hover:bg-hover"
              style={{ gridTemplateColumns: template, height: ROW_HEIGHT }}
            >
              {values.map((value, column) => (
                // biome-ignore lint/a11y/useSemanticElements: As above.
                // biome-ignore lint/a11y/useKeyWithClickEvents: The grid has the keys.
                <div
                  // biome-ignore lint/suspicious/noArrayIndexKey: Columns have no other identity.
                  key={column}
                  id={cellId(row, column)}
                  role="gridcell"
                  aria-colindex={column + 1}
                  aria-selected={row === cell.row && column === cell.column}
                  tabIndex={-1}
                  className={cn(
                    'truncate px-2.5 leading-[25px] aria-selected:bg-accent-subtle',
                    'group-focus/grid:aria-selected:outline-1 group-focus/grid:aria-selected:-outline-offset-1 group-focus/grid:aria-selected:outline-accent',
                    isNumeric(types[column] ?? '') && 'text-right tabular-nums',
                    value === null && 'text-faint italic',
                  )}
                  onClick={() => {
                    setCell({ row, column })
                    box.current?.focus({ preventScroll: true })
                  }}
                >
                  {value === null ? 'NULL' : value.slice(0, LONGEST_IN_CELL).replace(/\s/g, ' ')}
                </div>
              ))}
            </div>
          )
        })}
        <div aria-hidden="true" style={{ height: (rows.length - to) * ROW_HEIGHT }} />
        {rows.length === 0 ? (
          // biome-ignore lint/a11y/useSemanticElements: As above.
          <div role="row" tabIndex={-1} className="sticky left-0 w-fit">
            {/* biome-ignore lint/a11y/useSemanticElements: As above. */}
            <div role="gridcell" tabIndex={-1} className="px-2.5 py-2 text-muted">
              No rows
            </div>
          </div>
        ) : null}
      </div>
      {rows.length > 0 ? (
        <ChosenValue
          name={columns[cell.column] ?? ''}
          value={rows[cell.row]?.[cell.column] ?? null}
          onCopy={(text) => void copy(text, 'Value copied')}
        />
      ) : null}
    </>
  )
}

interface ChosenValueProps {
  name: string
  value: string | null
  onCopy(text: string): void
}

/** The whole of a value, however long. Its height is always the same, so that nothing moves. */
function ChosenValue({ name, value, onCopy }: ChosenValueProps) {
  return (
    <div className="flex h-13 shrink-0 items-start [@media(max-height:760px)]:h-9 gap-2 border-t bg-sunken py-1 pr-1.5 pl-2.5">
      <ScrollArea label={`Value of ${name}`} className="h-full min-w-0 flex-1 font-mono text-sm">
        <span className="mr-2 text-muted select-none">{name}</span>
        <span
          className={cn(
            'whitespace-pre-wrap wrap-anywhere',
            value === null && 'text-faint italic select-none',
          )}
        >
          {value ?? 'NULL'}
        </span>
      </ScrollArea>
      <IconButton label="Copy value" size="sm" onClick={() => onCopy(value ?? '')}>
        <Copy />
      </IconButton>
    </div>
  )
}

/** Scrolls no further than it takes to see a cell below the header. */
function reveal(box: HTMLDivElement | null, { row, column }: Cell, widths: readonly number[]) {
  if (!box) return
  const top = row * ROW_HEIGHT
  const visible = box.clientHeight - HEADER_HEIGHT
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + ROW_HEIGHT > box.scrollTop + visible) box.scrollTop = top + ROW_HEIGHT - visible
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0)
  const width = widths[column] ?? 0
  if (left < box.scrollLeft) box.scrollLeft = left
  else if (left + width > box.scrollLeft + box.clientWidth) {
    box.scrollLeft = left + width - box.clientWidth
  }
}
