'use client'

import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { withEditing } from '@/components/canvas/editing-chunk'
import { startEdit } from '@/components/canvas/start-editing'
import { cn } from '@/components/ui/cn'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState, Selection } from '@/lib/store/state'
import { isOfBlock, type Row, rowWindow, treeKey } from './explorer-rows'
import { folderKey } from './file-rows'
import { dragRow, useTreeDrop } from './tree-drag'
import { TreeRow } from './tree-row'

export interface BlockTreeHandle {
  focus(): void
}

interface BlockTreeProps {
  label: string
  rows: readonly Row[]
  /** What to make stand out. */
  query: string
  /** The file that the code side shows, by its path. */
  shownPath: string
  /** The row whose name is edited, and what stands in its place then. */
  editing: { readonly key: string; readonly editor: ReactNode } | null
  /** Shows a block, a member of it, or a file. */
  onGo(row: Row): void
  onFold(row: Row, isFolded: boolean): void
  /** Lets a file or folder be called otherwise. */
  onRename(row: Row): void
  onDelete(row: Row): void
  /** Told which row a context menu is for, before it opens. */
  onMenu(row: Row | null): void
  ref: Ref<BlockTreeHandle>
}

/** In pixels; the style sheet of a row says the same. */
export const ROW_HEIGHT = 26

const selectSelection = (state: FacetState) => state.selection

/**
 * The rows as a tree. Only those in view are on the page, so the tree itself has the focus and
 * says which row is the active one.
 */
export function BlockTree({
  label,
  rows,
  query,
  shownPath,
  editing,
  onGo,
  onFold,
  onRename,
  onDelete,
  onMenu,
  ref,
}: BlockTreeProps) {
  const store = useFacetStore()
  const selection = useFacet(selectSelection)
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const found = rows.findIndex(({ key }) => key === activeKey)
  const selected = rows.findIndex((row) => isSelected(row, selection))
  const active = found >= 0 ? found : Math.max(0, selected)
  const { from, to } = rowWindow(view.top, view.height, ROW_HEIGHT, rows.length)

  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus() }))

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])

  const bringIntoView = (index: number) => {
    const element = scroller.current
    if (!element) return
    const top = index * ROW_HEIGHT
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + ROW_HEIGHT - element.clientHeight
    }
  }

  // What is selected elsewhere comes into view here, once for each selection.
  const shown = useRef<Selection | null>(null)
  useEffect(() => {
    if (shown.current === selection) return
    shown.current = selection
    if (selected < 0) return
    setActiveKey(rows[selected]?.key ?? null)
    bringIntoView(selected)
  })

  const activate = (index: number) => {
    setActiveKey(rows[index]?.key ?? null)
    bringIntoView(index)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active]
    if (event.metaKey || event.ctrlKey || event.altKey || !row) return
    if (pressOnRow(event.key, row)) {
      event.preventDefault()
      return
    }
    const step = treeKey(rows, active, event.key)
    if (!step) return
    event.preventDefault()
    if ('to' in step) activate(step.to)
    else onFold(row, step.fold)
  }

  const pressOnRow = (key: string, row: Row): boolean => {
    if (key === 'Enter' || key === ' ') {
      if (row.kind === 'group' || row.kind === 'folder') onFold(row, row.isUnfolded)
      else onGo(row)
      return true
    }
    if (row.kind === 'file' || row.kind === 'folder') {
      if (key === 'F2') onRename(row)
      else if (key === 'Delete') onDelete(row)
      else return false
      return true
    }
    if (key === 'F2' && isOfBlock(row)) {
      onGo(row)
      startEdit(store, row.block.id, row.kind === 'member' ? row.memberId : null)
      return true
    }
    if (key === 'Delete' && isSelected(row, store.getState().selection)) {
      withEditing(store, ({ deleteSelection }) => void deleteSelection(store))
      return true
    }
    return false
  }

  const rowAt = ({ target }: DragEvent | MouseEvent): Row | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null
    return element ? rows.find(({ key }) => key === element.dataset.key) : undefined
  }
  const { dropKey, handlers } = useTreeDrop(rowAt)

  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={active >= from && active < to ? `${id}-${active}` : undefined}
      className={cn(
        'group/tree min-h-0 flex-1 overflow-auto overscroll-contain outline-hidden',
        dropKey === folderKey('') && 'bg-accent-subtle',
      )}
      {...handlers}
      onContextMenu={(event) => {
        // From the keyboard, it is for the row that the keyboard is on.
        const row = rowAt(event) ?? (event.button === 2 ? null : (rows[active] ?? null))
        if (row) setActiveKey(row.key)
        onMenu(row)
      }}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        setView({ top: scrollTop, height: clientHeight })
      }
      onKeyDown={onKeyDown}
    >
      <div className="relative" style={{ height: rows.length * ROW_HEIGHT }}>
        {rows.slice(from, to).map((row, index) => (
          <TreeRow
            key={row.key}
            id={`${id}-${from + index}`}
            row={row}
            top={(from + index) * ROW_HEIGHT}
            query={query}
            isActive={from + index === active}
            isSelected={isSelected(row, selection)}
            isShown={row.kind === 'file' && row.path === shownPath}
            isDropTarget={row.key === dropKey}
            editor={row.key === editing?.key ? editing.editor : null}
            drag={dragRow(store, row)}
            onPress={() => {
              setActiveKey(row.key)
              if (row.kind === 'group' || row.kind === 'folder') onFold(row, row.isUnfolded)
              else onGo(row)
            }}
            onFold={(isFolded) => onFold(row, isFolded)}
          />
        ))}
      </div>
    </div>
  )
}

function isSelected(row: Row, { blockIds, memberId }: Selection): boolean {
  if (!isOfBlock(row) || !blockIds.includes(row.block.id)) return false
  return row.kind === 'member' ? row.memberId === memberId : memberId === null
}
